#!/usr/bin/env python3
"""Sets the server's clock years back and forth while people talk: everybody is answered, nothing is lost, no meeting is booked twice.

  clock.py --binary PATH --graph FOLDER

The clock that leaps is a library that stands between the server and the system's clock (LD_PRELOAD, built here with `cc`): what it adds
stands in a file. Time that passes, as timers and deadlines measure it, is the machine's own.
"""
import argparse
import asyncio
import os
import subprocess
import tempfile
import time

from load import booking
from plain_form import PlainClient, require, run
from server_process import ServerProcess, events

SOURCE = r"""
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long long leap(void) {
  char digits[32] = {0};
  int file = open(getenv("CLOCK_LEAP"), O_RDONLY);
  if (file < 0) return 0;
  if (read(file, digits, 31) < 0) digits[0] = 0;
  close(file);
  return atoll(digits);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = (int)syscall(SYS_clock_gettime, clock, now);
  if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += leap();
  return result;
}

int gettimeofday(struct timeval *now, void *zone) {
  struct timespec precise;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &precise);
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *now) {
  struct timespec precise;
  clock_gettime(CLOCK_REALTIME, &precise);
  if (now) *now = precise.tv_sec;
  return precise.tv_sec;
}
"""
YEARS = [-20, 15, -50, 300, -1000, 0]


class LeapingServer(ServerProcess):
    def __init__(self, options, folder):
        super().__init__(options.binary, options.graph, "sqlite:%s/store.sqlite" % folder)
        with open(folder + "/clock.c", "w", encoding="utf-8") as source:
            source.write(SOURCE)
        subprocess.run(["cc", "-shared", "-fPIC", "-o", folder + "/clock.so", folder + "/clock.c"], check=True)
        self.leaps = folder + "/leap"
        self.set(0)
        self.command = ["env", "LD_PRELOAD=%s/clock.so" % folder, "CLOCK_LEAP=" + self.leaps] + self.command

    def set(self, years):
        with open(self.leaps + ".new", "w", encoding="utf-8") as leap:
            leap.write("%d\n" % (years * 365 * 86400))
        os.rename(self.leaps + ".new", self.leaps)

    def year(self):
        return int(self.get("/health").split('"timestamp":"')[1][:4])


async def main(options):
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        server = LeapingServer(options, folder)
        await asyncio.to_thread(server.start)
        titles, now = [], time.gmtime().tm_year
        try:
            for number, years in enumerate(YEARS):
                titles.append("Leap %d" % number)
                server.set(years)
                require(abs(server.year() - now - years) <= 1, "the clock did not leap: it is %d" % server.year())
                async with PlainClient("ws://127.0.0.1:%d" % server.port, "leaper", timeout=30) as client:
                    lines = booking(titles[-1], number)
                    for index, (line, _) in enumerate(lines):
                        # In the middle of a conversation only back: what lies in the past is not booked.
                        if index == len(lines) - 2:
                            server.set(years - 3)
                        words = await client.says(line, message_id="leap-%d-%d" % (number, index))
                    require("Booked" in words, "%d years: %r" % (years, words))
                require('"ready"' in server.get("/health/ready"), "not ready after %d years" % years)
                if number % 2:
                    server.kill()
                    await asyncio.to_thread(server.start)
            found = sorted(event["SUMMARY"] for event in events(server.get("/calendar/leaper.ics")))
            require(found == sorted(titles), "the calendar holds %r" % found)
            require(await asyncio.to_thread(server.stop) == 0, "SIGTERM did not end it well")
        finally:
            server.kill()
    return "%d leaps, up to %d years" % (len(YEARS), max(abs(years) for years in YEARS))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graph", required=True)
    run(main(parser.parse_args()), "clock")
