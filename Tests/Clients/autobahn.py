#!/usr/bin/env python3
"""The cases of the Autobahn test suite over /ws-echo, with compression on: `Scripts/autobahn` installs the suite and runs this.

  autobahn.py (--port PORT | --binary PATH --graph FOLDER) --wstest PATH [--reports FOLDER] [CASE…]

A case is strict when the suite calls it and its closing OK or informational. Anything else fails this program, and is named.
"""
import argparse
import asyncio
import collections
import json
import os
import tempfile

from plain_form import Served, add_address, require, run

SECTIONS = {
    1: "Framing", 2: "Pings and pongs", 3: "Reserved bits", 4: "Opcodes", 5: "Fragmentation", 6: "UTF-8", 7: "Close handshake",
    9: "Limits and performance", 10: "Automatic fragmentation", 12: "Compression, default offer", 13: "Compression, other offers",
}
GOOD = {"OK", "INFORMATIONAL"}
AGENT = "musegraph"


def specification(address, reports, cases):
    return {"outdir": reports, "servers": [{"agent": AGENT, "url": address}], "cases": cases, "exclude-cases": [],
            "exclude-agent-cases": {}}


async def run_suite(wstest, address, reports, cases):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(specification(address, reports, cases), file)
        file.flush()
        process = await asyncio.create_subprocess_exec(
            wstest, "--mode", "fuzzingclient", "--spec", file.name, stdout=asyncio.subprocess.DEVNULL)
        require(await process.wait() == 0, "wstest ended with %s" % process.returncode)
    with open(os.path.join(reports, "index.json")) as index:
        return json.load(index)[AGENT]


def order(case):
    return [int(part) for part in case.split(".")]


def table(results):
    """The lines of the table by section, and the cases that are not good."""
    sections, bad = collections.defaultdict(collections.Counter), []
    for case in sorted(results, key=order):
        verdicts = {results[case]["behavior"], results[case]["behaviorClose"]}
        worst = sorted(verdicts - GOOD) or ["INFORMATIONAL" if "INFORMATIONAL" in verdicts else "OK"]
        sections[order(case)[0]][worst[0]] += 1
        if verdicts - GOOD:
            bad.append("%s: %s" % (case, ", ".join(sorted(verdicts - GOOD))))
    rows = ["| section | cases | OK | informational | other |", "|---|---|---|---|---|"]
    for number, counts in sorted(sections.items()):
        good = counts["OK"], counts["INFORMATIONAL"]
        rows.append("| %d %s | %d | %d | %d | %d |" % (
            (number, SECTIONS.get(number, ""), sum(counts.values())) + good + (sum(counts.values()) - sum(good),)))
    return rows, bad


async def main(options):
    cases = options.cases or ["%d.*" % number for number in SECTIONS]
    async with Served(options, extra=["--test-echo", "--compression", "context"]) as server:
        results = await run_suite(options.wstest, server.websocket + "/ws-echo", options.reports, cases)
    rows, bad = table(results)
    print("\n".join(rows))
    require(results, "there is no such case")
    require(not bad, "%d of %d cases:\n%s" % (len(bad), len(results), "\n".join(bad)))
    return "%d cases, each of them strict" % len(results)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_address(parser)
    parser.add_argument("--wstest", required=True)
    parser.add_argument("--reports", default=".build/autobahn/reports")
    parser.add_argument("cases", nargs="*", metavar="CASE")
    run(main(parser.parse_args()), "autobahn")
