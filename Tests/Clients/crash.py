#!/usr/bin/env python3
"""Kills the server (kill -9) at random moments while many clients book meetings: no answered turn is lost, no meeting booked twice.

  crash.py --binary PATH --graph FOLDER [--kills N] [--clients N] [--seed N] [--durability full|normal]

After each kill every client sends the last message that was answered once more: the same words must come. What was cut off is sent
again under its id. In the end every conversation has gone on, and each calendar holds the meetings that were confirmed, once each.
"""
import argparse
import asyncio
import random
import tempfile
import time

from plain_form import run
from server_process import ServerProcess
from talkers import House


async def main(options):
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        server = ServerProcess(
            options.binary, options.graph, "sqlite:%s/store.sqlite" % folder, "2026-11-23T09:00:00Z",
            ["--durability", options.durability])
        house = House(server, options.clients, excuses=["TURN_INTERRUPTED"])
        began = time.monotonic()

        async def kill(number):
            await asyncio.sleep(rng.random() * options.longest)
            house.is_up.clear()
            await asyncio.to_thread(server.kill)
            await house.again()
            if (number + 1) % 100 == 0:
                print("%d kills after %.0f s: %s" % (number + 1, time.monotonic() - began, house.summary()), flush=True)

        try:
            await house.live(options.kills, kill)
            status = await asyncio.to_thread(server.stop)
            assert status == 0, "SIGTERM ended with %s" % status
        finally:
            server.kill()
    return "seed %d, durability %s: killed %d times in %.0f s; %s" % (
        options.seed, options.durability, options.kills, time.monotonic() - began, house.summary())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--clients", type=int, default=12)
    parser.add_argument("--longest", type=float, default=0.3, help="seconds at most from one start to the next kill")
    parser.add_argument("--durability", default="full", choices=["full", "normal"])
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    run(main(parser.parse_args()), "crash")
