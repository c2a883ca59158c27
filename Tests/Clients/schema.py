#!/usr/bin/env python3
"""Holds the JSON Schemas against the loader, with Python's `jsonschema`.

What the loader reads, the schema accepts: every graph, tools and scenario file, and every accepted example of a rule. What breaks
a rule of form (a key that is not known, a value of the wrong kind, a key that is missing), the schema rejects: the rules say so of
themselves, and each of their examples and of the broken graphs is tried. What breaks another rule, the schema accepts.

    schema.py --binary .build/debug/musegraph --graphs Graphs --broken Tests/MuseCompilerTests/Broken
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import ruamel.yaml


def musegraph(binary, *arguments):
    return subprocess.run([binary, *arguments], check=True, capture_output=True, encoding="utf-8").stdout


def read(text):
    return ruamel.yaml.YAML(typ="safe", pure=True).load(text)


def kind(name):
    return "tools" if name.endswith(".tools.yaml") else "scenario" if name.endswith(".scenario.yaml") else "graph"


class Schemas:
    def __init__(self, binary, folder):
        self.validators = {}
        for name in ("graph", "tools", "scenario"):
            written = musegraph(binary, "schema", name)
            assert written == (folder / f"{name}.schema.json").read_text(encoding="utf-8"), f"{name}.schema.json is not what the command prints"
            schema = json.loads(written)
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[name] = jsonschema.Draft202012Validator(schema)

    def complaint(self, kind, text):
        """Nothing, or what the schema has against the text."""
        error = jsonschema.exceptions.best_match(self.validators[kind].iter_errors(read(text)))
        return error and f"{error.json_path}: {error.message}"[:300]


def check_files(schemas, folder):
    for path in sorted(folder.rglob("*.yaml")):
        complaint = schemas.complaint(kind(path.name), path.read_text(encoding="utf-8"))
        if complaint:
            yield f"{path}: the schema rejects what the loader reads: {complaint}"


def check_rules(schemas, rules):
    for rule in rules:
        for example in rule["accepted"]:
            for file in example:
                complaint = schemas.complaint(file["kind"], file["text"])
                if complaint:
                    yield f"{rule['rule']} accepts this, the schema does not: {complaint}\n{file['text']}"
        if rule["schema"] == "unread":
            continue
        for example in rule["rejected"]:
            complaints = [schemas.complaint(file["kind"], file["text"]) for file in example]
            if any(complaints) != (rule["schema"] == "rejects"):
                text = "\n".join(file["text"] for file in example)
                yield f"{rule['rule']}: the schema should say '{rule['schema']}', but says {complaints}:\n{text}"


def check_broken(schemas, rules, folder):
    verdicts = {rule["rule"]: rule["schema"] for rule in rules}
    for report in sorted(folder.glob("*/report.txt")):
        found = {verdicts[name] for name in re.findall(r": (?:error|warning|note): .*\[([a-z-]+)\]$", report.read_text(encoding="utf-8"), re.M)}
        if "unread" in found:
            continue
        complaints = [schemas.complaint(kind(path.name), path.read_text(encoding="utf-8")) for path in sorted(report.parent.glob("*.yaml"))]
        if any(complaints) != ("rejects" in found):
            yield f"{report.parent}: {complaints}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graphs", type=Path, default=Path("Graphs"))
    parser.add_argument("--broken", type=Path, default=Path("Tests/MuseCompilerTests/Broken"))
    options = parser.parse_args()
    schemas = Schemas(options.binary, options.graphs)
    rules = [json.loads(line) for line in musegraph(options.binary, "schema", "--examples").split("\n")[:-1]]
    found = [
        *check_files(schemas, options.graphs),
        *check_rules(schemas, rules),
        *check_broken(schemas, rules, options.broken),
    ]
    print("\n".join(found) or "The schemas and the loader agree.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
