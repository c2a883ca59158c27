#!/usr/bin/env python3
"""Holds scenarios over a WebSocket and restarts the server in the middle of each: every reply must be the one that the scenario has.

  restart.py --binary PATH --graph FOLDER SCENARIO...

Each is held once for every way to end the server: SIGTERM, and kill -9. The store is SQLite, the client id stays the same. A
scenario that stages a calendar, tools or time cannot be held from outside, and is refused.
"""
import argparse
import asyncio
import re
import tempfile

import yaml

from plain_form import PlainClient, require, run
from server_process import ServerProcess


def lines(path):
    """(what is said, the pattern of its reply) of every line."""
    with open(path, encoding="utf-8") as file:
        scenario = yaml.safe_load(file)
    require("calendar" not in scenario, "%s stages a calendar" % path)
    found = []
    for turn in scenario["talk"]:
        staged = set(turn) - {"user", "bot", "at", "calls", "ends", "slots"}
        require(not staged, "%s stages %s" % (path, ", ".join(sorted(staged))))
        found.append((turn["user"], turn.get("bot", "*")))
    require(len(found) >= 4, "%s is too short to be cut in two" % path)
    return found


def fits(pattern, reply):
    """Blanks do not matter; * is anything."""
    words = " ".join(pattern.split())
    return re.fullmatch(".*".join(re.escape(part) for part in words.split("*")), " ".join(reply.split()), re.DOTALL)


async def say(server, client, part):
    async with PlainClient("ws://127.0.0.1:%d" % server.port, client) as person:
        require(not person.missed, "a reply that had been delivered came again: %r" % person.missed)
        for words, pattern in part:
            reply = await person.says(words)
            require(fits(pattern, reply), "%r should be answered by %r, but was by %r" % (words, pattern, reply))
        await person.silence()


async def held(options, path, end, client):
    script = lines(path)
    middle = len(script) // 2
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        store = "sqlite:%s/store.sqlite" % folder
        server = ServerProcess(options.binary, options.graph, store, "2026-03-02T09:00:00Z").start()
        try:
            await say(server, client, script[:middle])
            await asyncio.to_thread(server.stop if end == "SIGTERM" else server.kill)
            server.start()
            await say(server, client, script[middle:])
        finally:
            server.kill()
    return len(script)


async def main(options):
    said = 0
    for number, path in enumerate(options.scenarios):
        for end in ("SIGTERM", "kill -9"):
            said += await held(options, path, end, "restart-%d-%s" % (number, end[:4].strip().lower()))
    return "%d conversations, %d lines, %d restarts" % (2 * len(options.scenarios), said, 2 * len(options.scenarios))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("scenarios", nargs="+", metavar="SCENARIO")
    run(main(parser.parse_args()), "restart")
