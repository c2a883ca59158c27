"""What the parts cost by themselves: instructions and allocations as valgrind counts them, CPU time beside a reference."""
import concurrent.futures
import os
import re
import subprocess

from figures import per_unit
from programs import MEETING, built, need

# How often each is repeated, and then twice as often. Enough that what a repetition costs stands out of what the start costs.
REPETITIONS = {
    "step": 20, "turn": 10, "understand": 20, "train": 2, "encode": 100, "decode": 100, "load-10": 3, "load-100": 1, "load-1000": 1,
}
# Minutes under valgrind.
LONG = ["load-1000"]
# The same order in every dictionary and set, in every run.
ENVIRONMENT = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1", LIBDISPATCH_COOPERATIVE_POOL_STRICT="1", SWIFT_BACKTRACE="enable=no")


class Engine:
    def __init__(self, folder):
        self.program = built(folder, "Engine")
        # Valgrind 3.19 cannot read the debugging information of Swift's compiler.
        self.bare = self.program + ".bare"
        if not os.path.exists(self.bare) or os.path.getmtime(self.bare) < os.path.getmtime(self.program):
            subprocess.run([need("strip", "binutils"), "--strip-debug", "-o", self.bare, self.program], check=True)
        self.valgrind = need("valgrind", "valgrind")

    def list(self):
        """Names, and how many units one repetition has."""
        lines = self.run("list").splitlines()
        return {name: int(units) for name, units in (line.split() for line in lines)}

    def run(self, *words):
        return subprocess.run([self.program, MEETING, *words], check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout

    def counted(self, tool, pattern, name, times):
        command = [self.valgrind, *tool, self.bare, MEETING, "repeat", name, str(times)]
        run = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)
        found = re.search(pattern, run.stderr)
        if run.returncode or not found:
            raise SystemExit("%s could not be counted:\n%s%s" % (name, run.stdout[-2000:], run.stderr[-2000:]))
        return [int(digits.replace(",", "")) for digits in found.groups()]

    def instructions(self, name, times):
        return self.counted(["--tool=callgrind", "--callgrind-out-file=/dev/null"], r"Collected : (\d+)", name, times)[0]

    def allocations(self, name, times):
        """Bytes and blocks."""
        return self.counted(["--tool=dhat", "--dhat-out-file=/dev/null"], r"Total:\s+([\d,]+) bytes in ([\d,]+) blocks", name, times)

    def counts(self, name, units):
        """Of one unit: instructions, allocations, and the bytes that were allocated."""
        times = REPETITIONS[name]
        with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            instructions = [pool.submit(self.instructions, name, times * share) for share in (1, 2)]
            blocks = [pool.submit(self.allocations, name, times * share) for share in (1, 2)]
            once, twice = (found.result() for found in instructions)
            (bytes_once, blocks_once), (bytes_twice, blocks_twice) = (found.result() for found in blocks)
        return {
            "instructions": round(per_unit(once, twice, times, units)),
            "allocations": round(per_unit(blocks_once, blocks_twice, times, units), 1),
            "allocated_bytes": round(per_unit(bytes_once, bytes_twice, times, units)),
        }

    def times(self, name, seconds):
        """Of one unit: CPU time in microseconds, and as a share of the reference that ran in turns with it."""
        microseconds, ratio = (float(word) for word in self.run("time", name, str(seconds)).split())
        return {"cpu_us": float("%.3g" % microseconds), "ratio": float("%.3g" % ratio)}

    def size(self, name):
        """How long what it writes or reads is; nothing for most."""
        text = self.run("bytes", name).strip()
        return {"bytes": int(text)} if text else {}

    def profile(self, name, times):
        """The functions in which most instructions are spent, with what they call; as callgrind_annotate prints them."""
        path = self.program + ".callgrind"
        command = [self.valgrind, "--tool=callgrind", "--callgrind-out-file=" + path, self.bare, MEETING, "repeat", name, str(times)]
        subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
        annotate = [need("callgrind_annotate", "valgrind"), "--inclusive=yes", "--threshold=100", path]
        text = subprocess.run(annotate, check=True, capture_output=True, text=True).stdout
        lines = [re.sub(r" \[[^]]*\]$", "", line) for line in text.splitlines()]
        plain = subprocess.run(
            [need("swift", "swift"), "demangle", "--simplified", "--compact"], input="\n".join(lines[:400]), check=True,
            capture_output=True, text=True).stdout
        return [line[:150] for line in plain.splitlines() if re.match(r"\s*[\d,]+ \(", line)]


def measure(folder, names, seconds, is_long):
    """By name: counts, times and sizes. Without names, all that do not take minutes (or all)."""
    engine = Engine(folder)
    units = engine.list()
    result = {}
    for name in names or [name for name in units if name != "reference" and (is_long or name not in LONG)]:
        if name not in units:
            raise SystemExit("There is no benchmark '%s'; there are %s." % (name, ", ".join(units)))
        result[name] = {**engine.counts(name, units[name]), **(engine.times(name, seconds) if seconds else {}), **engine.size(name)}
        print("%-12s %s" % (name, "  ".join("%s %s" % pair for pair in result[name].items())), flush=True)
    return result
