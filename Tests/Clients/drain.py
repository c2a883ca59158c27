#!/usr/bin/env python3
"""Stops the server (SIGTERM) under load, again and again: turns end, replies go out, exit 0, and nothing is lost. And twice at once.

  drain.py --binary PATH --graph FOLDER [--stops N] [--clients N] [--seed N]

While it drains, newcomers are refused with 503. A second SIGTERM ends it at once, by that signal.
"""
import argparse
import asyncio
import json
import random
import sqlite3
import tempfile

import websockets
import websockets.exceptions

from plain_form import PlainClient, require, run
from server_process import ServerProcess
from talkers import House


async def under_load(options, server, rng):
    house = House(server, options.clients, excuses=["SERVER_DRAINING"])

    async def stop(_):
        await asyncio.sleep(0.2 + rng.random() * 0.3)
        house.is_up.clear()
        status = await asyncio.to_thread(server.stop)
        require(status == 0, "SIGTERM ended with %s" % status)
        await house.again()

    await house.live(options.stops, stop)
    codes = [code for talker in house.talkers for code in talker.closings if code]
    require(set(codes) == {1012}, "the connections were closed with %r" % sorted(set(codes)))
    return house.summary()


async def refused(server):
    try:
        async with websockets.connect("ws://127.0.0.1:%d/ws/newcomer" % server.port):
            return "taken"
    except websockets.exceptions.WebSocketException as error:
        return str(error)


async def held_up(server, store, twice):
    """A turn that cannot end: another process holds the store."""
    await asyncio.to_thread(server.start)
    holder = sqlite3.connect(store, isolation_level=None)
    async with PlainClient("ws://127.0.0.1:%d" % server.port, "held-%d" % twice) as client:
        await client.says("hi")
        await asyncio.sleep(0.3)  # its delivery is written, and does not stand before the next turn
        holder.execute("BEGIN IMMEDIATE")
        await client.send("I want to schedule a meeting with bob@example.com", message_id="m1")
        await asyncio.sleep(0.3)
        server.process.terminate()
        await asyncio.sleep(0.3)
        require(server.process.poll() is None, "it did not wait for the turn")
        answer = await refused(server)
        require("503" in answer, "a newcomer was not refused with 503, but %r" % answer)
        if twice:
            server.process.terminate()
            status = await asyncio.to_thread(server.process.wait, 5)
            require(status == -15, "a second SIGTERM ended it with %s" % status)
            holder.close()
            return
        holder.execute("ROLLBACK")
        holder.close()
        answer = await client.answer()
        require(answer.get("reply_to") == "m1" and "type" not in answer, "the running turn was answered by %r" % answer)
        try:
            last = json.loads(await asyncio.wait_for(client.socket.recv(), 10))
            require(False, "after the reply came %r" % last)
        except websockets.exceptions.ConnectionClosed as error:
            require(error.rcvd and error.rcvd.code == 1012, "the connection was closed by %r" % error)
    status = await asyncio.to_thread(server.process.wait, 10)
    require(status == 0, "SIGTERM ended with %s" % status)


async def main(options):
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        store = "%s/store.sqlite" % folder
        server = ServerProcess(options.binary, options.graph, "sqlite:" + store, "2026-11-23T09:00:00Z")
        try:
            summary = await under_load(options, server, random.Random(options.seed))
            server.kill()
            for twice in (False, True):
                await held_up(server, store, twice)
        finally:
            server.kill()
    return "seed %d: stopped %d times; %s" % (options.seed, options.stops, summary)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--stops", type=int, default=10)
    parser.add_argument("--clients", type=int, default=12)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    run(main(parser.parse_args()), "drain")
