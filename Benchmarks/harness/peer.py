"""Side by side with a peer, in one run: both servers by turns, under the peer's own load generator.

The peer is a folder somewhere else: `fastapi_langgraph` (an ASGI application `app:app`, told by PEER_CHECKPOINT and PEER_DB where to
keep its threads) and `loadgen` (a Makefile that builds `$(BUILD)/loadgen`). Nothing of it is part of this repository.
"""
import contextlib
import json
import os
import signal
import socket
import subprocess
import tempfile
import time

from figures import median
from programs import MEETING, ServerProcess, need


class Peers:
    def __init__(self, folder, python, binary, place):
        self.application = os.path.join(os.path.abspath(folder), "fastapi_langgraph")
        self.python, self.binary, self.place = python, binary, place
        subprocess.run([need("make", "make"), "-s", "-C", os.path.join(folder, "loadgen"), "BUILD=" + place, place + "/loadgen"], check=True)

    def start(self, name, store):
        return self.ours(store) if name == "musegraph" else self.peer(store)

    @contextlib.contextmanager
    def ours(self, store):
        with tempfile.TemporaryDirectory(dir=self.place) as folder:
            where = "memory" if store == "memory" else "sqlite:%s/store.sqlite" % folder
            server = ServerProcess(self.binary, MEETING, where).start()
            try:
                yield server.process.pid, server.port
            finally:
                server.kill()

    @contextlib.contextmanager
    def peer(self, store):
        with tempfile.TemporaryDirectory(dir=self.place) as folder, open(self.place + "/peer.log", "ab") as log:
            port = free_port()
            settings = {"PEER_CHECKPOINT": store, "PEER_DB": folder + "/peer.sqlite", "LANGSMITH_TRACING": "false"}
            process = subprocess.Popen(
                [self.python, "-m", "uvicorn", "app:app", "--host", "127.0.0.1", "--port", str(port), "--loop", "uvloop", "--http",
                 "httptools", "--log-level", "warning", "--no-access-log", "--backlog", "4096"],
                cwd=self.application, env={**os.environ, **settings, "PYTHONDONTWRITEBYTECODE": "1"}, stdout=log, stderr=log)
            try:
                listening(process, port)
                yield process.pid, port
            finally:
                process.send_signal(signal.SIGKILL)
                process.wait()

    def load(self, pid, port, connections, seconds):
        command = [
            self.place + "/loadgen", "chat", "--port", str(port), "--pid", str(pid), "--conns", str(connections), "--duration-s",
            str(seconds), "--timeout-s", "120", "--expect-final", "booked"]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode:
            raise SystemExit("the load generator found something wrong: %s%s" % (run.stdout[-2000:], run.stderr[-2000:]))
        found = json.loads(run.stdout)
        return {
            "cpu_us_per_message": found["srv_cpu_us_per_msg"], "messages_per_second": found["msg_per_s"],
            "p50_ms": found["lat_ms"]["p50"], "p99_ms": found["lat_ms"]["p99"],
        }


def listening(process, port):
    """Returns when somebody does."""
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit("the peer ended before it listened: exit %s" % process.returncode)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the peer did not listen within a minute")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def measure(folder, python, binary, options):
    """By store and server the medians of all rounds, and what the peer takes of what we take."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as place:
        peers = Peers(folder, python, binary, place)
        rounds = {}
        for number in range(options.rounds):
            for store in ("memory", "sqlite"):
                for name in ("musegraph", "peer"):
                    with peers.start(name, store) as (pid, port):
                        peers.load(pid, port, 10, 1)
                        found = peers.load(pid, port, options.connections, options.seconds)
                    rounds.setdefault(store, {}).setdefault(name, []).append(found)
                    print("round %d  %-7s %-10s %s" % (number + 1, store, name, found), flush=True)
    result = {store: {name: medians(found) for name, found in servers.items()} for store, servers in rounds.items()}
    for servers in result.values():
        servers["peer_to_ours"] = {what: float("%.3g" % (value / servers["musegraph"][what])) for what, value in servers["peer"].items()}
    return result


def medians(found):
    return {what: float("%.4g" % median([one[what] for one in found])) for what in found[0]}
