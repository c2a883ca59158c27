#!/usr/bin/env python3
"""Comes to a server that asks for credentials: with good ones, with bad ones, and with clever ones.

  access.py --binary PATH --graph FOLDER

Keys by `musegraph key`; tokens of an issuer of our own, whose keys lie behind an address; every attack on tokens that is known by name;
tenants that must not see each other; a token that expires and a key that is revoked while they are in use; a thousand wrong tokens from one
address while fifty honest clients go on. At the end the server's log, at level trace, must hold no credential.
"""
import argparse
import asyncio
import base64
import concurrent.futures
import contextlib
import hashlib
import hmac
import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import websockets

from devtools import Chromium
from issuer import SECRET, Issuer, KeyAddress, base64url
from malformed import handshake
from plain_form import require, run
from server_process import ServerProcess

NOW = "2026-11-23T09:00:00Z"
EPOCH = 1795424400


class Guarded:
    """A server that asks for credentials, with a log to look into."""

    def __init__(self, options, folder, *extra):
        self.log = os.path.join(folder, "log-%d" % len(os.listdir(folder)))
        self.process = ServerProcess(
            options.binary, options.graph, "sqlite:%s/store-%d.sqlite" % (folder, len(os.listdir(folder))), NOW,
            ["--log", "trace", *extra], log=self.log)

    def __enter__(self):
        self.process.start()
        return self

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                require(self.process.stop() == 0, "SIGTERM did not end the server well")
        finally:
            self.process.kill()

    def address(self, client, query=""):
        return "ws://127.0.0.1:%d/ws/%s%s" % (self.process.port, client, query)

    def http(self, path, credential=None, body=None):
        """(status, headers, text) of a request."""
        request = urllib.request.Request("http://127.0.0.1:%d%s" % (self.process.port, path), data=body and json.dumps(body).encode())
        if credential:
            request.add_header("Authorization", "Bearer " + credential)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()


@contextlib.asynccontextmanager
async def connection(server, client, credential=None, how="header", source=None):
    """A WebSocket with a credential in one of its places."""
    fields, names, query = {}, None, ""
    if credential and how == "header":
        fields["Authorization"] = "Bearer " + credential
    elif credential and how == "subprotocol":
        names = ["bearer." + credential]
    elif credential:
        query = "?access_token=" + credential
    place = socket.create_connection(("127.0.0.1", server.process.port), timeout=20, source_address=(source, 0) if source else None)
    try:
        opened = await websockets.connect(server.address(client, query), additional_headers=fields, subprotocols=names, sock=place)
    except TypeError:  # websockets before version 14
        opened = await websockets.connect(server.address(client, query), extra_headers=fields, subprotocols=names, sock=place)
    try:
        yield opened
    finally:
        await opened.close()


async def receive(opened):
    return json.loads(await asyncio.wait_for(opened.recv(), 20))


async def says(opened, text):
    await opened.send(json.dumps({"type": "user_message", "content": text}))
    while True:
        answer = await receive(opened)
        if "type" not in answer or answer["type"] == "error":
            return answer


async def verdict(server, client, credential, how="header", source=None):
    """None where the credential is taken; else (error code, close code), or the HTTP status of a refused upgrade."""
    try:
        async with connection(server, client, credential, how, source) as opened:
            first = await receive(opened)
            if first.get("content") == "connection_established":
                answer = await says(opened, "hi")
                require("type" not in answer, "%r was answered with %r" % ("hi", answer))
                return None
            with contextlib.suppress(websockets.exceptions.ConnectionClosed):
                more = await receive(opened)
                require(False, "after %r came %r" % (first, more))
            return first.get("error_code"), opened.close_code
    except websockets.exceptions.InvalidHandshake as error:
        # Before version 14 of websockets the status is the error's own.
        return getattr(error, "status_code", None) or error.response.status_code


REFUSED, NOT_THEIRS = ("AUTHENTICATION_FAILED", 4401), ("AUTHORIZATION_FAILED", 4403)


