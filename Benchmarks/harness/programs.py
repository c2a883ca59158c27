"""The programs that are measured, and those that measure."""
import json
import os
import shutil
import subprocess
import sys

from figures import cpu_seconds

BENCHMARKS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPOSITORY = os.path.dirname(BENCHMARKS)
MEETING = os.path.join(REPOSITORY, "Graphs/meeting")
sys.path.insert(0, os.path.join(REPOSITORY, "Tests/Clients"))

from server_process import ServerProcess  # noqa: E402  (it lies with the clients of the tests)


def need(program, package):
    """Its path; ends with a sentence where it is missing."""
    found = shutil.which(program)
    if not found:
        raise SystemExit("%s is not installed; on Debian or Ubuntu: apt-get install %s" % (program, package))
    return found


def built(folder, name):
    """A program of the Benchmarks package, as `Scripts/benchmark` has built it."""
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        raise SystemExit("%s was not built: run Scripts/benchmark, which builds it." % path)
    return path


def cpu(pid):
    """Seconds of user and system time of a process that is still there."""
    with open("/proc/%d/stat" % pid) as stat:
        return cpu_seconds(stat.read(), os.sysconf("SC_CLK_TCK"))


class Crowd:
    """Many clients (`Benchmarks/Crowd`), which say when they pause and what they found."""

    def __init__(self, folder, port, **options):
        command = [built(folder, "Crowd"), "--port", str(port)]
        for name, value in options.items():
            command += ["--" + name, str(value)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def paused(self):
        """Returns when all have come to the next pause."""
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("the clients ended early: exit %s" % self.process.wait())
        return json.loads(line)["paused"]

    def go_on(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def found(self):
        """What they found, when all have left. Ends where one reply was wrong or missing."""
        output, _ = self.process.communicate()
        if self.process.returncode:
            raise SystemExit("a client found something wrong: exit %s" % self.process.returncode)
        found = json.loads(output)
        if found["troubles"]:
            raise SystemExit("clients found something wrong: %s" % found["troubles"])
        return found
