#!/usr/bin/env python3
"""Many clients at once hold the conversation, again and again; every reply is checked.

  load.py (--port PORT | --binary PATH --graph FOLDER) [--clients N] [--rounds N] [--calendar] [--pid PID] [--growth KIB]

Each round every client books one meeting of its own name, on a connection of its own. With --calendar (or a server of our own) each client's
calendar must hold exactly its own events. --pid names the server's process (ours is known): its memory after the last round may exceed
that after the second by --growth at most.
"""
import argparse
import asyncio
import re
import time
import urllib.request
import uuid

from book import turns
from plain_form import PlainClient, Served, add_address, require, run
from server_process import events

HOURS = ["8am", "9am", "10am", "11am", "12pm", "1pm", "2pm", "3pm", "4pm", "5pm", "6pm", "7pm"]


def booking(title, round_number):
    """A meeting at a time of its own in each round, so that nothing clashes."""
    day = "in %d days" % (2 + round_number // len(HOURS))
    return turns([
        "hi", "I want to schedule a meeting with bob@example.com", "%s at %s" % (day, HOURS[round_number % len(HOURS)]), "30 minutes",
        "call it %s" % title, "= " + title, "yes", "= Booked.*" + title,
    ])


async def book(base, name, title, round_number, times):
    async with PlainClient(base, name, timeout=60) as client:
        require(not client.missed, "%s missed %r" % (name, client.missed))
        for line, expected in booking(title, round_number):
            began = time.perf_counter()
            reply = await client.says(line)
            times.append(time.perf_counter() - began)
            for pattern in expected:
                require(re.search(pattern, reply, re.S), "%s: %r was answered by %r" % (name, line, reply))


def calendar_of(base, name):
    with urllib.request.urlopen("%s/calendar/%s.ics" % (base, name), timeout=30) as answer:
        return sorted(event["SUMMARY"] for event in events(answer.read().decode("utf-8")))


def resident_kib(pid):
    with open("/proc/%d/status" % pid) as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))


async def rounds(options, server, names, times):
    """Every client books in every round; gives the titles of each, and the server's memory after each round."""
    titles, memory = {name: [] for name in names}, []
    pid = server.process.process.pid if server.process else options.pid
    for round_number in range(options.rounds):
        for name in names:
            titles[name].append("Review %s %d" % (name.rsplit("-", 1)[1], round_number))
        await asyncio.gather(*(book(server.websocket, name, titles[name][-1], round_number, times) for name in names))
        if pid:
            memory.append(resident_kib(pid))
    return titles, memory


async def main(options):
    names = ["load-%s-%d" % (uuid.uuid4().hex[:6], number) for number in range(options.clients)]
    times = []
    async with Served(options) as server:
        began = time.perf_counter()
        titles, memory = await rounds(options, server, names, times)
        seconds = time.perf_counter() - began
        if options.calendar or server.process:
            for name in names:
                found = calendar_of(server.http, name)
                require(found == sorted(titles[name]), "%s: the calendar holds %r" % (name, found))
    if len(memory) > 2:
        require(memory[-1] - memory[1] <= options.growth, "the memory grew, in KiB by round: %r" % memory)
    times.sort()
    return "%d clients, %d rounds, %d replies in %.1f s; median %.1f ms, p99 %.1f ms%s" % (
        options.clients, options.rounds, len(times), seconds, times[len(times) // 2] * 1000, times[len(times) * 99 // 100] * 1000,
        "; MiB by round: %s" % " ".join("%.0f" % (kib / 1024) for kib in memory) if memory else "")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_address(parser)
    parser.add_argument("--clients", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--calendar", action="store_true")
    parser.add_argument("--pid", type=int)
    parser.add_argument("--growth", type=int, default=32 * 1024)
    run(main(parser.parse_args()), "load")
