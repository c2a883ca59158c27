#!/usr/bin/env python3
"""The settings of a running server, from outside: what it prints it reads; SIGHUP reads its file again; and it lives on when there are
no file descriptors left.

  settings.py --binary PATH --graph FOLDER
"""
import argparse
import asyncio
import json
import os
import resource
import signal
import socket
import subprocess
import tempfile
import time

from book import BOOKING, turns
from malformed import RawSocket, handshake
from plain_form import PlainClient, require, run
from server_process import ServerProcess

DESCRIPTORS = 48


class Logged(ServerProcess):
    """A server whose log is kept, in a folder of its own, with few file descriptors if that is wanted."""

    def __init__(self, options, folder, extra=(), descriptors=None):
        super().__init__(
            options.binary, os.path.abspath(options.graph), "memory", "2026-11-23T09:00:00Z", extra, os.path.join(folder, "log"))
        self.folder, self.descriptors_allowed = folder, descriptors

    def popen(self, command):
        def prepare():
            if self.descriptors_allowed:
                resource.setrlimit(resource.RLIMIT_NOFILE, (self.descriptors_allowed, self.descriptors_allowed))
        with open(self.log, "w") as log:
            return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=self.folder, preexec_fn=prepare)

    def logged(self):
        with open(self.log) as log:
            return log.read()

    async def until_logged(self, words, count=1):
        deadline = time.monotonic() + 30
        while self.logged().count(words) < count:
            require(time.monotonic() < deadline, "%r was not logged %d times:\n%s" % (words, count, self.logged()))
            await asyncio.sleep(0.05)

    def busy_seconds(self):
        with open("/proc/%d/stat" % self.process.pid) as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def websocket(self):
        return "ws://127.0.0.1:%d" % self.port


def printed(options, folder, *arguments):
    done = subprocess.run([options.binary, "serve", *arguments], cwd=folder, capture_output=True, text=True, timeout=60)
    require(done.returncode == 0, "%s ended with %d: %s" % (arguments, done.returncode, done.stderr))
    return done.stdout


def prints_what_it_reads(options, folder):
    """The printed file says the same as the flags and the environment that it was printed from."""
    flags = ["--port", "9000", "--limits-message-rate", "7/min", "--staffed", "a", "--staffed", "b", "--timeouts-turn", "90s"]
    text = printed(options, folder, *flags, "--print-config")
    path = os.path.join(folder, "printed.yaml")
    with open(path, "w") as file:
        file.write(text)
    before = json.loads(printed(options, folder, *flags, "--print-config-json"))
    after = json.loads(printed(options, folder, "--config", path, "--print-config-json"))
    require({key: entry.get("value") for key, entry in before.items()} == {key: entry.get("value") for key, entry in after.items()},
            "the printed file says something else")
    require(before["port"] == {"value": 9000, "from": "--port"}, before["port"])
    require(before["limits.message_rate"]["value"] == "7/min", before["limits.message_rate"])
    require(after["port"]["from"].startswith(path + ":"), after["port"])
    require(before["limits.connections"]["from"] == "default", before["limits.connections"])


def status_of(server, origin):
    with RawSocket(("127.0.0.1", server.port)) as client:
        return client.request(handshake("/ws/origin-1", Origin=origin))


async def reads_again(options, folder):
    """SIGHUP takes what may change, says what waits for a restart, and leaves all as it is where the file is broken."""
    path = os.path.join(folder, "musegraph.yaml")

    def write(text):
        with open(path, "w") as file:
            file.write(text)

    write("log_level: notice\nlimits:\n  connections: 50\n")
    server = Logged(options, folder).start()
    try:
        require(status_of(server, "https://example.com") == 403, "a strange origin came in")
        write("log_level: notice\nhost: 127.0.0.2\nallow_origins: [https://example.com]\n")
        server.process.send_signal(signal.SIGHUP)
        await server.until_logged("The settings were read again")
        require("setting=host" in server.logged() and "needs a restart" in server.logged(), server.logged())
        require(status_of(server, "https://example.com") == 101, "the new origin does not count")
        write("log_level: notice\nallow_origin: [https://example.org]\nlimits: {connections: none}\n")
        server.process.send_signal(signal.SIGHUP)
        await server.until_logged("The settings stay as they are", 2)
        require("musegraph.yaml:2:1" in server.logged() and "Did you mean 'allow_origins'?" in server.logged(), server.logged())
        require("musegraph.yaml:3:23" in server.logged(), server.logged())
        require(status_of(server, "https://example.com") == 101, "the old settings do not count any more")
        write("log_level: error\n")
        server.process.send_signal(signal.SIGHUP)
        deadline = time.monotonic() + 30
        while status_of(server, "https://example.com") != 403:
            require(time.monotonic() < deadline, "the origin that was taken out still counts")
            await asyncio.sleep(0.05)
        require(server.logged().count("The settings were read again") == 1, "the level of the log has not changed")
        require(server.stop() == 0, "SIGTERM")
    finally:
        server.kill()


async def lives_without_descriptors(options, folder):
    """With every descriptor taken it says so once, does not spin, goes on with who is here, and comes back by itself."""
    os.remove(os.path.join(folder, "musegraph.yaml"))
    server = Logged(options, folder, ("--timeouts-handshake", "10s"), DESCRIPTORS).start()
    crowd = []
    try:
        async with PlainClient(server.websocket, "early-1") as early:
            for _ in range(2 * DESCRIPTORS):
                crowd.append(socket.create_connection(("127.0.0.1", server.port), timeout=10))
            await server.until_logged("Connections cannot be accepted")
            before = server.busy_seconds()
            await asyncio.sleep(3)
            busy = server.busy_seconds() - before
            require(busy < 1, "it spins: %.2f s of CPU in 3 s" % busy)
            for said, _ in turns(BOOKING)[:2]:
                await early.says(said)
            require(server.logged().count("Connections cannot be accepted") == 1, server.logged())
        for client in crowd:
            client.close()
        async with PlainClient(server.websocket, "late-1") as late:
            for said, _ in turns(BOOKING)[:2]:
                await late.says(said)
        require(server.stop() == 0, "SIGTERM")
    finally:
        for client in crowd:
            client.close()
        server.kill()


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        prints_what_it_reads(options, folder)
        await reads_again(options, folder)
        await lives_without_descriptors(options, folder)
    return "what is printed is read; SIGHUP changes what may change; %d descriptors are few but enough" % DESCRIPTORS


if __name__ == "__main__":
    run(main(), "settings")
