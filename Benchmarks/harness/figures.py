"""The arithmetic of the benchmarks, and nothing else: `test_figures.py` holds it to examples."""
import math


def percentile(values, share):
    """The smallest value that is at least as large as `share` (0 to 1) of all of them."""
    if not values:
        raise ValueError("no values have no percentile")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median(values):
    """The middle one; of an even number of values the mean of the two in the middle."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values have no median")
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def per_unit(once, twice, repetitions, units):
    """What one unit costs, of counts over `repetitions` and over twice as many: what is made ready beforehand drops out."""
    return (twice - once) / (repetitions * units)


def threshold(measured, room):
    """A measured count with some room above it (0.05 is a twentieth), to three digits: results shall be readable."""
    bound = measured * (1 + room)
    if bound <= 0:
        return 0
    digit = 10 ** (math.floor(math.log10(bound)) - 2)
    rounded = math.ceil(bound / digit - 1e-9) * digit
    return int(rounded) if digit >= 1 else round(rounded, 4)


def breaches(counts, thresholds):
    """A sentence for each count above its threshold, and for each that is missing on either side.

    Both are dictionaries of dictionaries: of a benchmark's name, then of what is counted."""
    found = []
    for name in sorted(set(counts) | set(thresholds)):
        measured, bounds = counts.get(name, {}), thresholds.get(name, {})
        for what in sorted(set(measured) | set(bounds)):
            if what not in bounds:
                found.append("%s: there is no threshold of its %s." % (name, what))
            elif what not in measured:
                found.append("%s: its %s were not counted." % (name, what))
            elif measured[what] > bounds[what]:
                found.append("%s: %s %s, and %s are allowed." % (name, number(measured[what]), what, number(bounds[what])))
    return found


def changes(before, after):
    """(path, old, new, new/old) of every number that two results share, in the order of the new one."""
    found = []
    for path, new in numbers(after):
        old = dict(numbers(before)).get(path)
        if old is not None:
            found.append((path, old, new, new / old if old else math.inf if new else 1.0))
    return found


def numbers(result, path=()):
    """(path, number) of every number below; a path is a tuple of keys."""
    for key, value in result.items():
        if isinstance(value, dict):
            yield from numbers(value, path + (key,))
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            yield path + (key,), value


def number(value):
    """With as many digits as somebody reads: 1,234,567 or 12.3 or 0.0123."""
    if value == 0 or abs(value) >= 1000 or value == int(value):
        return "{:,.0f}".format(value)
    return "{:.{}f}".format(value, max(0, 2 - math.floor(math.log10(abs(value)))))


def cpu_seconds(stat, ticks):
    """User and system time in the text of /proc/PID/stat; the name of the program may have blanks and parentheses in it."""
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / ticks
