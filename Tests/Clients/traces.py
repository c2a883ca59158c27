#!/usr/bin/env python3
"""Follows turns from outside: a collector of our own gets their spans, and the log is one JSON object on each line.

  traces.py --binary PATH --graph FOLDER

The spans are read strictly by the schema; traces that come with a message, a handshake or a request are gone on with. The collector goes
away, comes back, is busy, and at last never answers: no turn waits for it, and the server ends in time.
"""
import argparse
import asyncio
import json
import os
import subprocess
import tempfile
import time
import urllib.request

from book import BOOKING, turns
from collector import Collector
from plain_form import PlainClient, require, run
from server_process import ServerProcess

SECRET = "hush-hush-0123"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"


class Watched(ServerProcess):
    """A server that is traced, whose stdout and stderr are kept."""

    def __init__(self, options, folder, collector):
        super().__init__(
            options.binary, options.graph, "sqlite:%s/store.sqlite" % folder, "2026-11-23T09:00:00Z",
            ["--traces-endpoint", collector.address, "--log", "debug", "--log-format", "json"], os.path.join(folder, "log"))
        self.said = []

    def popen(self, command):
        with open(self.log, "a", encoding="utf-8") as log:
            process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=log, text=True,
                env={**os.environ, "MUSEGRAPH_TRACES_HEADERS": "authorization=Bearer%20" + SECRET})
        process.stdout = Kept(process.stdout, self.said)
        return process

    def lines(self):
        """All that it wrote, each line an object."""
        with open(self.log, encoding="utf-8") as log:
            written = self.said + log.read().splitlines()
        return [json.loads(line) for line in written if line]

    def logged(self, message):
        return [line for line in self.lines() if line["message"] == message]

    async def until_logged(self, message, count=1):
        deadline = time.monotonic() + 60
        while len(self.logged(message)) < count:
            require(time.monotonic() < deadline, "%r was not logged %d times" % (message, count))
            await asyncio.sleep(0.05)

    @property
    def websocket(self):
        return "ws://127.0.0.1:%d" % self.port


class Kept:
    """A stream that keeps what was read from it."""

    def __init__(self, stream, lines):
        self.stream, self.lines = stream, lines

    def readline(self):
        line = self.stream.readline()
        self.lines.append(line.rstrip("\n"))
        return line

    def close(self):
        if self.stream.closed:
            return
        self.lines += self.stream.read().splitlines()
        self.stream.close()


async def book(server, name, fields=None):
    """Books a meeting; gives the seconds that its slowest reply took."""
    slowest = 0
    async with PlainClient(server.websocket, name) as client:
        for line, _ in turns(BOOKING):
            began = time.monotonic()
            await client.says(line, **(fields or {}))
            slowest = max(slowest, time.monotonic() - began)
    return slowest


def turns_of(thread):
    def found(spans):
        roots = [span for span in spans if span.name == "turn" and span.attributes["musegraph.thread"] == thread]
        return roots if len(roots) == len(turns(BOOKING)) else None
    return found


async def gives_spans(server, collector):
    """Each turn is a trace of its own, a tree with what it did; nothing in it is what people say."""
    await book(server, "ann-1")
    roots = await asyncio.to_thread(collector.until, "six turns", turns_of("ann-1"))
    require(len({root.trace for root in roots}) == len(roots), "turns share a trace")
    last = max(roots, key=lambda root: int(root.attributes["musegraph.turn"]))
    require(last.attributes["musegraph.outcome"] == "reply" and last.attributes["musegraph.graph"] == "meeting", last.attributes)
    spans = await asyncio.to_thread(
        collector.until, "the last delivery", lambda spans: (
            found := [span for span in spans if span.trace == last.trace]) and sum(
                span.name == "store append" for span in found) >= 3 and found)
    names = [span.name for span in spans]
    for name in ("understand", "store append", "call calendar.create"):
        require(name in names, "no %r among %r" % (name, names))
    require(any(name.startswith("node ") for name in names), names)
    ids = {span.id: span for span in spans}
    for span in spans:
        require(span is last or span.parent in ids, "%s hangs from nothing" % span.name)
    call = next(span for span in spans if span.name == "call calendar.create")
    require(ids[call.parent].attributes["musegraph.node.kind"] == "call", "a call hangs from %s" % ids[call.parent].name)
    require(call.attributes["musegraph.idempotency_key"].startswith("ann-1/"), call.attributes)
    for said in ("bob@example.com", "Design review", "schedule a meeting", "tomorrow"):
        require(said not in "".join(collector.bodies), "%r stands in a span" % said)


