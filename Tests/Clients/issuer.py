"""An issuer of tokens, and of certificates, as an identity provider runs them: keys by the `openssl` command, and an address that gives the
public ones. For access.py and tls.py."""
import base64
import hashlib
import hmac
import http.server
import json
import os
import subprocess
import threading

SECRET = b"a shared secret of two and thirty bytes"


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *arguments], input=data, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


class Issuer:
    """Makes tokens. `keys` names the private keys; the same kind of key can be had under several names."""

    name, audience = "https://issuer.example", "musegraph-test"

    def __init__(self, folder):
        self.folder, self.keys = folder, {"hs": "HS256"}
        for kid, algorithm in (("rs", "RS256"), ("es", "ES256"), ("ed", "EdDSA")):
            self.add(kid, algorithm)

    def add(self, kid, algorithm):
        kind = {"RS256": ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"], "ES256": ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
                "EdDSA": ["ED25519"]}[algorithm]
        openssl("genpkey", "-algorithm", *kind, "-out", self._path(kid))
        self.keys[kid] = algorithm

    def _path(self, kid):
        return os.path.join(self.folder, kid + ".pem")

    def public_pem(self, kid):
        return openssl("pkey", "-in", self._path(kid), "-pubout")

    def jwk(self, kid):
        algorithm = self.keys[kid]
        if algorithm == "HS256":
            return {"kty": "oct", "kid": kid, "alg": "HS256", "k": base64url(SECRET)}
        der = openssl("pkey", "-in", self._path(kid), "-pubout", "-outform", "DER")
        if algorithm == "ES256":
            return {"kty": "EC", "crv": "P-256", "kid": kid, "use": "sig", "x": base64url(der[-64:-32]), "y": base64url(der[-32:])}
        if algorithm == "EdDSA":
            return {"kty": "OKP", "crv": "Ed25519", "kid": kid, "x": base64url(der[-32:])}
        modulus = openssl("rsa", "-in", self._path(kid), "-noout", "-modulus").decode().strip().partition("=")[2]
        return {"kty": "RSA", "kid": kid, "alg": "RS256", "n": base64url(bytes.fromhex(modulus)), "e": "AQAB"}

    def jwks(self, *kids):
        return json.dumps({"keys": [self.jwk(kid) for kid in kids or self.keys]})

    def sign(self, kid, data):
        algorithm = self.keys[kid]
        if algorithm == "HS256":
            return hmac.new(SECRET, data, hashlib.sha256).digest()
        if algorithm == "EdDSA":
            path = os.path.join(self.folder, "signed")
            with open(path, "wb") as file:
                file.write(data)
            return openssl("pkeyutl", "-sign", "-inkey", self._path(kid), "-rawin", "-in", path)
        signature = openssl("dgst", "-sha256", "-sign", self._path(kid), data=data)
        return signature if algorithm == "RS256" else raw_signature(signature)

    def claims(self, now, **changed):
        claims = {"iss": self.name, "aud": self.audience, "exp": now + 3600}
        claims.update(changed)
        return {name: value for name, value in claims.items() if value is not None}

    def token(self, kid, claims, header=None, key=None):
        """Signed by the key `key`, or by that of its name; `header` changes and adds fields, None leaves one out."""
        head = {"alg": self.keys[kid], "kid": kid, "typ": "JWT", **(header or {})}
        parts = [{name: value for name, value in head.items() if value is not None}, claims]
        signed = ".".join(base64url(json.dumps(part).encode()) for part in parts).encode()
        return signed.decode() + "." + base64url(self.sign(key or kid, signed))


def raw_signature(der):
    """The two numbers of an ECDSA signature, out of their ASN.1."""
    numbers, place = [], 2
    for _ in range(2):
        size = der[place + 1]
        numbers.append(int.from_bytes(der[place + 2:place + 2 + size], "big"))
        place += 2 + size
    return b"".join(number.to_bytes(32, "big") for number in numbers)


class KeyAddress:
    """An address that gives a key set; None: it is down (503)."""

    def __init__(self, text):
        self.text, self.requests = text, 0
        address = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                address.requests += 1
                body = (address.text or "down").encode()
                self.send_response(200 if address.text else 503)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d/keys.json" % self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Authority:
    """Issues certificates for this machine."""

    def __init__(self, folder):
        self.folder = folder
        self.certificate = os.path.join(folder, "ca.pem")
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=Test CA",
                "-keyout", os.path.join(folder, "ca.key"), "-out", self.certificate)

    def issue(self, name):
        """(certificate, key) of a server on this machine; their text, to be written where they belong."""
        path = os.path.join(self.folder, name)
        extensions = path + ".ext"
        with open(extensions, "w") as file:
            file.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=" + name,
                "-keyout", path + ".key", "-out", path + ".csr")
        openssl("x509", "-req", "-in", path + ".csr", "-CA", self.certificate, "-CAkey", os.path.join(self.folder, "ca.key"),
                "-CAcreateserial", "-days", "1", "-extfile", extensions, "-out", path + ".pem")
        with open(path + ".pem") as certificate, open(path + ".key") as key:
            return certificate.read(), key.read()
