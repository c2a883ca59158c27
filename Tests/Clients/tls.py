#!/usr/bin/env python3
"""Talks with a server that has a certificate (wss://), and gives it new ones while it runs.

  tls.py --binary PATH --graph FOLDER

The certificates are issued by an authority of our own. TLS 1.2 is the oldest version that is taken, http/1.1 what is agreed on. A new pair
counts for new connections; a broken one is said in the log, and the old one stays; a conversation goes on through all of it.
"""
import argparse
import asyncio
import contextlib
import os
import socket
import ssl
import tempfile
import time
import warnings

import websockets

from access import NOW, receive, says
from issuer import Authority
from plain_form import require, run
from server_process import ServerProcess


def write(folder, certificate, key):
    """A pair as a renewal writes it: one file, then the other."""
    for name, text in (("server.pem", certificate), ("server.key", key)):
        with open(os.path.join(folder, name + ".new"), "w") as file:
            file.write(text)
        os.replace(os.path.join(folder, name + ".new"), os.path.join(folder, name))


def trusting(authority):
    context = ssl.create_default_context(cafile=authority.certificate)
    context.set_alpn_protocols(["h2", "http/1.1"])
    return context


def handshake(port, context, server_name="localhost"):
    """(name of the certificate, version, protocol) of one connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
        with context.wrap_socket(plain, server_hostname=server_name) as secure:
            subject = dict(field for part in secure.getpeercert()["subject"] for field in part)
            return subject["commonName"], secure.version(), secure.selected_alpn_protocol()


async def until(what, check, seconds=20):
    end = time.monotonic() + seconds
    while not check():
        require(time.monotonic() < end, "%s: not within %d s" % (what, seconds))
        await asyncio.sleep(0.05)


def check_versions(port, authority):
    context = trusting(authority)
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2
    require(handshake(port, context)[1] == "TLSv1.2", "TLS 1.2 is not taken")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        old = trusting(authority)
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
        old.set_ciphers("ALL:@SECLEVEL=0")
    try:
        handshake(port, old)
    except (ssl.SSLError, ConnectionResetError):
        return
    require(False, "TLS 1.1 is taken")


def check_plain(port):
    """Who does not encrypt gets no answer, and hurts nobody."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
        plain.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with contextlib.suppress(ConnectionResetError):
            require(b"HTTP/1.1" not in plain.recv(4096), "an answer without encryption")


async def main(options):
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        authority = Authority(folder)
        write(folder, *authority.issue("first"))
        paths = [os.path.join(folder, name) for name in ("server.pem", "server.key")]
        log = os.path.join(folder, "log")
        server = ServerProcess(
            options.binary, options.graph, "sqlite:%s/store.sqlite" % folder, NOW,
            ["--log", "info", "--tls-certificate", paths[0], "--tls-key", paths[1], "--watch-interval", "100ms"], log=log).start()
        try:
            context = trusting(authority)
            require(handshake(server.port, context) == ("first", "TLSv1.3", "http/1.1"), "the handshake is not what it should be")
            check_versions(server.port, authority)
            check_plain(server.port)
            async with websockets.connect("wss://localhost:%d/ws/tls-1" % server.port, ssl=context) as opened:
                await receive(opened)
                require("type" not in await says(opened, "hi"), "no reply over TLS")
                second, third = authority.issue("second"), authority.issue("third")
                write(folder, *second)
                await until("the new certificate", lambda: handshake(server.port, context)[0] == "second")
                write(folder, third[0], second[1])
                await until("the complaint about a broken pair", lambda: "the old one stays" in text(log))
                require(handshake(server.port, context)[0] == "second", "a broken pair has replaced a good one")
                write(folder, "", "")
                write(folder, *third)
                await until("the certificate after a broken one", lambda: handshake(server.port, context)[0] == "third")
                require("type" not in await says(opened, "hi again"), "a conversation has suffered from the new certificates")
            require(server.stop() == 0, "SIGTERM did not end the server well")
        finally:
            server.kill()
        require("our own mistake" not in text(log), "the end of a TLS connection is taken for a bug: %s" % text(log))
    return "TLS 1.2 and 1.3, certificates replaced while talking"


def text(path):
    with open(path) as file:
        return file.read()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, help="the program `musegraph`")
    parser.add_argument("--graph", required=True, help="what it serves: Graphs/meeting")
    run(main(parser.parse_args()), "tls")
