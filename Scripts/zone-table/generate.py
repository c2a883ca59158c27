#!/usr/bin/env python3
"""Writes the zone table that is compiled into MuseExpression, and the golden samples that its tests compare with.

Usage:  pip install tzdata && python3 Scripts/zone-table/generate.py [--zones-from FOLDER]

The source is the PyPI package `tzdata` (compiled IANA data, "slim" TZif files), so that the table is the same on every
machine, whatever its own zone files say. `--zones-from` names a folder that holds the unpacked package instead.

One line of the table is one set of rules:

    name,alias,alias|POSIX TZ rule|transitions

where the transitions are `o` (the offset in seconds before the first of them, base 36), then `;delta,offset` for each one since
1970: seconds since the one before (the first: since 1970-01-01T00:00:00Z), and the offset from then on. After the last one the
POSIX rule holds (RFC 9636, section 3.3.1).
"""

import argparse
import datetime
import importlib.util
import io
import pathlib
import random
import struct
import zoneinfo

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "Sources/MuseExpression/Time/ZoneTable.generated.swift"
SAMPLES = ROOT / "Tests/MuseExpressionTests/ZoneSamples.generated.swift"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number):
    sign, number = ("-", -number) if number < 0 else ("", number)
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if number == 0:
            return sign + text


def read_tzif(content):
    """The 64-bit block of a TZif file: (transition times, offsets after them, first offset, POSIX rule)."""
    header = struct.Struct(">4s1s15x6l")

    def counts(at):
        magic, _, isut, isstd, leap, time, kind, char = header.unpack_from(content, at)
        assert magic == b"TZif"
        return isut, isstd, leap, time, kind, char

    isut, isstd, leap, time, kind, char = counts(0)
    at = header.size + time * 5 + kind * 6 + char + leap * 8 + isstd + isut
    isut, isstd, leap, time, kind, char = counts(at)
    at += header.size
    times = struct.unpack_from(f">{time}q", content, at)
    at += time * 8
    indexes = content[at : at + time]
    at += time
    offsets = [struct.unpack_from(">l", content, at + 6 * n)[0] for n in range(kind)]
    at += kind * 6 + char + leap * 12 + isstd + isut
    footer = content[at:].strip(b"\n").decode()
    return times, [offsets[i] for i in indexes], offsets[0], footer


def line_data(content):
    times, offsets, current, footer = read_tzif(content)
    start, parts = 0, ""
    first = current
    for time, offset in zip(times, offsets):
        if time <= 0:
            first = offset
        elif offset != current or time == times[-1]:
            # The last one stays even where the offset does not change: up to it the POSIX rule does not hold.
            parts += f";{base36(time - start)},{base36(offset)}"
            start = time
        current = offset
    return f"{footer}|{base36(first)}{parts}"


def sources(folder):
    names = (folder / "zones").read_text().split()
    # `Factory` is what a system without a zone has; it is no place.
    return {name: (folder / "zoneinfo" / name).read_bytes() for name in sorted(names) if name != "Factory"}


def write_table(files, version):
    lines = {}
    for name, content in files.items():
        lines.setdefault(line_data(content), []).append(name)
    rows = sorted(f"{','.join(sorted(names))}|{data}" for data, names in lines.items())
    body = "\n".join("  " + row for row in rows)
    TABLE.write_text(
        "// Made by Scripts/zone-table/generate.py; do not edit. The form of a line is described there.\n\n"
        "extension ZoneTable {\n"
        "  /// The version of the IANA time zone database that this build holds.\n"
        f'  public static let version = "{version}"\n\n'
        f'  static let lines = #"""\n{body}\n  """#\n}}\n'
    )
    print(f"{len(files)} names, {len(rows)} rules, {TABLE.stat().st_size} bytes")


SAMPLED = """Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos Africa/Monrovia America/Anchorage America/Argentina/Buenos_Aires
America/Bogota America/Chicago America/Denver America/Havana America/Los_Angeles America/Mexico_City America/New_York America/Nuuk America/Phoenix
America/Santiago America/Sao_Paulo America/St_Johns Antarctica/Troll Asia/Amman Asia/Dhaka Asia/Dubai Asia/Gaza Asia/Jerusalem Asia/Kathmandu Asia/Kolkata
Asia/Pyongyang Asia/Shanghai Asia/Singapore Asia/Tehran Asia/Tokyo Atlantic/Azores Atlantic/Reykjavik Australia/Adelaide Australia/Brisbane
Australia/Lord_Howe Australia/Sydney Europe/Berlin Europe/Chisinau Europe/Dublin Europe/Istanbul Europe/Kyiv Europe/Lisbon Europe/London
Europe/Moscow Europe/Paris GB Pacific/Apia Pacific/Auckland Pacific/Chatham Pacific/Easter Pacific/Fiji Pacific/Kiritimati Pacific/Norfolk
US/Eastern UTC Etc/GMT+5""".split()


def write_samples(files):
    """Instants and the offsets there, as Python's own reader of the same files has them."""
    chance = random.Random(20261122)
    rows = []
    for name in SAMPLED:
        zone = zoneinfo.ZoneInfo.from_file(io.BytesIO(files[name]), key=name)
        times, _, _, _ = read_tzif(files[name])
        seconds = [chance.randrange(1, 4_102_444_800) for _ in range(12)]
        for time in chance.sample([t for t in times if t > 86_400], min(6, len([t for t in times if t > 86_400]))):
            seconds += [time - 1, time]
        # The hours in which the POSIX rule changes, far after the last explicit transition.
        seconds += changes(zone, 2051)
        samples = [f"{second}:{offset(zone, second)}" for second in sorted(seconds)]
        rows.append(" ".join([name] + samples))
    body = "\n".join("  " + row for row in rows)
    SAMPLES.write_text(
        "// Made by Scripts/zone-table/generate.py with Python's zoneinfo; do not edit.\n"
        "// A zone, then Unix times with the offset there in seconds.\n\n"
        f'let zoneSamples = """\n{body}\n  """\n'
    )
    print(f"samples of {len(rows)} zones")


def offset(zone, second):
    moment = datetime.datetime.fromtimestamp(second, datetime.timezone.utc).astimezone(zone)
    return int(moment.utcoffset().total_seconds())


def changes(zone, year):
    """The last second before, and the first after, each change of the offset in a year."""
    found = []
    start = int(datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc).timestamp())
    last = offset(zone, start)
    for second in range(start, start + 366 * 86_400, 1800):
        now = offset(zone, second)
        if now != last:
            found += [second - 1, second]
        last = now
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--zones-from", type=pathlib.Path)
    folder = parser.parse_args().zones_from
    if folder is None:
        folder = pathlib.Path(importlib.util.find_spec("tzdata").origin).parent
    scope = {}
    exec((folder / "__init__.py").read_text(), scope)
    files = sources(folder)
    write_table(files, scope["IANA_VERSION"])
    write_samples(files)


if __name__ == "__main__":
    main()
