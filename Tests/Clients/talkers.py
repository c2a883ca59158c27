"""Clients that book one meeting after the other and never give up: for the scripts that end the server under their hands.

Every message has an id. What got no answer is sent again under its id, over as many connections as it takes; and after each
reconnection the last message that was answered is sent again, too, and must bring the same words.
"""
import asyncio
import json
import re
import urllib.request

import websockets
import websockets.exceptions

from load import booking
from plain_form import require
from server_process import events

GONE = (OSError, websockets.exceptions.WebSocketException, asyncio.TimeoutError)


class Talker:
    """One client. `replies` has what each message was answered; `booked` the titles of the meetings that were confirmed to it."""

    def __init__(self, house, name):
        self.house, self.name, self.socket = house, name, None
        self.replies, self.booked, self.repeats, self.closings, self.is_over = {}, [], 0, [], False

    async def talk(self):
        """Books until the house closes; what was begun is brought to its end."""
        number = 0
        while not self.house.is_closing:
            title = "Talk %s %d" % (self.name.rsplit("-", 1)[1], number)
            for index, (line, expected) in enumerate(booking(title, number)):
                reply = await self.say(line, "%s-%d-%d" % (self.name, number, index))
                for pattern in expected:
                    require(re.search(pattern, reply, re.S), "%s: %r was answered by %r" % (self.name, line, reply))
            self.booked.append(title)
            number += 1
        if self.socket:
            await self.socket.close()

    async def say(self, line, message_id):
        """Until it is answered."""
        while True:
            try:
                if not self.socket:
                    await self._connect()
                reply = await self._ask(line, message_id)
                self.replies[message_id] = (line, reply)
                return reply
            except GONE as error:
                self.closings.append(getattr(getattr(error, "rcvd", None), "code", None))
                self.socket = None
                await self.house.is_up.wait()
                await asyncio.sleep(0.005)

    async def _connect(self):
        await self.house.is_up.wait()
        self.socket = await websockets.connect("ws://127.0.0.1:%d/ws/%s" % (self.house.server.port, self.name), open_timeout=10)
        if self.replies:
            message_id = list(self.replies)[-1]
            line, reply = self.replies[message_id]
            again = await self._ask(line, message_id)
            require(again == reply, "%s: %r was answered by %r, and after a restart by %r" % (self.name, line, reply, again))
            self.repeats += 1

    async def _ask(self, line, message_id):
        await self.socket.send(json.dumps({"type": "user_message", "content": line, "message_id": message_id}))
        while True:
            message = json.loads(await asyncio.wait_for(self.socket.recv(), 30))
            if message.get("type") == "error":
                require(message["error_code"] in self.house.excuses, "%s: %r was answered by %r" % (self.name, line, message))
                await asyncio.sleep(0.02)
                raise OSError("not now")
            if "type" not in message:
                require(message["reply_to"] == message_id, "%s: %r was answered by %r" % (self.name, line, message))
                return message["content"]


class House:
    """A server with talkers. `life` is called as often as it shall end, with the server up and everybody talking."""

    def __init__(self, server, count, excuses=()):
        self.server, self.excuses, self.is_closing, self.is_up = server, set(excuses), False, asyncio.Event()
        self.talkers = [Talker(self, "talker-%d" % number) for number in range(count)]

    async def live(self, ends, end):
        """`end` ends the server, so often; then everybody finishes, and the calendars hold what was confirmed, once."""
        await asyncio.to_thread(self.server.start)
        self.is_up.set()
        tasks = [asyncio.create_task(talker.talk()) for talker in self.talkers]
        for number in range(ends):
            await end(number)
            failed = [task for task in tasks if task.done() and task.exception()]
            if failed:
                raise failed[0].exception()
        self.is_closing = True
        await asyncio.gather(*tasks)
        await asyncio.to_thread(self.check)

    async def again(self):
        """After the server has ended."""
        await asyncio.to_thread(self.server.start, self.server.port)
        self.is_up.set()

    def check(self):
        for talker in self.talkers:
            url = "http://127.0.0.1:%d/calendar/%s.ics" % (self.server.port, talker.name)
            with urllib.request.urlopen(url, timeout=30) as answer:
                found = sorted(event["SUMMARY"] for event in events(answer.read().decode("utf-8")))
            require(found == sorted(talker.booked), "%s was told of %r, and its calendar holds %r" % (talker.name, talker.booked, found))

    def summary(self):
        return "%d replies, %d meetings, each once; %d replies asked for again and the same" % (
            sum(len(talker.replies) for talker in self.talkers), sum(len(talker.booked) for talker in self.talkers),
            sum(talker.repeats for talker in self.talkers))
