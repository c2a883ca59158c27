"""What `Scripts/benchmark` runs when everything is built."""
import argparse
import datetime
import json
import os
import subprocess
import sys

import engine
import peer
import server
from figures import breaches, changes, number, threshold
from programs import BENCHMARKS, REPOSITORY

THRESHOLDS = os.path.join(BENCHMARKS, "thresholds.json")
RESULTS = os.path.join(BENCHMARKS, "results")
# Above what was measured: compilers and libraries change their minds in small things.
ROOM = {"instructions": 0.05, "allocations": 0.03, "bytes": 0.02}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, indent=2)
        file.write("\n")


def commit():
    """The one that is measured, marked where it is not exactly that."""
    def git(*words):
        return subprocess.run(["git", "-C", REPOSITORY, *words], capture_output=True, text=True).stdout.strip()
    return git("rev-parse", "--short=9", "HEAD") + ("-changed" if git("status", "--porcelain", "Sources", "Graphs", "Package.swift") else "")


def keep(section, found, of):
    """Puts it into the result of this day and commit, beside what other parts have found."""
    day, name = datetime.date.today().isoformat(), of or commit()
    path = os.path.join(RESULTS, "%s-%s.json" % (day, name))
    result = read(path) if os.path.exists(path) else {"date": day, "commit": name}
    result.setdefault(section, {}).update(found)
    # How fast the machine is stands in no result; that a second core was there matters for what waits.
    result["cores"] = os.cpu_count()
    write(path, result)
    print("kept in %s" % os.path.relpath(path, REPOSITORY))


def run_engine(options):
    if options.profile:
        lines = engine.Engine(options.built).profile(options.profile, options.repetitions)
        return print("\n".join(lines[:options.lines]))
    found = engine.measure(options.built, options.names, options.seconds, options.long)
    if options.record:
        keep("engine", found, options.of)
    thresholds = read(THRESHOLDS) if os.path.exists(THRESHOLDS) else {}
    counts = {name: {what: figures[what] for what in ROOM if what in figures} for name, figures in found.items()}
    if options.set_thresholds:
        new = {name: {what: threshold(value, ROOM[what]) for what, value in figures.items()} for name, figures in counts.items()}
        return write(THRESHOLDS, {**thresholds, **new})
    wrong = breaches(counts, {name: bounds for name, bounds in thresholds.items() if name in counts})
    if wrong:
        sys.exit("\n".join(["What a unit may cost is written in Benchmarks/thresholds.json:"] + wrong))


def run_server(options):
    for durability in options.durability or ["memory", "full"]:
        found = server.measure(options.built, options.binary, durability, options)
        if options.record:
            keep("server", {durability: found}, options.of)


def run_peer(options):
    found = peer.measure(options.peers, options.python, options.binary, options)
    print(json.dumps(found, indent=2))
    if options.record:
        keep("peer", found, options.of)


def run_all(options):
    run_engine(arguments(["engine", "--record"], options))
    run_server(arguments(["server", "--record"], options))
    if options.peers:
        run_peer(arguments(["peer", "--peers", options.peers, "--python", options.python, "--record"], options))


def arguments(words, options):
    return parser().parse_args(["--built", options.built, "--binary", options.binary, *words])


def run_compare(options):
    before, after = read(options.before), read(options.after)
    print("%s (%s) beside %s (%s)" % (before["commit"], before["date"], after["commit"], after["date"]))
    for path, old, new, ratio in changes(before, after):
        if abs(ratio - 1) >= options.least / 100:
            print("%-50s %12s %12s   %+.1f %%" % (" ".join(path), number(old), number(new), (ratio - 1) * 100))


def parser():
    top = argparse.ArgumentParser(prog="Scripts/benchmark")
    top.add_argument("--built", default="", help=argparse.SUPPRESS)
    top.add_argument("--binary", default="", help=argparse.SUPPRESS)
    parts = top.add_subparsers(required=True, metavar="engine | server | peer | all | compare")

    one = parts.add_parser("engine", help="parts by themselves: instructions, allocations, CPU time beside a reference")
    one.add_argument("names", nargs="*", metavar="NAME", help="only these; if left out, all that do not take minutes")
    one.add_argument("--long", action="store_true", help="those too that take minutes")
    one.add_argument("--seconds", type=int, default=0, help="measure CPU time too, so long for each")
    one.add_argument("--set-thresholds", action="store_true", help="what was measured, with some room, is what is allowed from now on")
    one.add_argument("--profile", metavar="NAME", help="only print in which functions its instructions are spent")
    one.add_argument("--repetitions", type=int, default=300, help="how often the profiled one is repeated (300)")
    one.add_argument("--lines", type=int, default=60, help="how much of the profile is printed (60)")
    one.set_defaults(run=run_engine)

    one = parts.add_parser("server", help="a running server, from outside")
    one.add_argument("--durability", action="append", choices=["memory", "normal", "full"], help="memory and full, if left out")
    one.add_argument("--connections", type=int, default=100)
    one.add_argument("--seconds", type=int, default=5, help="how long bookings go on (5)")
    one.add_argument("--idle", type=int, default=2000, help="connections that say nothing (2000)")
    one.add_argument("--threads", type=int, default=40, help="threads that grow long (40)")
    one.add_argument("--turns", type=int, default=1002, help="how long they grow (1002)")
    one.add_argument("--parts", nargs="*", default=["memory", "long"], choices=["memory", "long"], help="besides messages; both, if left out")
    one.set_defaults(run=run_server)

    one = parts.add_parser("peer", help="side by side with another server, by turns")
    one.add_argument("--peers", required=True, metavar="FOLDER", help="with fastapi_langgraph and loadgen in it")
    one.add_argument("--python", default=sys.executable, help="a Python that has what the peer needs")
    one.add_argument("--rounds", type=int, default=3)
    one.add_argument("--connections", type=int, default=100)
    one.add_argument("--seconds", type=int, default=4)
    one.set_defaults(run=run_peer)

    one = parts.add_parser("all", help="everything, kept in Benchmarks/results")
    one.add_argument("--peers", metavar="FOLDER")
    one.add_argument("--python", default=sys.executable)
    one.set_defaults(run=run_all)

    one = parts.add_parser("compare", help="two results, number by number")
    one.add_argument("before")
    one.add_argument("after")
    one.add_argument("--least", type=float, default=1, help="leave out what changed by less than so many per cent (1)")
    one.set_defaults(run=run_compare)
    for name in ("engine", "server", "peer"):
        parts.choices[name].add_argument("--record", action="store_true", help="keep it in Benchmarks/results")
        parts.choices[name].add_argument("--of", metavar="COMMIT", help="what was measured, where it is not what is checked out")
    return top


if __name__ == "__main__":
    options = parser().parse_args()
    options.run(options)
