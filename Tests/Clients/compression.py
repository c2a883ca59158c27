#!/usr/bin/env python3
"""Compressed messages, by the `websockets` package: every way that a client may ask for it, in each way that a server may be started.

  compression.py --binary PATH --graph FOLDER
"""
import argparse
import random

import websockets
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from plain_form import Served, add_address, require, run

OFFERS = [
    dict(server_no_context_takeover=server, client_no_context_takeover=client, server_max_window_bits=window,
         client_max_window_bits=own)
    for server in (False, True) for client in (False, True) for window in (None, 9, 12, 15) for own in (None, True, 9, 15)
]


def messages(seed):
    """Texts and bytes that shrink, that do not, that are empty, and that say again what was said."""
    chance = random.Random(seed)
    text = "".join(chance.choice("so it goes ünd ☂ ") for _ in range(5000))
    return ["", "hi", text, text, "", "", text[:100], text * 20, chance.randbytes(70000), b"", b"\0" * 200000, "end"]


async def echoes(address, offer, seed):
    """Gives what was agreed on, once everything has come back as it went."""
    factory = ClientPerMessageDeflateFactory(**offer)
    async with websockets.connect(address, compression=None, extensions=[factory], max_size=1 << 24) as socket:
        for message in messages(seed):
            await socket.send(message)
            answer = await socket.recv()
            require(answer == message, "%r: of %d came back %d" % (offer, len(message), len(answer)))
        return socket.response.headers["Sec-WebSocket-Extensions"] if hasattr(socket, "response") else (
            socket.response_headers.get("Sec-WebSocket-Extensions"))


async def served(options, compression):
    count = 0
    async with Served(options, extra=["--test-echo", "--compression", compression]) as server:
        for seed, offer in enumerate(OFFERS):
            agreed = await echoes(server.websocket + "/ws-echo", offer, seed)
            require(agreed, "%r was declined" % offer)
            for name in ("server_no_context_takeover", "client_no_context_takeover"):
                wanted = compression == "message" or offer[name]
                require((name in agreed) == wanted, "%r: agreed on %r" % (offer, agreed))
            count += 1
        # zlib has no such window.
        async with websockets.connect(
                server.websocket + "/ws-echo", compression=None,
                extensions=[ClientPerMessageDeflateFactory(server_max_window_bits=8)]) as socket:
            await socket.send("hi" * 100)
            require(await socket.recv() == "hi" * 100, "an offer that is declined leaves a WebSocket")
    return count


async def main(options):
    counts = [await served(options, compression) for compression in ("message", "context")]
    return "%d offers kept, with %d messages each" % (sum(counts), len(messages(0)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_address(parser)
    run(main(parser.parse_args()), "compression")
