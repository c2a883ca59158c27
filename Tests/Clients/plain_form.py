"""A client of the plain form (see `GET /ws/{client_id}`), strict about the protocol: for the scripts beside it.

Works with every version of the `websockets` package from 10 on.
"""
import asyncio
import json
import tempfile

import websockets
import websockets.exceptions

from server_process import ServerProcess
from wire_schema import wire_schema

DEFAULT_TIMEOUT = 20


class ProtocolError(AssertionError):
    """The server did something that the protocol does not allow."""


async def connect(address, headers):
    # Versions of `websockets` call it differently.
    name = "additional_headers" if int(websockets.__version__.split(".")[0]) >= 14 else "extra_headers"
    return await websockets.connect(address, max_size=1 << 22, **{name: headers} if headers else {})


class PlainClient:
    """One connection. What nobody asked for is kept aside: `missed` (replies), `notices`, and how often `processing` was said."""

    def __init__(self, base, name, query="", timeout=DEFAULT_TIMEOUT, headers=None):
        self.headers = headers or {}
        self.base, self.address = base, "%s/ws/%s%s" % (base, name, query)
        self.name, self.timeout, self.socket = name, timeout, None
        self.missed, self.notices, self.processing = [], [], 0

    async def __aenter__(self):
        self.schema = await asyncio.to_thread(wire_schema, self.base, "plain")
        self.socket = await connect(self.address, self.headers)
        first = await self._receive()
        require(first.get("type") == "system" and first.get("content") == "connection_established", "first came %r" % first)
        return self

    async def __aexit__(self, *_):
        await self.socket.close()

    async def send(self, content, **fields):
        await self.socket.send(json.dumps({"type": "user_message", "content": content, **fields}))

    async def answer(self):
        """The next reply or error; what has a type of its own is kept aside."""
        while True:
            message = await self._receive()
            kind = message.get("type")
            if kind == "missed_reply":
                self.missed.append(message)
            elif kind == "notice":
                self.notices.append(message)
            elif kind == "system":
                require(message["content"] == "processing", "unexpected %r" % message)
                self.processing += 1
            else:
                require(kind in (None, "error"), "a message of no known type: %r" % message)
                check_fields(message)
                return message

    async def says(self, content, **fields):
        """Says one line and gives the words of its reply; an error instead is a failure."""
        await self.send(content, **fields)
        answer = await self.answer()
        require("type" not in answer, "%r was answered with %r" % (content, answer))
        if "message_id" in fields:
            require(answer["reply_to"] == fields["message_id"], "%r answers something else: %r" % (content, answer))
        if "session_id" in fields:
            require(answer["session_id"] == fields["session_id"], "the session id is not echoed: %r" % answer)
        return answer["content"]

    async def silence(self, seconds=0.3):
        """Nothing more may come."""
        try:
            message = await asyncio.wait_for(self.socket.recv(), seconds)
        except asyncio.TimeoutError:
            return
        raise ProtocolError("one reply per line, but this came too: %s" % message)

    async def _receive(self):
        try:
            text = await asyncio.wait_for(self.socket.recv(), self.timeout)
        except asyncio.TimeoutError:
            raise ProtocolError("%s: no answer within %s s" % (self.name, self.timeout)) from None
        require(isinstance(text, str), "a binary message: %r" % text)
        message = json.loads(text)
        self.schema.check(message)
        require(isinstance(message.get("timestamp"), str) and message["timestamp"].endswith("Z"), "no timestamp: %r" % message)
        return message


def check_fields(message):
    """The fields that every reply and every error has."""
    if "type" not in message:
        require(isinstance(message.get("content"), str) and message["content"].strip(), "a reply without words: %r" % message)
    else:
        for field, kind in (("error_code", str), ("message", str), ("retry_suggested", bool)):
            require(isinstance(message.get(field), kind), "an error without %s: %r" % (field, message))


def require(condition, complaint):
    if not condition:
        raise ProtocolError(complaint)


def add_address(parser):
    """Where the server is: one that runs, or one to start for as long as this takes."""
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--url", help="a running server: ws://HOST:PORT or http://HOST:PORT")
    group.add_argument("--port", type=int, help="the same as --url ws://127.0.0.1:PORT")
    group.add_argument("--binary", help="the program `musegraph`: start a server of our own, over a SQLite store that is thrown away")
    parser.add_argument("--graph", help="with --binary: what it serves")
    parser.add_argument("--now", default="2026-11-23T09:00:00Z", help="with --binary: its clock (default: %(default)s, a Monday)")


class Served:
    """`async with Served(options) as server`: the server's address, and its process where it is ours."""

    def __init__(self, options, extra=()):
        self.options, self.extra, self.process, self.folder = options, extra, None, None

    async def __aenter__(self):
        if self.options.binary:
            require(self.options.graph, "--binary needs --graph")
            self.folder = tempfile.TemporaryDirectory(prefix="musegraph-")
            store = "sqlite:%s/store.sqlite" % self.folder.name
            self.process = ServerProcess(self.options.binary, self.options.graph, store, self.options.now, self.extra).start()
        return self

    async def __aexit__(self, kind, *_):
        if not self.process:
            return
        try:
            if kind is None:
                status = await asyncio.to_thread(self.process.stop)
                require(status == 0, "SIGTERM ended the server with %s" % status)
        finally:
            self.process.kill()
            self.folder.cleanup()

    @property
    def http(self):
        url = self.options.url or "http://127.0.0.1:%d" % (self.process.port if self.process else self.options.port)
        return url.rstrip("/").replace("ws://", "http://").replace("wss://", "https://")

    @property
    def websocket(self):
        return self.http.replace("http://", "ws://").replace("https://", "wss://")


def run(main, what):
    """Runs `main` and says how it ended: exit 0, or 1 with one clear line."""
    try:
        print("%s: %s" % (what, asyncio.run(main)))
    except (AssertionError, OSError, asyncio.TimeoutError, websockets.exceptions.WebSocketException) as error:
        raise SystemExit("%s FAILED: %s" % (what, error or repr(error))) from None