def musegraph(options, *arguments, status=0):
    done = subprocess.run([options.binary, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    require(done.returncode == status, "musegraph %s ended with %d: %s" % (" ".join(arguments), done.returncode, done.stderr))
    return done.stdout.strip()


async def check_keys(options, folder, secrets):
    path = os.path.join(folder, "keys.json")

    def key(name, *more):
        made = json.loads(musegraph(options, "key", "new", name, "--keys", path, "--format", "json", *more))
        secrets.append(made["key"])
        return made["key"], made["id"]

    anyone, _ = key("website")
    ann, ann_id = key("ann", "--client", "ann-1", "--expires", "1h")
    admin, _ = key("operations", "--admin")
    acme, _ = key("acme", "--tenant", "acme")
    acme_admin, _ = key("acme's", "--tenant", "acme", "--admin")
    require(os.stat(path).st_mode & 0o777 == 0o600, "others may read the keys file")
    with open(path) as file:
        text = file.read()
    require(not any(secret[-38:] in text for secret in secrets), "the keys file holds a key")
    listed = json.loads(musegraph(options, "key", "list", "--keys", path, "--format", "json"))
    require([entry["standing"] for entry in listed] == ["active"] * 5, "the list says %r" % listed)
    with Guarded(options, folder, "--keys", path) as server:
        for how in ("header", "subprotocol", "query"):
            require(await verdict(server, "bob-1", anyone, how) is None, "a good key was refused as %s" % how)
        for client, credential, expected in [
                ("ann-1", ann, None), ("bob-1", ann, NOT_THEIRS), ("ann-1", admin, NOT_THEIRS), ("ann-1", None, REFUSED),
                ("ann-1", ann[:-1], REFUSED), ("ann-1", ann[:-6] + "000000", REFUSED)]:
            found = await verdict(server, client, credential)
            require(found == expected, "%s with %s: %r instead of %r" % (client, credential and credential[:11], found, expected))
        check_admin(server, anyone, admin, acme_admin)
        await check_tenants(server, anyone, acme)
        async with connection(server, "ann-1", ann) as opened, connection(server, "bob-1", anyone) as other:
            await receive(opened), await receive(other)
            musegraph(options, "key", "revoke", ann_id, "--keys", path)
            while (message := await receive(opened)).get("error_code") is None:
                pass
            require(message["error_code"] == "AUTHENTICATION_FAILED", "a revoked key got %r" % message)
            with contextlib.suppress(websockets.exceptions.ConnectionClosed):
                await receive(opened)
            require(opened.close_code == 4401, "a revoked key was closed with %r" % opened.close_code)
            require("type" not in await says(other, "hi"), "a good key suffers from a revoked one")
        require(await verdict(server, "ann-1", ann) == REFUSED, "a revoked key is taken")
    return server.log


def check_admin(server, anyone, admin, acme_admin):
    for path, credential, expected in [
            ("/admin/handoffs", admin, 200), ("/admin/handoffs", acme_admin, 200), ("/admin/handoffs", anyone, 403),
            ("/admin/handoffs", None, 401), ("/admin/queues", acme_admin, 403), ("/admin/handoffs?access_token=" + admin, None, 200),
            ("/calendar/bob-1.ics", anyone, 200), ("/calendar/bob-1.ics", None, 401), ("/health", None, 200)]:
        status, headers, _ = server.http(path, credential)
        require(status == expected, "%s: %d instead of %d" % (path.partition("?")[0], status, expected))
        require(status != 401 or headers["WWW-Authenticate"].startswith("Bearer"), "401 without WWW-Authenticate")


async def check_tenants(server, mine, theirs):
    """Two people of one name, of two tenants."""
    async with connection(server, "same-1", mine) as one, connection(server, "same-1", theirs) as two:
        await receive(one), await receive(two)
        for opened, title in ((one, "Secret of mine"), (two, "Secret of theirs")):
            for line in ("I want to schedule a meeting with bob@example.com", "tomorrow at 3pm", "30 minutes", "call it " + title, "yes"):
                answer = await says(opened, line)
            require("Booked" in answer["content"] and title in answer["content"], "%s was not booked: %r" % (title, answer))
        for opened in (one, two):
            with contextlib.suppress(asyncio.TimeoutError):
                require(False, "heard of another tenant: %s" % await asyncio.wait_for(opened.recv(), 0.3))
    for credential, own, other in ((mine, "mine", "theirs"), (theirs, "theirs", "mine")):
        _, _, calendar = server.http("/calendar/same-1.ics", credential)
        require("Secret of " + own in calendar and "Secret of " + other not in calendar, "calendars of tenants are mixed")


def attacks(issuer):
    """Tokens that a careless server takes, each under the name of its trick."""
    claims = issuer.claims(EPOCH, sub="ann-1")
    encoded = base64url(json.dumps(claims).encode())

    def forged(header, sign=lambda _: b""):
        signed = base64url(json.dumps(header).encode()) + "." + encoded
        return signed + "." + base64url(sign(signed.encode()))

    for kid in issuer.keys:
        for algorithm in ("none", "None", "nOnE", ""):
            yield "alg %r for %s" % (algorithm, kid), forged({"alg": algorithm, "kid": kid})
    for kid in ("rs", "es", "ed"):
        for name, secret in (("PEM", issuer.public_pem(kid)), ("PEM without its end", issuer.public_pem(kid).strip()),
                             ("JWK", json.dumps(issuer.jwk(kid)).encode()), ("nothing", b"")):
            yield "HS256 with the %s of %s" % (name, kid), forged(
                {"alg": "HS256", "kid": kid}, lambda data, secret=secret: hmac.new(secret, data, hashlib.sha256).digest())
    good = issuer.token("es", claims)
    head, body, signature = good.split(".")
    yield "no signature", head + "." + body + "."
    yield "half a signature", good[:-20]
    yield "the signature of zeros", head + "." + body + "." + base64url(bytes(64))
    yield "padding", good + "=="
    yield "two parts", head + "." + body
    yield "four parts", good + "." + signature
    yield "another subject", head + "." + base64url(json.dumps(issuer.claims(EPOCH, sub="bob-1")).encode()) + "." + signature
    yield "no kid", issuer.token("es", claims, {"kid": None})
    yield "another kid", issuer.token("es", claims, {"kid": "made-up"})
    yield "a path as kid", issuer.token("es", claims, {"kid": "../../../../dev/null"})
    yield "SQL as kid", issuer.token("es", claims, {"kid": "' OR 1=1 --"})
    yield "the kid of another key", issuer.token("es", claims, {"kid": "rs", "alg": "RS256"})
    yield "another algorithm", issuer.token("rs", claims, {"alg": "PS256"})
    for name, value in (("crit", ["exp"]), ("jwk", issuer.jwk("es")), ("jku", "http://127.0.0.1:1/"), ("x5u", "http://127.0.0.1:1/"),
                        ("x5c", ["MIIB"]), ("b64", False)):
        yield "header " + name, issuer.token("es", claims, {name: value})
    for name, changed in (
            ("no exp", {"exp": None}), ("exp as text", {"exp": "4102444800"}), ("expired", {"exp": EPOCH - 60}), ("not yet", {"nbf": EPOCH + 900}),
            ("no iss", {"iss": None}), ("another iss", {"iss": "https://issuer.example.evil"}), ("no aud", {"aud": None}),
            ("another aud", {"aud": "other"}), ("aud as object", {"aud": {"musegraph-test": 1}}), ("no sub", {"sub": None}),
            ("sub as list", {"sub": ["ann-1"]})):
        yield name, issuer.token("es", issuer.claims(EPOCH, **{"sub": "ann-1", **changed}))


async def check_tokens(options, folder, secrets):
    issuer = Issuer(folder)
    address = KeyAddress(issuer.jwks("rs", "es", "ed"))
    rules = ["--jwt-issuer", issuer.name, "--jwt-audience", issuer.audience, "--jwt-leeway", "0s"]
    made = []

    def token(kid, **changed):
        made.append(issuer.token(kid, issuer.claims(EPOCH, **changed)))
        return made[-1]

    log = []
    try:
        with Guarded(options, folder, "--jwt-keys", address.url, *rules, "--limits-free-failures", "100000") as server:
            log.append(server.log)
            for kid in ("rs", "es", "ed"):
                for how in ("header", "subprotocol", "query"):
                    require(await verdict(server, "ann-1", token(kid, sub="ann-1"), how) is None, "a good token of %s was refused" % kid)
            require(await verdict(server, "bob-1", token("es", sub="ann-1")) == NOT_THEIRS, "a token opens another's conversation")
            require(await verdict(server, "ann-1", token("hs", sub="ann-1")) == REFUSED, "an address gave a shared secret")
            require(server.http("/admin/handoffs", token("ed", sub="root", admin=True))[0] == 200, "the admin claim is not taken")
            require(server.http("/admin/handoffs", token("ed", sub="root", admin="true"))[0] == 403, "a text is taken for true")
            tried = 0
            for name, attack in attacks(issuer):
                found = await verdict(server, "ann-1", attack)
                require(found == REFUSED, "%s: %r" % (name, found))
                made.append(attack)
                tried += 1
            before = address.requests
            require(before <= 2, "made-up keys made the server ask %d times" % before)
            address.text = None
            require(await verdict(server, "ann-1", token("rs", sub="ann-1")) is None, "an issuer that is down stops those who have tokens")
            await check_expiry(server, token("es", sub="ann-1", exp=clock(server) + 2))
        path = os.path.join(folder, "jwks.json")
        with open(path, "w") as file:
            file.write(issuer.jwks())
        os.chmod(path, 0o600)
        with Guarded(options, folder, "--jwt-keys", path, *rules, "--jwt-tenant-claim", "org") as server:
            log.append(server.log)
            for kid in issuer.keys:
                require(await verdict(server, "ann-1", token(kid, sub="ann-1", org="acme")) is None, "%s from a file was refused" % kid)
            require(await verdict(server, "ann-1", token("es", sub="ann-1")) == REFUSED, "a token without its tenant is taken")
            issuer.add("new", "ES256")
            with open(path, "w") as file:
                file.write(issuer.jwks("new"))
            await asyncio.sleep(1.1)  # what the server may take to notice
            require(await verdict(server, "ann-1", token("new", sub="ann-1", org="acme")) is None, "a new key is not seen")
            require(await verdict(server, "ann-1", token("rs", sub="ann-1", org="acme")) == REFUSED, "a key that is gone is taken")
    finally:
        address.close()
    secrets.extend(made)
    return log, tried


def clock(server):
    """The server's time, in seconds."""
    _, _, text = server.http("/health")
    stamp = json.loads(text)["timestamp"]
    return int(time.mktime(time.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ")) - time.timezone)


async def check_expiry(server, credential):
    async with connection(server, "ann-1", credential) as opened:
        began = time.monotonic()
        while (message := await receive(opened)).get("error_code") is None:
            pass
        require("expired" in message["message"], "an expired token got %r" % message)
        with contextlib.suppress(websockets.exceptions.ConnectionClosed):
            await receive(opened)
        require(opened.close_code == 4401, "an expired token was closed with %r" % opened.close_code)
        require(time.monotonic() - began < 6, "the socket outlived its token")


def guesses(port):
    """A thousand wrong keys, one after the other, from an address of their own; how often each status was the answer."""
    tally = {}
    for number in range(1000):
        with socket.create_connection(("127.0.0.1", port), timeout=20, source_address=("127.0.0.2", 0)) as one:
            key = "mg_%08d_%032d%06d" % (number, number, number)
            one.sendall("\r\n".join(handshake("/ws/ann-1", Authorization="Bearer " + key) + ["", ""]).encode())
            status = int(one.recv(4096).split(b" ")[1])
            tally[status] = tally.get(status, 0) + 1
    return tally


async def check_guessing(options, folder, secrets):
    """One address tries a thousand tokens; fifty honest clients of another one must not notice."""
    path = os.path.join(folder, "guessing.json")
    key = musegraph(options, "key", "new", "honest", "--keys", path)
    secrets.append(key)
    with Guarded(options, folder, "--keys", path) as server:
        waits = []

        async def honest(number):
            async with connection(server, "honest-%d" % number, key) as opened:
                await receive(opened)
                for _ in range(20):
                    began = time.perf_counter()
                    answer = await says(opened, "hi")
                    waits.append(time.perf_counter() - began)
                    require("type" not in answer, "an honest client got %r" % answer)
                    await asyncio.sleep(0.1)

        before = server.process.resident_kib()
        with concurrent.futures.ProcessPoolExecutor(1) as elsewhere:
            attack = asyncio.get_running_loop().run_in_executor(elsewhere, guesses, server.process.port)
            await asyncio.gather(*(honest(number) for number in range(50)))
            tally = await attack
        grown = server.process.resident_kib() - before
        require(set(tally) == {101, 429} and tally[429] > 950, "a thousand guesses were answered by %r" % tally)
        waits.sort()
        late = waits[len(waits) * 95 // 100]
        with open(server.log) as log:
            events = sum("security_event=credentials_refused" in line for line in log)
        require(0 < events <= 60, "%d security events for a thousand guesses" % events)
    return server.log, "p95 of honest clients %d ms, %d KiB more" % (late * 1000, grown)


async def check_browser(options, folder, secrets):
    """A page can send no header: it offers the credential as a subprotocol, alone or beside another name."""
    path = os.path.join(folder, "browser.json")
    key = musegraph(options, "key", "new", "page", "--keys", path)
    secrets.append(key)
    with Guarded(options, folder, "--keys", path) as server:
        async with Chromium(options.chromium) as browser:
            state = "document.querySelector('#state').dataset.state"
            await browser.open("http://127.0.0.1:%d/" % server.process.port)
            await browser.until(state + " === 'refused'", "a page without a credential is not sent away")
            await browser.click(".credential input")
            await browser.type(key)
            await browser.press("Enter")
            await browser.until(state + " === 'online'", "a credential that was typed is not taken")
            for names, chosen in ((["musegraph.plain", "bearer." + key], "musegraph.plain"), (["bearer." + key], "bearer." + key)):
                await browser.evaluate(
                    "{ const test = new WebSocket(%s, %s); window.found = null; test.onerror = () => window.found = 'failed';"
                    " test.onopen = () => window.found = test.protocol; } 0" % (json.dumps(server.address("page-1")), json.dumps(names)))
                await browser.until("window.found !== null", "no answer to a WebSocket of a page")
                found = await browser.evaluate("window.found")
                require(found == chosen, "%d subprotocols: %s" % (len(names), found == "failed" and "refused by the browser" or "another one"))
            await browser.evaluate("sessionStorage.clear() ?? 0")
            await browser.open("http://127.0.0.1:%d/?client=page-2#access_token=%s" % (server.process.port, key))
            await browser.until(state + " === 'online'", "a credential behind '#' is not taken")
            require(await browser.evaluate("location.hash") == "", "the credential stays in the address")
    return server.log


def check_start(options, folder):
    """What a server does not start with, each with a sentence."""
    path = os.path.join(folder, "start.json")
    musegraph(options, "key", "new", "a", "--keys", path)
    issuer = ["--jwt-issuer", "https://issuer.example", "--jwt-audience", "musegraph"]
    for what, arguments, words in [
            ("anyone", ["--host", "0.0.0.0"], "no credentials are configured"),
            ("no keys file", ["--keys", path + ".none"], "There is no keys file"),
            ("an open keys file", ["--keys", opened_copy(path)], "chmod 600"),
            ("no issuer", ["--jwt-keys", "https://issuer.example/keys"], "--jwt-issuer"),
            ("an unsafe address", ["--jwt-keys", "http://issuer.example/keys", *issuer], "https://"),
            ("a file that is none", ["--jwt-keys", path + ".none", *issuer], "There is no file"),
            ("an origin with a slash", ["--allow-origin", "https://example.com/"], "https://example.com/"),
            ("half of a certificate", ["--tls-certificate", path], "--tls-key"),
            ("no certificate", ["--tls-certificate", path, "--tls-key", path], "cannot be used")]:
        done = subprocess.run(
            [options.binary, "serve", options.graph, "--port", "0", "--store", "memory", *arguments], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, timeout=30)
        require(done.returncode in (2, 3) and words in done.stderr, "%s: %d, %s" % (what, done.returncode, done.stderr))
    with Guarded(options, folder, "--host", "0.0.0.0", "--keys", path) as server:
        require(server.http("/admin/handoffs")[0] == 401, "a server for others asks for no credentials")


def opened_copy(path):
    with open(path) as file, open(path + ".open", "w") as copy:
        copy.write(file.read())
    os.chmod(path + ".open", 0o644)
    return path + ".open"


def check_logs(logs, secrets):
    """No credential, whole or its secret part, in any form that a log may give it."""
    parts = {secret[-38:] for secret in secrets if secret.startswith("mg_")}
    for secret in secrets:
        if secret.count(".") == 2 and len(secret.split(".")[2]) > 20:
            parts.add(secret.split(".")[2])
    parts |= {base64.b64encode(SECRET).decode()[:40], SECRET.decode()}
    for path in logs:
        with open(path, errors="replace") as file:
            text = file.read()
        require(len(text) > 1000, "the log at trace level is empty")
        for part in parts:
            require(part not in text, "the log holds a credential: %s…" % part[:6])


async def main(options):
    secrets = []
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        keys_log = await check_keys(options, folder, secrets)
        token_logs, tried = await check_tokens(options, folder, secrets)
        guess_log, figures = await check_guessing(options, folder, secrets)
        browser_log = await check_browser(options, folder, secrets)
        check_start(options, folder)
        check_logs([keys_log, *token_logs, guess_log, browser_log], secrets)
    return "keys, tokens, tenants, revocation, expiry; %d attacks refused; %s; no credential in the log" % (tried, figures)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, help="the program `musegraph`")
    parser.add_argument("--graph", required=True, help="what it serves: Graphs/meeting")
    parser.add_argument("--chromium", default=os.environ.get("CHROMIUM", "chromium"))
    run(main(parser.parse_args()), "access")
