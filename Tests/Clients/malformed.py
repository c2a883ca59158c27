#!/usr/bin/env python3
"""Sends what no client should send, on raw sockets, and checks each answer; after each, another client's booking goes on.

  malformed.py (--port PORT | --binary PATH --graph FOLDER)
"""
import argparse
import base64
import json
import os
import socket
import struct
import urllib.parse
import uuid

from book import BOOKING, turns
from plain_form import PlainClient, Served, add_address, require, run

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


def frame(opcode, payload=b"", final=True, reserved=0, masked=True, length=None, width=None):
    """A frame, right or wrong: `length` claims another length, `width` says in how many bytes it stands."""
    size = len(payload) if length is None else length
    width = width or (0 if size <= 125 else 2 if size <= 0xFFFF else 8)
    short = {0: size, 2: 126, 8: 127}[width]
    head = struct.pack("!BB", (0x80 if final else 0) | reserved << 4 | opcode, (0x80 if masked else 0) | short)
    head += struct.pack({2: "!H", 8: "!Q"}[width], size) if width else b""
    if not masked:
        return head + payload
    key = os.urandom(4)
    whole = int.from_bytes(payload, "big") ^ int.from_bytes((key * (len(payload) // 4 + 1))[:len(payload)], "big")
    return head + key + whole.to_bytes(len(payload), "big")


def text(message, **how):
    return frame(TEXT, message if isinstance(message, bytes) else message.encode("utf-8"), **how)


def user(content, **fields):
    return text(json.dumps({"type": "user_message", "content": content, **fields}))


class RawSocket:
    """A socket with a WebSocket's frames on it, once `upgrade` was called."""

    def __init__(self, address, timeout=20):
        self.socket = socket.create_connection(address, timeout=timeout)
        self.unread = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the server may hang up before it has read all; what it said is read below

    def request(self, head):
        """Sends lines of an HTTP request; gives the status, 0 where the server only hung up."""
        self.send(("\r\n".join(head) + "\r\n\r\n").encode("latin-1"))
        while b"\r\n\r\n" not in self.unread and self._more():
            pass
        parts = self.unread.split(b"\r\n\r\n", 1)
        self.unread = parts[1] if len(parts) > 1 else b""
        words = parts[0].split(b" ")
        return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0

    def upgrade(self, name):
        status = self.request(handshake("/ws/" + name))
        require(status == 101, "the handshake of %s was answered with %d" % (name, status))
        require(self.message().get("content") == "connection_established", "no greeting")
        return self

    def next(self):
        """(opcode, payload) of the next frame; None at the end."""
        while True:
            if len(self.unread) >= 2:
                short = self.unread[1]
                width = {126: 2, 127: 8}.get(short, 0)
                if len(self.unread) >= 2 + width:
                    size = int.from_bytes(self.unread[2:2 + width], "big") if width else short
                    if len(self.unread) >= 2 + width + size:
                        found = self.unread[0] & 0x0F, self.unread[2 + width:2 + width + size]
                        self.unread = self.unread[2 + width + size:]
                        return found
            if not self._more():
                return None

    def message(self):
        found = self.next()
        require(found and found[0] == TEXT, "instead of a message came %r" % (found,))
        return json.loads(found[1])

    def closing(self):
        """The code of the close frame that comes after whatever else."""
        while True:
            found = self.next()
            if not found:
                return None
            if found[0] == CLOSE:
                self.send(frame(CLOSE, found[1][:2]))
                return int.from_bytes(found[1][:2], "big")

    def _more(self):
        try:
            chunk = self.socket.recv(65536)
        except ConnectionResetError:
            return False
        self.unread += chunk
        return bool(chunk)


def handshake(path, **other):
    fields = {"Host": "127.0.0.1", "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
              "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode()}
    fields.update({name.replace("_", "-"): value for name, value in other.items()})
    return ["GET %s HTTP/1.1" % path] + ["%s: %s" % field for field in fields.items() if field[1] is not None]


# What is answered with an error; the connection lives on.
ERRORS = [
    ("not JSON", text("hello"), "INVALID_JSON"),
    ("nothing", text(""), "INVALID_JSON"),
    ("half a message", text('{"type":"user_message","content":"hi'), "INVALID_JSON"),
    ("two messages in one", text('{"type":"user_message","content":"hi"}{}'), "INVALID_JSON"),
    ("10,000 brackets", text("[" * 10000), "INVALID_JSON"),
    ("10,000 objects", text('{"a":' * 10000 + "1" + "}" * 10000), "INVALID_JSON"),
    ("NaN", text('{"type":"user_message","content":NaN}'), "INVALID_JSON"),
    ("a list", text("[]"), "INVALID_MESSAGE_FORMAT"),
    ("a number", text("1e400"), "INVALID_MESSAGE_FORMAT"),
    ("no type", text('{"content":"hi"}'), "INVALID_MESSAGE_FORMAT"),
    ("a type of no text", text('{"type":["user_message"],"content":"hi"}'), "INVALID_MESSAGE_FORMAT"),
    ("another type", text('{"type":"shutdown","content":"hi"}'), "UNSUPPORTED_MESSAGE_TYPE"),
    ("no content", text('{"type":"user_message"}'), "INVALID_MESSAGE_FORMAT"),
    ("content of no text", text('{"type":"user_message","content":{"text":"hi"}}'), "INVALID_MESSAGE_FORMAT"),
    ("empty content", user(" \n\t "), "INVALID_MESSAGE_FORMAT"),
    ("content of control characters", user("\0\1\2"), "INVALID_MESSAGE_FORMAT"),
    ("content twice", text('{"type":"user_message","content":"a","content":"b"}'), "INVALID_MESSAGE_FORMAT"),
    ("a message id of no text", text('{"type":"user_message","content":"hi","message_id":1}'), "INVALID_MESSAGE_FORMAT"),
    ("a session id that is too long", user("hi", session_id="s" * 10000), "INVALID_MESSAGE_FORMAT"),
    ("8,001 characters", user("a" * 8001), "MESSAGE_TOO_LONG"),
]

# What is well-formed and strange: it is answered as any message is.
ANSWERED = [
    ("a press at the end of all numbers", user("hi", press="reply-9223372036854775807.1")),
    ("the last button of all", user("hi", press="reply-1.9223372036854775807")),
    ("a reply seen that never was", user("hi", seen="reply-9223372036854775807")),
    ("a reply seen beyond all numbers", user("hi", seen="reply-99999999999999999999")),
    ("a zone that is none", user("hi", timezone="../../etc/passwd")),
    ("a locale that is none", user("hi", locale="\0\uffff-")),
    ("one combining mark 8,000 times", user("\u0301" * 8000)),
    ("8,000 digits", user("9" * 8000)),
    ("8,000 signs", user("-" * 8000)),
    ("1,600 dates", user("3/4, " * 1600)),
]

# What closes the connection, with its code.
CLOSINGS = [
    ("binary", frame(BINARY, b"\0\1"), 1003),
    ("not UTF-8", frame(TEXT, b"\xc3\x28"), 1007),
    ("UTF-16", frame(TEXT, "hi".encode("utf-16")), 1007),
    ("a surrogate", frame(TEXT, b"\xed\xa0\x80"), 1007),
    ("a character cut in two by the end", frame(TEXT, b"\xe2\x82", final=False) + frame(0, b"!"), 1007),
    ("unmasked", text("{}", masked=False), 1002),
    ("reserved bit 1", text("{}", reserved=4), 1002),
    ("reserved bits 2 and 3", text("{}", reserved=3), 1002),
    ("opcode 3", frame(3), 1002),
    ("opcode 15", frame(15), 1002),
    ("a ping of 126 bytes", frame(PING, b"p" * 126), 1002),
    ("a fragmented ping", frame(PING, b"p", final=False), 1002),
    ("a continuation of nothing", frame(0, b"{}"), 1002),
    ("a text inside of a text", text("{", final=False) + text("}"), 1002),
    ("a length that is not the shortest", text("{}", width=8), 1002),
    ("a length of 2^63", text("", length=1 << 63, width=8), 1002),
    ("a length of 2^40", text("", length=1 << 40, width=8), 1009),
    ("10 MB", text("a" * (10 << 20)), 1009),
    ("fragments of 10 MB", text("a" * 1000, final=False) + frame(0, b"a" * 1000, final=False) * 10000, 1009),
    ("100,000 empty fragments", text("", final=False) + frame(0, final=False) * 100000, 1009),
    ("a close of one byte", frame(CLOSE, b"\3"), 1002),
    ("a close with code 1006", frame(CLOSE, struct.pack("!H", 1006)), 1002),
    ("a close with a reason that is not UTF-8", frame(CLOSE, struct.pack("!H", 1000) + b"\xff"), 1007),
    ("a good close", frame(CLOSE, struct.pack("!H", 1000) + b"bye"), 1000),
    ("11 malformed messages in a row", text("bad") * 11, 1008),
]

# Requests that get no WebSocket: their status; 0: the server may as well hang up without a word.
REQUESTS = [
    ("a client id that is too short", handshake("/ws/ab"), {400}),
    ("a client id that is too long", handshake("/ws/" + "a" * 101), {400}),
    ("a client id with a dot", handshake("/ws/a.b.c"), {400}),
    ("a client id with an escape", handshake("/ws/a%00bc"), {400}),
    ("a client id that climbs", handshake("/ws/../../etc"), {400, 404}),
    ("another origin", handshake("/ws/someone", Origin="http://evil.example"), {403}),
    ("the origin null", handshake("/ws/someone", Origin="null"), {403}),
    ("another host", handshake("/ws/someone", Host="evil.example"), {421}),
    ("an unknown graph", handshake("/ws/someone?graph=no-such-graph"), {404}),
    ("an old version", handshake("/ws/someone", Sec_WebSocket_Version="8"), {426}),
    ("no key", handshake("/ws/someone", Sec_WebSocket_Key=None), {426}),
    ("another protocol", handshake("/ws/someone", Upgrade="h2c"), {426}),
    ("no HTTP", ["hello"], {400, 0}),
    ("HTTP of another age", ["GET / HTTP/9.9"], {400, 0}),
    ("a header of 20 KB", ["GET / HTTP/1.1", "Host: localhost", "X: " + "x" * 20000], {431}),
    ("1,000 headers", ["GET / HTTP/1.1", "Host: localhost"] + ["X: y"] * 1000, {431}),
    ("an address of 20 KB", ["GET /" + "x" * 20000 + " HTTP/1.1", "Host: localhost"], {414, 431}),
]


def check_error(address, what, data, code):
    with RawSocket(address).upgrade("bad-" + uuid.uuid4().hex[:8]) as client:
        client.send(data)
        answer = client.message()
        require(answer.get("error_code") == code, "%s: instead of %s came %r" % (what, code, answer))
        client.send(user("hi"))
        answer = client.message()
        require("type" not in answer and answer["content"], "%s: afterwards, hi was answered with %r" % (what, answer))


def check_answered(address, what, data):
    with RawSocket(address).upgrade("odd-" + uuid.uuid4().hex[:8]) as client:
        client.send(data)
        answer = client.message()
        while answer.get("content") == "processing" and answer.get("type") == "system":
            answer = client.message()
        require("type" not in answer and answer["content"], "%s: answered with %r" % (what, answer))


def check_closing(address, what, data, code):
    with RawSocket(address).upgrade("bad-" + uuid.uuid4().hex[:8]) as client:
        client.send(data)
        found = client.closing()
        require(found == code, "%s: closed with %s instead of %s" % (what, found, code))
        require(client.next() is None, "%s: the server says more after its close frame" % what)


def check_request(address, what, head, statuses):
    with RawSocket(address) as client:
        status = client.request(head)
        require(status in statuses, "%s: answered with %s instead of %s" % (what, status, statuses))


async def main(options):
    async with Served(options) as server:
        place = urllib.parse.urlparse(server.http)
        address = (place.hostname, place.port)
        checks = [(check_error, case) for case in ERRORS] + [(check_closing, case) for case in CLOSINGS]
        checks += [(check_request, case) for case in REQUESTS] + [(check_answered, case) for case in ANSWERED]
        script = turns(BOOKING)
        half_open = [RawSocket(address) for _ in range(20)]
        for client in half_open:
            client.send(b"GET /ws/half-open HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgr")
        async with PlainClient(server.websocket, "honest-" + uuid.uuid4().hex[:8]) as honest:
            for number, (check, case) in enumerate(checks):
                check(address, *case)
                line, _ = script[min(number, len(script) - 1)]
                reply = await honest.says(line)
                require(number != len(script) - 1 or "Booked" in reply, "the honest client's booking ended with %r" % reply)
        for client in half_open:
            client.socket.close()
    return "%d malformed messages, frames and requests answered; the server went on" % len(checks)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_address(parser)
    run(main(parser.parse_args()), "malformed")
