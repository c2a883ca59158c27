#!/usr/bin/env python3
"""Fifty honest clients talk while somebody attacks, each way in its turn; they must hardly notice, and the server must not grow.

  attack.py (--port PORT --pid PID | --binary PATH --graph FOLDER) [--seconds N] [--p95 MS] [--growth MIB] [ATTACK…]

Attackers are processes of their own, so that what they cost in Python is not measured. An honest client says something every quarter of
a second and waits for the reply; the 95th of a hundred waits must be under --p95, and the server's memory may exceed what it was before
the attack by --growth at most, at any moment of it.
"""
import argparse
import asyncio
import multiprocessing
import random
import socket
import time
import urllib.parse
import uuid

from load import resident_kib
from malformed import PING, TEXT, RawSocket, frame, handshake, user
from plain_form import PlainClient, Served, add_address, require, run

HALF_A_HEAD = b"GET /ws/half-open HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: webso"


def connected(address, name, **fields):
    """A WebSocket, or None where the server lets the attacker in no more."""
    try:
        client = RawSocket(address, timeout=5)
        if client.request(handshake("/ws/" + name, **fields)) == 101:
            return client
        client.socket.close()
    except OSError:
        pass
    time.sleep(0.01)
    return None


def until_refused(client, data, end, reads):
    """Sends the same again and again, until the server hangs up or the time is over."""
    client.socket.settimeout(0.05)
    while time.monotonic() < end:
        try:
            client.socket.send(data)
            while reads and client.socket.recv(1 << 20):
                pass
        except socket.timeout:
            pass  # the server reads no more, or has nothing to say: so it goes on
        except OSError:
            return


def flood(address, end):
    """Messages as fast as they are taken; the answers are read."""
    while time.monotonic() < end:
        with connected(address, "flood") or NoSocket() as client:
            until_refused(client, user("hi") * 50, end, reads=True)


def deaf(address, end):
    """Messages and pings, and no answer is ever read."""
    while time.monotonic() < end:
        with connected(address, "deaf") or NoSocket() as client:
            until_refused(client, (user("hi") + frame(PING, b"p" * 125)) * 50, end, reads=False)


def pings(address, end):
    """Pings as fast as they are taken, of one byte each; the answers are read."""
    while time.monotonic() < end:
        with connected(address, "pings") or NoSocket() as client:
            until_refused(client, frame(PING, b"p") * 5000, end, reads=True)


def fragments(address, end):
    """Two hundred thousand empty fragments of one message, and then again."""
    data = frame(TEXT, b"{", final=False) + frame(0, final=False) * 200000
    while time.monotonic() < end:
        with connected(address, "fragments") or NoSocket() as client:
            client.send(data)


def bombs(address, end):
    """Compressed messages that become megabytes, where the server compresses; else just bytes that it refuses."""
    import zlib
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(b" " * (64 << 20)) + packer.flush(zlib.Z_SYNC_FLUSH)
    data = frame(TEXT, bomb[:-4], reserved=4)
    while time.monotonic() < end:
        with connected(address, "bombs", Sec_WebSocket_Extensions="permessage-deflate") or NoSocket() as client:
            client.send(data)


def half_open(address, end):
    """Five hundred handshakes that are never finished; whichever is closed is begun again."""
    sockets = []
    while time.monotonic() < end:
        while len(sockets) < 500:
            try:
                sockets.append(socket.create_connection(address, timeout=5))
                sockets[-1].sendall(HALF_A_HEAD)
                sockets[-1].setblocking(False)
            except OSError:
                break
        time.sleep(0.1)
        sockets = [one for one in sockets if is_open(one)]


def is_open(one):
    try:
        return bool(one.recv(1))
    except BlockingIOError:
        return True
    except OSError:
        return False


class NoSocket:
    """Takes the place of a connection that the server refused."""

    socket = socket.socket()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def send(self, data):
        pass


ATTACKS = {"flood": flood, "pings": pings, "deaf": deaf, "fragments": fragments, "bombs": bombs, "half-open": half_open}


async def honest(client, end, waits):
    # Not all at once.
    await asyncio.sleep(random.random() / 4)
    while time.monotonic() < end:
        began = time.perf_counter()
        await client.says("hi")
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.25)


async def watch(pid, end, peak):
    while time.monotonic() < end:
        peak.append(resident_kib(pid))
        await asyncio.sleep(0.1)


async def talk(clients, pid, seconds):
    """The honest clients' waits and the server's peak, over so many seconds."""
    end, waits, peak = time.monotonic() + seconds, [], [resident_kib(pid)]
    await asyncio.gather(watch(pid, end, peak), *(honest(client, end, waits) for client in clients))
    waits.sort()
    return waits[len(waits) * 95 // 100] * 1000, max(peak), len(waits)


async def attacked(name, address, clients, pid, options):
    attacker = multiprocessing.Process(
        target=ATTACKS[name], args=(address, time.monotonic() + options.seconds), daemon=True)
    attacker.start()
    try:
        return await talk(clients, pid, options.seconds)
    finally:
        attacker.join(10)
        attacker.kill()


async def main(options):
    async with Served(options, extra=["--compression", "message"]) as server:
        place = urllib.parse.urlparse(server.http)
        pid = server.process.process.pid if server.process else options.pid
        require(pid, "--port needs --pid")
        clients = [PlainClient(server.websocket, "honest-%s" % uuid.uuid4().hex[:8], timeout=60) for _ in range(options.clients)]
        for client in clients:
            await client.__aenter__()
        # What a server needs once, it has before it is measured.
        await talk(clients, pid, options.seconds)
        calm, before, _ = await talk(clients, pid, options.seconds)
        lines, complaints = ["nobody: p95 %.1f ms, %.0f MiB" % (calm, before / 1024)], []
        for name in options.attacks or ATTACKS:
            p95, peak, count = await attacked(name, (place.hostname, place.port), clients, pid, options)
            lines.append("%s: p95 %.1f ms of %d, %+.1f MiB" % (name, p95, count, (peak - before) / 1024))
            if p95 > options.p95 or peak - before > options.growth * 1024:
                complaints.append(name)
        for client in clients:
            await client.__aexit__()
    require(not complaints, "too much with %s: %s" % (", ".join(complaints), "; ".join(lines)))
    return "; ".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_address(parser)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--p95", type=float, default=100)
    parser.add_argument("--growth", type=float, default=32)
    parser.add_argument("--pid", type=int)
    parser.add_argument("attacks", nargs="*", metavar="ATTACK", help="one or more of: %s" % ", ".join(ATTACKS))
    run(main(parser.parse_args()), "attack")
