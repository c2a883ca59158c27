"""What a message costs a server that runs: its process is looked at from outside, and every reply is checked."""
import contextlib
import os
import sqlite3
import tempfile
import time

from figures import percentile
from programs import BENCHMARKS, MEETING, Crowd, ServerProcess, cpu

BOOKING = os.path.join(BENCHMARKS, "booking.talk")
REFUSING = os.path.join(BENCHMARKS, "refusing.talk")
TURNS_OF_ROUND = 6
# What a process frees is given back a little later.
SETTLING_SECONDS = 3


class Bench:
    """Starts servers of one binary, each over a store of its own, and measures them one by one."""

    def __init__(self, folder, binary, durability):
        self.folder, self.binary, self.durability = folder, binary, durability

    @contextlib.contextmanager
    def server(self, *options):
        with tempfile.TemporaryDirectory(prefix="benchmark-") as place:
            store = "memory" if self.durability == "memory" else "sqlite:" + os.path.join(place, "store.sqlite")
            more = [] if self.durability == "memory" else ["--durability", self.durability]
            server = ServerProcess(self.binary, MEETING, store, extra=more + list(options)).start()
            server.path = os.path.join(place, "store.sqlite")
            server.pid = server.process.pid
            try:
                yield server
            finally:
                server.kill()

    def crowd(self, server, **options):
        return Crowd(self.folder, server.port, **options)

    def warm(self, server):
        self.crowd(server, connections=10, seconds=1, talk=BOOKING).found()

    # Messages

    def messages(self, connections, seconds):
        """Whole bookings, each on a connection of its own: what a message costs, its share of handshakes included."""
        with self.server() as server:
            self.warm(server)
            before = cpu(server.pid)
            found = self.crowd(server, connections=connections, seconds=seconds, talk=BOOKING).found()
            return cost(found, cpu(server.pid) - before)

    def echo(self, connections, seconds):
        """The floor of our own ground: a WebSocket that sends back what it gets."""
        with self.server("--test-echo") as server:
            self.crowd(server, connections=10, seconds=1, echo=100).found()
            before = cpu(server.pid)
            found = self.crowd(server, connections=connections, seconds=seconds, echo=100).found()
            return cost(found, cpu(server.pid) - before)

    # Memory

    def idle(self, connections, lines):
        """Resident KiB of each of so many connections that say nothing, or of which each has said so many lines."""
        with self.server() as server:
            self.crowd(server, connections=50, rounds=1, talk=BOOKING).found()
            time.sleep(SETTLING_SECONDS)
            before = server.resident_kib()
            crowd = self.crowd(
                server, connections=connections, talk=BOOKING, lines=lines, rounds=1 if lines else 0, pause=1 if lines else 0)
            crowd.paused()
            time.sleep(SETTLING_SECONDS)
            grown = server.resident_kib() - before
            crowd.go_on()
            crowd.found()
            return grown / connections

    # Long threads

    def long(self, connections, turns, talk):
        """The tenth turn beside the one at the end: CPU time, and bytes in the database."""
        rounds = turns // TURNS_OF_ROUND
        # Whole rounds, so that the same lines are compared: six turns around the tenth, and many at the end.
        windows = {"tenth": (1, 5), "last": (rounds - 4, rounds)}
        marks = {}
        with self.server() as server:
            pauses = sorted({pause for window in windows.values() for pause in window})
            crowd = self.crowd(
                server, connections=connections, talk=talk, rounds=rounds, pause=",".join(str(pause) for pause in pauses))
            for pause in pauses:
                crowd.paused()
                marks[pause] = (cpu(server.pid), self.stored(server))
                crowd.go_on()
            crowd.found()
        result = {"turns": turns}
        for name, (start, end) in windows.items():
            count = (end - start) * TURNS_OF_ROUND * connections
            (cpu_before, stored_before), (cpu_after, stored_after) = marks[start], marks[end]
            result[name] = {"cpu_us": rounded((cpu_after - cpu_before) * 1e6 / count)}
            for what in stored_after:
                result[name][what] = rounded((stored_after[what] - stored_before[what]) / count)
        result["last_to_tenth"] = rounded(result["last"]["cpu_us"] / result["tenth"]["cpu_us"])
        return result

    def stored(self, server):
        """Bytes of the database by what they are of: whole pages, with the write-ahead log written back first."""
        if self.durability == "memory":
            return {}
        connection = sqlite3.connect(server.path, timeout=30)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            size = sum(
                sign * connection.execute("PRAGMA " + count).fetchone()[0] for sign, count in ((1, "page_count"), (-1, "freelist_count")))
            pages = dict(connection.execute(
                "SELECT m.tbl_name LIKE '%calendar%' OR m.tbl_name LIKE '%receipt%', sum(s.pgsize) FROM dbstat s"
                " JOIN sqlite_schema m ON m.name = s.name GROUP BY 1"))
        finally:
            connection.close()
        page = 4096
        calendar = pages.get(1, 0)
        return {"bytes_of_threads": size * page - calendar, "bytes_of_calendar": calendar}


def cost(found, cpu_seconds):
    """Of what a crowd found and what the server's process took meanwhile."""
    latencies = found["latencies"]
    return {
        "messages": len(latencies),
        "messages_per_second": rounded(len(latencies) / found["seconds"]),
        "cpu_us_per_message": rounded(cpu_seconds * 1e6 / len(latencies)),
        **{"p%s_ms" % name: rounded(percentile(latencies, share) / 1000) for name, share in (("50", 0.5), ("99", 0.99), ("999", 0.999))},
    }


def rounded(value):
    return float("%.4g" % value)


def measure(folder, binary, durability, options):
    """Everything of one durability."""
    bench = Bench(folder, binary, durability)
    result = {}

    def note(name, found):
        result[name] = found
        print("%-8s %-22s %s" % (durability, name, found), flush=True)

    note("messages", bench.messages(options.connections, options.seconds))
    note("echo", bench.echo(options.connections, min(options.seconds, 3)))
    result["messages"]["to_echo"] = rounded(result["messages"]["cpu_us_per_message"] / result["echo"]["cpu_us_per_message"])
    # Below what it can do at most: there the time of an answer is the server's, and not that of the queue before it.
    if "memory" in options.parts:
        note("idle_kib", {
            "connection": rounded(bench.idle(options.idle, 0)), "with_thread": rounded(bench.idle(options.idle, 3)),
        })
    if "long" in options.parts:
        note("long", bench.long(options.threads, options.turns, REFUSING))
        note("long_booking", bench.long(options.threads, options.turns, BOOKING))
    return result