async def goes_on_with_traces(server, collector):
    """By a message, by a handshake, by a request; and a malformed one is as good as none."""
    given = "00-%s-%s-01" % (TRACE, PARENT)
    await book(server, "field-1", {"traceparent": given})
    roots = await asyncio.to_thread(collector.until, "turns of a message's trace", turns_of("field-1"))
    require(all((root.trace, root.parent) == (TRACE, PARENT) for root in roots), "a message's trace is not gone on with")
    await book(server, "broken-1", {"traceparent": given.upper()})
    roots = await asyncio.to_thread(collector.until, "turns of a malformed trace", turns_of("broken-1"))
    require(all(root.parent is None for root in roots), "a malformed trace is gone on with")

    async with PlainClient(server.websocket, "hand-1", headers={"traceparent": given, "tracestate": "rojo=1"}) as client:
        await client.says("hi")
        await client.says("hi", traceparent="00-%s-%s-00" % (TRACE, PARENT))
    body = json.dumps({"content": "hi"}).encode()
    await asyncio.to_thread(urllib.request.urlopen, urllib.request.Request(
        "http://127.0.0.1:%d/v1/threads/web-1/messages" % server.port, body,
        {"Content-Type": "application/json", "traceparent": given}), timeout=20)
    for thread in ("hand-1", "web-1"):
        root = await asyncio.to_thread(
            collector.until, thread, lambda spans: next(
                (span for span in spans if span.name == "turn" and span.attributes["musegraph.thread"] == thread), None))
        require((root.trace, root.parent) == (TRACE, PARENT), "%s has a trace of its own" % thread)
    # What was begun elsewhere and is not kept there is not kept here.
    require(sum(span.name == "turn" and span.attributes["musegraph.thread"] == "hand-1" for span in collector.spans) == 1, "kept")


async def lives_without_collector(server, collector):
    """While it is away turns go on; what was made meanwhile comes when it is back."""
    collector.stop()
    slowest = await book(server, "away-1")
    require(slowest < 5, "a turn took %.1f s while the collector was away" % slowest)
    await server.until_logged("Traces cannot be exported")
    slowest = await book(server, "away-2")
    require(slowest < 5, "a turn took %.1f s while the collector was away" % slowest)
    collector.start()
    for thread in ("away-1", "away-2"):
        await asyncio.to_thread(collector.until, "what was made meanwhile", turns_of(thread), 60)
    await server.until_logged("Traces are exported again")
    require(len(server.logged("Traces cannot be exported")) == 1, "it was said more than once")
    # One that is busy gets the same once more.
    collector.answers = [(503, 1), 429]
    before = len(collector.bodies)
    await book(server, "busy-1")
    await asyncio.to_thread(collector.until, "what was tried again", turns_of("busy-1"), 60)
    require(len(set(collector.bodies[before:before + 3])) == 1, "what was tried again is something else")


async def ends_in_time(server, collector):
    """What was made last is exported; and nobody waits for one that never answers."""
    await book(server, "last-1")
    require(await asyncio.to_thread(server.stop) == 0, "SIGTERM")
    await asyncio.to_thread(collector.until, "what was made last", turns_of("last-1"), 1)
    server.start()
    collector.answers = ["silence"] * 50
    await book(server, "stuck-1")
    began = time.monotonic()
    require(await asyncio.to_thread(server.stop) == 0, "SIGTERM")
    took = time.monotonic() - began
    require(took < 8, "it took %.1f s to end" % took)


def check_log(server, collector):
    """Each line is an object; those of turns have their ids; no secret and nothing that was said stands in any."""
    lines = server.lines()
    traces = {span.id: span.trace for span in collector.spans}
    ended = [line for line in lines if line["message"] == "A turn has ended"]
    require(len(ended) > 6 * len(turns(BOOKING)), "only %d turns were logged" % len(ended))
    known = 0
    for line in ended:
        require(line["thread"] and int(line["turn"]) > 0 and len(line["trace_id"]) == 32 and len(line["span_id"]) == 16, line)
        known += traces.get(line["span_id"]) == line["trace_id"]
    require(known > len(ended) / 2, "the ids of the log are not those of the spans")
    for line in lines:
        require(line["message"] and line["logger"], line)
    for line in lines[len(server.said):]:
        require(line["time"].endswith("Z") and len(line["time"]) == 24 and line["level"], line)
    written = json.dumps(lines)
    for word in (SECRET, "Design review", "bob@example.com"):
        require(word not in written, "%r stands in the log" % word)
    return len(lines)


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    options = parser.parse_args()
    collector = Collector("Bearer " + SECRET).start()
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        server = Watched(options, folder, collector)
        server.start()
        try:
            await gives_spans(server, collector)
            await goes_on_with_traces(server, collector)
            await lives_without_collector(server, collector)
            await ends_in_time(server, collector)
            count = check_log(server, collector)
        finally:
            server.kill()
            collector.stop()
    by = "by the schema itself" if collector.by_the_schema else "by its field names (Python has no opentelemetry-proto to read it with)"
    return "%d spans, read %s; %d lines of the log, each an object" % (len(collector.spans), by, count)


if __name__ == "__main__":
    run(main(), "traces")
