#!/usr/bin/env python3
"""Makes the disk, the store and its file go wrong under a running server: nothing is lost or half done, and it comes back by itself.

  trouble.py --binary PATH --graph FOLDER [NAME...]

It runs in a mount namespace of its own (`unshare`), with the store on small disks in memory. Of each trouble: the message is refused
with STATE_UNAVAILABLE, /health/ready is 503; when the trouble is over it is 200 without anybody's help, and the same message, sent
again under its id, gets the reply that it should have had.
"""
import argparse
import asyncio
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from damage import DAMAGES
from load import booking
from plain_form import PlainClient, require, run
from server_process import ServerProcess, starts

NOW = "2026-11-23T09:00:00Z"


class Disk:
    """A disk of some megabytes, with a store and a server on it."""

    def __init__(self, options, name, size):
        self.name = name
        self.folder = tempfile.mkdtemp(prefix="musegraph-")
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", self.folder], check=True)
        self.store = self.folder + "/store.sqlite"
        self.log = tempfile.mktemp(prefix="musegraph-log-")
        self.server = ServerProcess(options.binary, options.graph, "sqlite:" + self.store, NOW, ["--log", "info"])
        self.server.log = self.log

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, *_):
        self.server.kill()
        if kind:
            sys.stderr.write(self.logged())
        os.unlink(self.log)
        subprocess.run(["umount", "--lazy", self.folder], check=True)
        os.rmdir(self.folder)

    def logged(self):
        with open(self.log, encoding="utf-8") as log:
            return log.read()

    def client(self, name="person"):
        return PlainClient("ws://127.0.0.1:%d" % self.server.port, name, timeout=30)

    def readiness(self):
        try:
            with urllib.request.urlopen("http://127.0.0.1:%d/health/ready" % self.server.port, timeout=10) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    async def ready(self, status, seconds=8):
        deadline = time.monotonic() + seconds
        while await asyncio.to_thread(self.readiness) != status:
            require(time.monotonic() < deadline, "%s: /health/ready is not %d after %d s" % (self.name, status, seconds))
            await asyncio.sleep(0.1)

    def events(self, name="person"):
        return starts(self.server.get("/calendar/%s.ics" % name))


# What can go wrong, and how it is put right again: each gives the second as a function.


def full_disk(disk):
    ballast = os.open(disk.folder + "/ballast", os.O_CREAT | os.O_WRONLY)
    for size in (65536, 4096, 1):
        try:
            while True:
                os.write(ballast, b"x" * size)
        except OSError:
            pass
    os.close(ballast)
    return lambda: os.unlink(disk.folder + "/ballast")


def file_limit(disk):
    process = disk.server.process.pid
    before = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (os.path.getsize(disk.store + "-wal"), before[1]))
    return lambda: resource.prlimit(process, resource.RLIMIT_FSIZE, before)


def locked(disk):
    other = sqlite3.connect(disk.store, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    return other.close


def moved(disk):
    os.rename(disk.store, disk.store + ".away")
    return lambda: os.rename(disk.store + ".away", disk.store)


def wal_moved(disk):
    os.rename(disk.store + "-wal", disk.store + ".away")
    return lambda: os.rename(disk.store + ".away", disk.store + "-wal")


TROUBLES = [full_disk, file_limit, locked, moved, wal_moved]


async def endured(disk, trouble, at):
    """The trouble comes before the message of that number."""
    await asyncio.to_thread(disk.server.start)
    await disk.ready(200)
    async with disk.client() as client:
        for index, (line, expected) in enumerate(booking("Trouble", 0)):
            if index == at:
                events = disk.events()
                relief = trouble(disk)
                refused = 0
                for attempt in range(60):
                    # A full disk may have a little room left, in a WAL that is used again.
                    await client.send(line if refused or attempt == 0 else "hello?", message_id="refused-%d" % attempt)
                    answer = await client.answer()
                    refused += answer.get("error_code") == "STATE_UNAVAILABLE"
                    require(refused or "type" not in answer, "%s: %r" % (disk.name, answer))
                    if refused:
                        break
                require(refused, "%s: nothing was refused" % disk.name)
                await disk.ready(503)
                require(disk.server.process.poll() is None, "%s: the server ended" % disk.name)
                require(disk.events() == events, "%s: half of it was done: %r" % (disk.name, disk.events()))
                relief()
                await disk.ready(200)
                words = await client.says(line, message_id="refused-%d" % attempt)
            else:
                words = await client.says(line, message_id="said-%d" % index)
            require(at == 2 or all(pattern in words for pattern in expected if pattern.isalpha()), "%r: %r" % (line, words))
        while not disk.events():
            words = await client.says("yes")
    require(len(disk.events()) == 1, "%s: the calendar holds %r" % (disk.name, disk.events()))
    for words in ("critical", "The store does not take what is said", "The store takes what is said again"):
        require(words in disk.logged(), "%s: the log does not say %r" % (disk.name, words))
    disk.server.kill()
    await asyncio.to_thread(disk.server.start)
    require(len(disk.events()) == 1, "%s: after a restart the calendar holds %r" % (disk.name, disk.events()))


async def main(options):
    count = 0
    for trouble in TROUBLES:
        for at in (1, 5):
            if not options.names or trouble.__name__ in options.names:
                async with Disk(options, "%s before line %d" % (trouble.__name__, at + 1), "3m") as disk:
                    await endured(disk, trouble, at)
                    count += 1
    for damage in DAMAGES:
        if not options.names or damage.__name__ in options.names:
            async with Disk(options, damage.__name__, "32m") as disk:
                await damage(disk)
                count += 1
    return "%d troubles" % count


if __name__ == "__main__":
    if "MUSEGRAPH_NAMESPACE" not in os.environ:
        os.environ["MUSEGRAPH_NAMESPACE"] = "1"
        os.execvp("unshare", ["unshare", "--user", "--map-root-user", "--mount", sys.executable] + sys.argv)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("names", nargs="*", metavar="NAME")
    run(main(parser.parse_args()), "trouble")
