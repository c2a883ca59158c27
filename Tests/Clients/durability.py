#!/usr/bin/env python3
"""Watches the server's system calls (strace): at `--durability full` the WAL is flushed before each reply leaves; at normal it is not.

  durability.py --binary PATH --graph FOLDER [--clients N]

Of every message: the write of its record to the WAL, then a flush of the WAL that begins after that write and ends before the reply is
written to the socket. Turns that wait at the same time share a flush.
"""
import argparse
import asyncio
import re
import tempfile

from load import booking
from plain_form import PlainClient, require, run
from server_process import ServerProcess

CALLS = "trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg"
LINE = re.compile(r"^(\d+) +(.*)$")


async def book(server, number):
    async with PlainClient("ws://127.0.0.1:%d" % server.port, "durable-%d" % number, timeout=60) as client:
        for index, (line, _) in enumerate(booking("Flush %d" % number, number)):
            await client.says(line, message_id=identity(number, index))


def identity(number, index):
    return "msg-%04d-%02d" % (number, index)


class Trace:
    """The calls in the order of their lines; a call has a line where it begins and one where it ends."""

    def __init__(self, path):
        self.stored, self.replied, self.flushes = {}, {}, []
        begun = {}
        with open(path, encoding="utf-8", errors="replace") as lines:
            for place, line in enumerate(lines):
                process, call = LINE.match(line).groups()
                if re.match(r"f(data)?sync\(\d+<[^>]*-wal>", call):
                    begun[process] = place
                    if "<unfinished" not in call:
                        self._end(begun.pop(process), place, call)
                elif re.match(r"<\.\.\. f(data)?sync resumed>", call) and process in begun:
                    self._end(begun.pop(process), place, call)
                elif call.startswith("pwrite64(") and "-wal>" in call[:300]:
                    self._note(self.stored, r'\\"id\\":\\"(msg-\d+-\d+)', call, place)
                elif call.startswith(("write(", "writev(", "sendto(", "sendmsg(")):
                    self._note(self.replied, r'\\"reply_to\\":\\"(msg-\d+-\d+)', call, place)

    def _end(self, start, end, call):
        if call.rstrip().endswith("= 0") or " = 0 " in call:
            self.flushes.append((start, end))

    @staticmethod
    def _note(places, pattern, call, place):
        for message in re.findall(pattern, call):
            places.setdefault(message, place)

    def is_flushed(self, message):
        return any(self.stored[message] < start and end < self.replied[message] for start, end in self.flushes)


async def trace(options, durability):
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        path = "%s/trace" % folder
        server = ServerProcess(
            options.binary, options.graph, "sqlite:%s/store.sqlite" % folder, "2026-11-23T09:00:00Z", ["--durability", durability])
        server.command = ["strace", "-D", "-f", "-y", "-s", "9000", "-e", CALLS, "-o", path] + server.command
        await asyncio.to_thread(server.start)
        try:
            await asyncio.gather(*(book(server, number) for number in range(options.clients)))
        finally:
            server.kill()
        return Trace(path)


async def main(options):
    wanted = [identity(number, index) for number in range(options.clients) for index in range(len(booking("", 0)))]
    full = await trace(options, "full")
    for message in wanted:
        require(message in full.stored, "%s was not seen on its way to the WAL" % message)
        require(message in full.replied, "the reply to %s was not seen on its way to the socket" % message)
        require(full.is_flushed(message), "the reply to %s left before its record was flushed to the disk" % message)
    # The same watch must see the difference, or it sees nothing.
    normal = await trace(options, "normal")
    require(all(message in normal.replied for message in wanted), "replies are missing at --durability normal")
    require(not any(normal.is_flushed(message) for message in wanted[:10]), "at --durability normal the WAL is flushed, too")
    return "%d replies, each behind a flush of its record; %d flushes; at normal %d" % (
        len(wanted), len(full.flushes), len(normal.flushes))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--clients", type=int, default=20)
    run(main(parser.parse_args()), "durability")
