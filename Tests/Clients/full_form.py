#!/usr/bin/env python3
"""Speaks the full form (`musegraph.v1`) while connections break and the server is killed: exactly one turn per message, and a
history in which no number is missing and none comes twice.

  full_form.py --binary PATH --graph FOLDER [--rounds N] [--seed N]

In each round one client books a meeting. Before, during and after every line chance decides: its connection breaks, the server is
killed (kill -9) and started again, or nothing happens. It resumes where it stood, and sends again what it has no answer to. A
second client of the same person only listens, and loses its connection as well. At the end a third one reads the whole history.
"""
import argparse
import asyncio
import json
import random
import tempfile

import websockets

from plain_form import ProtocolError, require, run
from server_process import ServerProcess
from wire_schema import wire_schema

NOW = "2026-11-23T09:00:00Z"
LINES = ["hi", "I want to schedule a meeting with bob@example.com", "tomorrow at 3pm", "30 minutes", "call it Design review", "yes"]
GONE = (websockets.exceptions.ConnectionClosed, OSError, asyncio.TimeoutError, websockets.exceptions.InvalidMessage)


class FullClient:
    """One device: its connections come and go, and `history` is what it has of the thread."""

    def __init__(self, server, name):
        self.server, self.name, self.socket = server, name, None
        self.history, self.errors = [], []
        self.schema = wire_schema("http://127.0.0.1:%d" % server.port, "full")

    async def connect(self):
        address = "ws://127.0.0.1:%d/ws/%s" % (self.server.port, self.name)
        self.socket = await websockets.connect(address, subprotocols=["musegraph.v1"])
        require(self.socket.subprotocol == "musegraph.v1", "the subprotocol was not agreed on")
        welcome = await self.receive()
        require(welcome.get("content") == "connection_established", "first came %r" % welcome)
        require(welcome["last_seq"] >= len(self.history), "the server has forgotten: %r" % welcome)
        await self.tell({"type": "resume", "last_seq": len(self.history)})
        resumed = await self.receive()
        require(resumed["type"] == "resumed", "what was stored cannot be resumed: %r" % resumed)
        require((resumed["after"], resumed["through"]) == (len(self.history), welcome["last_seq"]), "wrong bounds: %r" % resumed)
        while len(self.history) < resumed["through"]:
            self.note(await self.receive())

    async def receive(self, timeout=10):
        if self.socket is None:
            raise ConnectionResetError("dropped meanwhile")
        envelope = json.loads(await asyncio.wait_for(self.socket.recv(), timeout))
        self.schema.check(envelope)
        return envelope

    def note(self, envelope):
        """Keeps an entry of the history. When it was sent is the one thing that may differ."""
        envelope.pop("timestamp")
        if "seq" in envelope:
            require(envelope["seq"] == len(self.history) + 1, "%s: after %d came %r" % (self.name, len(self.history), envelope))
            self.history.append(envelope)
        elif envelope["type"] == "error":
            self.errors.append(envelope["error_code"])

    def reply_to(self, message):
        return next((e["content"] for e in self.history if e["type"] == "reply" and e.get("reply_to") == message), None)

    async def send(self, content, message):
        await self.tell({"type": "user_message", "content": content, "message_id": message})

    async def tell(self, request):
        if self.socket is None:
            raise ConnectionResetError("dropped meanwhile")
        await self.socket.send(json.dumps(request))

    async def until(self, done):
        while not done():
            self.note(await self.receive())

    def drop(self):
        """Without a close handshake: as if the network were gone."""
        if self.socket:
            self.socket.transport.abort()
            self.socket = None


async def listen(client):
    """Follows for ever, whatever happens to the connection."""
    while True:
        try:
            await client.connect()
            while True:
                client.note(await client.receive(timeout=3600))
        except GONE:
            await asyncio.sleep(0.01)


class Booking:
    def __init__(self, server, number, chance):
        self.server, self.chance = server, chance
        self.client = FullClient(server, "person-%d" % number)
        self.listener = FullClient(server, "person-%d" % number)
        self.kills = self.breaks = 0

    async def hold(self):
        listening = asyncio.create_task(listen(self.listener))
        try:
            for number, line in enumerate(LINES):
                await self.say(line, "m-%d" % number)
            await self.compare(listening)
        finally:
            listening.cancel()
            self.client.drop()
            self.listener.drop()

    async def say(self, line, message):
        """Until it has its reply, whatever happens meanwhile."""
        for _ in range(50):
            try:
                if self.client.socket is None:
                    await self.client.connect()
                if self.client.reply_to(message) is None:
                    await self.client.send(line, message)
                await self.trouble()
                await self.client.until(lambda: self.client.reply_to(message) is not None)
                return
            except GONE:
                self.client.drop()
                await asyncio.sleep(0.01)
        raise ProtocolError("%r never got a reply; errors: %s" % (line, self.client.errors))

    async def trouble(self):
        what = self.chance.random()
        await asyncio.sleep(self.chance.choice([0, 0, 0.001, 0.004]))
        if what < 0.15:
            self.kills += 1
            await asyncio.to_thread(self.server.kill)
            await asyncio.to_thread(self.server.start, self.server.port)
        elif what < 0.4:
            self.breaks += 1
            self.client.drop()
            raise OSError("the network is gone")
        elif what < 0.55:
            self.listener.drop()

    async def compare(self, listening):
        whole = FullClient(self.server, self.client.name)
        await whole.connect()
        whole.drop()
        try:
            await self.client.until(lambda: len(self.client.history) >= len(whole.history))
        except GONE:
            self.client.drop()
            await self.client.connect()
        for _ in range(500):
            if listening.done():
                listening.result()
            if len(self.listener.history) == len(whole.history):
                break
            await asyncio.sleep(0.01)
        require(self.client.history == whole.history, "what was told live is not what is told afterwards")
        require(self.listener.history == whole.history, "the listener was told something else")
        turns = [e["message_id"] for e in whole.history if e["type"] == "turn.started"]
        require(turns == ["m-%d" % n for n in range(len(LINES))], "not one turn for each message: %s" % turns)
        require("Booked" in whole.reply_to("m-%d" % (len(LINES) - 1)), "it is not booked")
        require(whole.history[-1]["type"] in ("turn.ended", "thread.ended"), "it ends with %r" % whole.history[-1])


async def main(options):
    chance = random.Random(options.seed)
    kills = breaks = entries = 0
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        server = ServerProcess(options.binary, options.graph, "sqlite:%s/store.sqlite" % folder, NOW).start()
        try:
            for number in range(options.rounds):
                booking = Booking(server, number, chance)
                await booking.hold()
                events = server.get("/calendar/person-%d.ics" % number).count("BEGIN:VEVENT")
                require(events == 1, "%d meetings instead of one" % events)
                kills, breaks, entries = kills + booking.kills, breaks + booking.breaks, entries + len(booking.client.history)
        except AssertionError as error:
            raise ProtocolError("seed %d: %s" % (options.seed, error)) from error
        finally:
            server.kill()
    return "%d bookings, %d entries, %d broken connections, %d times kill -9 (seed %d)" % (
        options.rounds, entries, breaks, kills, options.seed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    run(main(parser.parse_args()), "full form")
