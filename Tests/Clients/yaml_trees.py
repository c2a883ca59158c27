#!/usr/bin/env python3
"""Holds musegraph's reading of YAML against two readers that know nothing of it: PyYAML (YAML 1.1) and ruamel.yaml (YAML 1.2).

Every graph, tools and scenario file, and every accepted example of a rule, is the same tree to all three; and what YAML types by
itself (numbers, booleans, dates) is typed alike by both versions.

    yaml_trees.py --binary .build/debug/musegraph --graphs Graphs
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import ruamel.yaml
import yaml


def musegraph(binary, *arguments):
    return subprocess.run([binary, *arguments], check=True, capture_output=True, encoding="utf-8").stdout


def texts_by_1_1(text):
    return yaml.load(text, Loader=yaml.BaseLoader)


def texts_by_1_2(text):
    return ruamel.yaml.YAML(typ="base", pure=True).load(text)


def typed_by_1_1(text):
    return yaml.safe_load(text)


def typed_by_1_2(text):
    return ruamel.yaml.YAML(typ="safe", pure=True).load(text)


def plain(tree):
    """Without what tells the readers' own types apart; nothing and the empty text are one to a reader of texts."""
    if isinstance(tree, dict):
        return {plain(key): plain(value) for key, value in tree.items()}
    if isinstance(tree, (list, tuple)):
        return [plain(item) for item in tree]
    if tree is None or (isinstance(tree, str) and tree in ("~", "null", "Null", "NULL")):
        return ""
    if isinstance(tree, (str, bool, int, float)):
        return tree
    return f"{type(tree).__name__} {tree}"


def differences(name, text, tree):
    readings = {"PyYAML": texts_by_1_1(text), "ruamel.yaml": texts_by_1_2(text)}
    found = [f"{name}: {reader} reads another tree" for reader, read in readings.items() if plain(read) != plain(tree)]
    if plain(typed_by_1_1(text)) != plain(typed_by_1_2(text)):
        found.append(f"{name}: YAML 1.1 and 1.2 type its values differently")
    return found


def files(binary, folder):
    for line in musegraph(binary, "fmt", "--tree", folder).split("\n")[:-1]:
        entry = json.loads(line)
        # Their line ends are the file's.
        text = Path(entry["file"]).read_bytes().decode("utf-8")
        yield entry["file"], text, entry["tree"]


def examples(binary, folder):
    """The accepted examples of all rules, read through files of their own."""
    texts = {}
    for line in musegraph(binary, "schema", "--examples").split("\n")[:-1]:
        rule = json.loads(line)
        for number, example in enumerate(rule["accepted"]):
            for place, file in enumerate(example):
                path = folder / f"{rule['rule']}-{number}-{place}.graph.yaml"
                path.write_bytes(file["text"].encode("utf-8"))
                texts[str(path)] = file["text"]
    for name, text, tree in files(binary, str(folder)):
        assert text == texts[name], name
        yield name, text, tree


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--graphs", default="Graphs")
    options = parser.parse_args()
    found, count = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        for name, text, tree in [*files(options.binary, options.graphs), *examples(options.binary, Path(scratch))]:
            found += differences(name, text, tree)
            count += 1
    print("\n".join(found) or f"{count} files are the same tree to musegraph, YAML 1.1 and YAML 1.2.")
    sys.exit(1 if found or count == 0 else 0)


if __name__ == "__main__":
    main()
