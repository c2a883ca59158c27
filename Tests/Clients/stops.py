#!/usr/bin/env python3
"""Ends the server at every call of its store, before the call and behind it: the transcripts are the same as without.

  stops.py --binary PATH --graph FOLDER [--step N] [--from N] [--at-once N]

Three clients book a meeting each, at the same time. The server ends itself as kill -9 does at the n-th call of the store
(`serve --test-stop-at-store-call`), for every n until it lives through; it is started again, and every client goes on with what got no
answer.
"""
import argparse
import asyncio
import tempfile

from load import booking
from plain_form import require, run
from server_process import ServerProcess, starts
from talkers import GONE, Talker

CLIENTS = 3


class Booker(Talker):
    async def talk(self):
        for index, (line, _) in enumerate(booking("Call of " + self.name, int(self.name[-1]))):
            await self.say(line, "%s-%d" % (self.name, index))
        await self.socket.close()


class StoppedHouse:
    """A server that ends by itself once, and its next life."""

    def __init__(self, options, folder, stop):
        store = "sqlite:%s/store.sqlite" % folder
        self.server = ServerProcess(options.binary, options.graph, store, "2026-11-23T09:00:00Z")
        self.plain = list(self.server.command)
        if stop:
            self.server.command += ["--test-stop-at-store-call", stop]
        self.is_up, self.excuses = asyncio.Event(), set()
        self.talkers = [Booker(self, "booker-%d" % number) for number in range(CLIENTS)]

    async def live(self):
        """The transcripts, the calendars, and whether it ended at the call."""
        try:
            await asyncio.to_thread(self.server.start)
        except SystemExit:
            await self.again()
        self.is_up.set()
        watching = asyncio.create_task(self.watch())
        try:
            await asyncio.wait_for(asyncio.gather(*(talker.talk() for talker in self.talkers)), 120)
            await asyncio.sleep(0.05)
            calendars = await asyncio.wait_for(self.calendars(), 60)
        finally:
            watching.cancel()
            self.server.kill()
        return [talker.replies for talker in self.talkers], calendars, self.server.command == self.plain

    async def again(self):
        self.server.command = list(self.plain)
        await asyncio.to_thread(self.server.start, self.server.port)

    async def watch(self):
        status = await asyncio.to_thread(self.server.process.wait)
        require(status == -9, "the server ended with %s" % status)
        self.is_up.clear()
        self.server.process.stdout.close()
        await self.again()
        self.is_up.set()

    async def calendars(self):
        while True:
            try:
                return [starts(await asyncio.to_thread(self.server.get, "/calendar/%s.ics" % talker.name)) for talker in self.talkers]
            except GONE:  # its last call was one of these
                await asyncio.sleep(0.1)


async def life(options, stop):
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        return await StoppedHouse(options, folder, stop).live()


async def main(options):
    transcripts, calendars, _ = await life(options, None)
    require(all(len(calendar) == 1 for calendar in calendars), "each should have one meeting: %r" % calendars)
    number, count, is_over = options.first, 0, False
    while not is_over:
        stops = ["%d%s" % (number + options.step * index, end) for index in range(options.at_once) for end in ("", "+")]
        for stop, (heard, booked, has_ended) in zip(stops, await asyncio.gather(*(life(options, stop) for stop in stops))):
            for expected, found in zip(transcripts, heard):
                require(found == expected, "stopped at call %s, the transcript is %r, and should be %r" % (stop, found, expected))
            require(booked == calendars, "stopped at call %s, the calendars hold %r" % (stop, booked))
            is_over = is_over or not has_ended
            count += has_ended
        number += options.step * options.at_once
    return "stopped at %d calls of the store, each time the same was said and booked" % count


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=2)
    run(main(parser.parse_args()), "stops")
