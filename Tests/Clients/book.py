#!/usr/bin/env python3
"""Holds a conversation, given as lines, prints the transcript, and checks that each line gets exactly one reply.

  book.py (--port PORT | --binary PATH --graph FOLDER) [--client ID] [--script FILE] [--expect REGEX]... [LINE...]

Without lines, a meeting is booked. In a script, an empty line and one that begins with # mean nothing, and one that begins with = is a
regular expression that the reply to the line before it must match. --expect does the same for the last reply.
"""
import argparse
import re
import uuid

from plain_form import PlainClient, Served, add_address, require, run

BOOKING = [
    "hi", "I want to schedule a meeting with bob@example.com", "tomorrow at 3pm", "30 minutes", "call it Design review", "yes",
    "= Booked",
]


def turns(lines):
    """(line, what its reply must match) of a script."""
    found = []
    for line in (line.rstrip("\r\n") for line in lines):
        if line.startswith("="):
            require(found, "a script cannot begin with an expectation")
            found[-1][1].append(line[1:].strip())
        elif line.strip() and not line.startswith("#"):
            found.append((line, []))
    return found


async def hold(base, name, script, patterns=(), quiet=False):
    """Says every line; gives the replies."""
    replies = []
    async with PlainClient(base, name) as client:
        for line, expected in script:
            reply = await client.says(line)
            replies.append(reply)
            if not quiet:
                print("you> %s\nbot> %s\n" % (line, reply.replace("\n", "\n     ")))
            for pattern in expected:
                require(re.search(pattern, reply), "%r should be answered by %r, but was by %r" % (line, pattern, reply))
        await client.silence()
    for pattern in patterns:
        require(re.search(pattern, replies[-1]), "the last reply should match %r: %r" % (pattern, replies[-1]))
    return replies


async def main(options):
    if options.script:
        with open(options.script, encoding="utf-8") as script:
            lines = list(script)
    else:
        lines = options.lines or BOOKING
    async with Served(options) as server:
        replies = await hold(server.websocket, options.client, turns(lines), options.expect)
    return "%d lines, %d replies" % (len(replies), len(replies))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_address(parser)
    parser.add_argument("--client", default="book-" + uuid.uuid4().hex[:8])
    parser.add_argument("--script")
    parser.add_argument("--expect", action="append", default=[], metavar="REGEX")
    parser.add_argument("lines", nargs="*", metavar="LINE")
    run(main(parser.parse_args()), "book")
