#!/usr/bin/env python3
"""Follows a page of the documentation, command by command, and holds what is printed against what the page shows.

  page.py --binary PATH PAGE.md

A `console` block is a command behind `$ ` and what it prints; `…` stands for anything. `musegraph serve` goes on until the next one. Ports of the
page are replaced by free ones.
"""
import argparse
import os
import re
import socket
import subprocess
import tempfile
import threading

BLOCK = re.compile(r"^```console\n\$ (.*)\n((?:(?!```).*\n)*)```$", re.M)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def fits(shown, printed):
    pattern = "".join(".*" if part == "…" else re.escape(part) for part in re.split("(…)", shown.rstrip("\n")))
    return re.fullmatch(pattern, printed.rstrip("\n"), re.S)


class Reader:
    def __init__(self, binary, folder):
        self.folder, self.server = folder, None
        self.environment = {**os.environ, "PATH": os.path.dirname(os.path.abspath(binary)) + ":" + os.environ["PATH"]}

    def run(self, command, shown):
        if command.startswith("musegraph serve "):
            # Two ports may open in any order.
            return "".join(sorted(self.serve(command, shown.count("\n")).splitlines(True), key=shown.find))
        done = subprocess.run(
            command, shell=True, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        return done.stdout.decode()

    def serve(self, command, lines):
        self.stop()
        self.server = subprocess.Popen(
            "exec " + command + " --store memory", shell=True, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE)
        # A server that says less than the page shows must not keep us waiting.
        timer = threading.Timer(30, self.server.kill)
        timer.start()
        printed = "".join(self.server.stdout.readline().decode() for _ in range(lines))
        timer.cancel()
        return printed

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait(timeout=30)
            self.server = None


def main(options):
    with open(options.page) as page:
        text = page.read()
    for port in set(re.findall(r"\b80\d\d\b", text)):
        text = text.replace(port, free_port())
    blocks = BLOCK.findall(text)
    if len(blocks) != text.count("```console"):
        raise SystemExit("%s has a console block without a command" % options.page)
    with tempfile.TemporaryDirectory(prefix="musegraph-") as folder:
        reader = Reader(options.binary, folder)
        try:
            for command, shown in blocks:
                printed = reader.run(command, shown)
                if not fits(shown, printed):
                    raise SystemExit("%s: '%s' prints\n%sinstead of\n%s" % (options.page, command, printed, shown))
        finally:
            reader.stop()
    print("%s: %d commands do what it shows" % (os.path.basename(options.page), len(blocks)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, help="the program `musegraph`")
    parser.add_argument("page")
    main(parser.parse_args())
