"""Starts the built server as a child process, kills it, starts it again: for the clients that need more than one life of it."""
import os
import re
import signal
import subprocess
import time
import urllib.request


class ServerProcess:
    """One server over one store. `start` waits until it listens; `kill` is kill -9; `stop` is SIGTERM and gives the exit status."""

    def __init__(self, binary, graph, store, now=None, extra=(), log=None):
        self.command = [binary, "serve", graph, "--port", "0", "--store", store]
        if now:
            self.command += ["--now", now]
        self.command += list(extra)
        self.log = log
        self.process = None
        self.port = None

    def start(self, port=None):
        command = list(self.command)
        if port:
            command[command.index("--port") + 1] = str(port)
        self.process = self.popen(command)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the server ended before it listened: exit %s" % self.process.wait())
            found = re.search(r"https?://[^:\s]+:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                return self
        raise SystemExit("the server did not listen within a minute")

    def popen(self, command):
        # What it logs goes to the file `log`, if there is one.
        with open(self.log or os.devnull, "a", encoding="utf-8") as log:
            return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self._reap()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self._reap()

    def _reap(self):
        status = self.process.wait(timeout=60)
        self.process.stdout.close()
        return status

    def get(self, path):
        with urllib.request.urlopen("http://127.0.0.1:%d%s" % (self.port, path), timeout=10) as answer:
            return answer.read().decode("utf-8")

    def resident_kib(self):
        with open("/proc/%d/status" % self.process.pid) as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))

    def descriptors(self):
        return len(os.listdir("/proc/%d/fd" % self.process.pid))


def events(ics):
    """The events of an iCalendar text, each as a dictionary of its properties (unfolded, parameters kept in the name)."""
    text = ics.replace("\r\n ", "").replace("\r\n\t", "")
    found = []
    current = None
    for line in text.split("\r\n"):
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            found.append(current)
            current = None
        elif current is not None and ":" in line:
            name, value = line.split(":", 1)
            current[name] = value
    return found


def starts(ics):
    """(title, start as written with its zone) of every event, sorted."""
    rows = []
    for event in events(ics):
        start = next((name.partition("TZID=")[2] + " " + value).strip() for name, value in event.items() if name.startswith("DTSTART"))
        rows.append((event.get("SUMMARY"), start))
    return sorted(rows)
