#!/usr/bin/env python3
"""Kills the server (kill -9) in the middle of bookings and checks that every conversation goes on and books exactly once.

  kill.py --binary PATH --graph FOLDER [--rounds N] [--seed N]

Three parts: between any two lines; the moment a reply has arrived (before its delivery record may be written); and at random
moments while the calendar is being called. The client id stays the same, the store is SQLite.
"""
import argparse
import asyncio
import json
import random
import tempfile

import websockets

from server_process import ServerProcess, starts

NOW = "2026-11-23T09:00:00Z"
LINES = ["hi", "I want to schedule a meeting with bob@example.com", "tomorrow at 3pm", "30 minutes", "call it Design review", "yes"]
BOOKED = [("Design review", "Europe/London 20261124T150000")]


class Client:
    """One connection of the plain form. `missed` holds the replies that came again on connect."""

    def __init__(self, server, name):
        self.server, self.name, self.socket, self.missed = server, name, None, []

    async def __aenter__(self):
        self.socket = await websockets.connect("ws://127.0.0.1:%d/ws/%s" % (self.server.port, self.name))
        first = json.loads(await self.socket.recv())
        assert first["content"] == "connection_established", first
        return self

    async def __aexit__(self, *_):
        try:
            await self.socket.close()
        except websockets.exceptions.ConnectionClosed:
            pass  # the server was killed while this side was closing

    async def send(self, text, message_id=None):
        message = {"type": "user_message", "content": text}
        if message_id:
            message["message_id"] = message_id
        await self.socket.send(json.dumps(message))

    async def reply(self, timeout=10):
        while True:
            answer = json.loads(await asyncio.wait_for(self.socket.recv(), timeout))
            if answer.get("type") == "missed_reply":
                self.missed.append(answer["content"])
            elif answer.get("type") == "error":
                raise AssertionError("an error instead of a reply: %s" % answer)
            elif "type" not in answer:
                return answer["content"]

    async def says(self, text, message_id=None):
        await self.send(text, message_id)
        return await self.reply()


async def between_lines(server, cut):
    name = "lines-%d" % cut
    for index, line in enumerate(LINES):
        async with Client(server, name) as client:
            last = await client.says(line)
            if index == cut:
                await asyncio.sleep(0.05)  # lets the delivery record be written: this part is about a quiet moment
        if index == cut:
            server.kill()
            server.start()
    assert "Booked" in last, "killed after line %d: the last reply was %r" % (cut + 1, last)
    expect(server, name)


async def at_the_reply(server, cut):
    """Killed the moment the reply arrived: the same reply comes again as missed, and the conversation goes on."""
    name = "reply-%d" % cut
    for index, line in enumerate(LINES):
        async with Client(server, name) as client:
            last = await client.says(line, "m%d" % index)
            if index == cut:
                server.kill()
        if index == cut:
            server.start()
            async with Client(server, name) as client:
                again = await client.says(line, "m%d" % index)
                assert again == last, "a repeated message id must bring the same reply: %r, then %r" % (last, again)
    assert "Booked" in last, "killed at reply %d: the last reply was %r" % (cut + 1, last)
    expect(server, name)


async def undelivered_yes(server):
    """A yes sent before the question was delivered books nothing."""
    name = "early-yes"
    async with Client(server, name) as client:
        for line in LINES[:-2]:
            await client.says(line)
        await client.send(LINES[-2])
        await client.send("yes")
        await client.reply()
        second = await client.reply()
        assert "Booked" not in second, "an early yes booked: %r" % second
        assert starts(server.get("/calendar/%s.ics" % name)) == [], "an early yes reached the calendar"
        last = await client.says("yes")
        assert "Booked" in last, last
    expect(server, name)


async def while_calling(server, rng, rounds):
    """Killed at a random moment after the last yes was sent; then the yes is repeated under its message id."""
    for number in range(rounds):
        name = "call-%d" % number
        async with Client(server, name) as client:
            for index, line in enumerate(LINES[:-1]):
                await client.says(line, "m%d" % index)
            await client.send(LINES[-1], "m5")
            await asyncio.sleep(rng.random() * 0.012)
            server.kill()
        server.start()
        async with Client(server, name) as client:
            last = await client.says(LINES[-1], "m5")
            if "Booked" not in last:  # the kill came before the turn was stored, and the question is asked again
                last = await client.says("yes", "m6")
            assert "Booked" in last, "round %d: %r" % (number, last)
        expect(server, name)


def expect(server, name):
    found = starts(server.get("/calendar/%s.ics" % name))
    assert found == BOOKED, "%s: the calendar holds %s" % (name, found)


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    options = parser.parse_args()
    print("seed %d" % options.seed)
    with tempfile.TemporaryDirectory() as folder:
        server = ServerProcess(options.binary, options.graph, "sqlite:%s/store.sqlite" % folder, NOW).start()
        try:
            for cut in range(len(LINES) - 1):
                await between_lines(server, cut)
            for cut in range(len(LINES)):
                await at_the_reply(server, cut)
            await undelivered_yes(server)
            await while_calling(server, random.Random(options.seed), options.rounds)
            status = server.stop()
            assert status == 0, "SIGTERM ended with %s" % status
        finally:
            server.kill()
    print("kill: %d bookings, each exactly once" % (2 * len(LINES) + options.rounds))


if __name__ == "__main__":
    asyncio.run(main())
