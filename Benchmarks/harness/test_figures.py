"""Run by `Scripts/benchmark test`."""
import unittest

from figures import breaches, changes, cpu_seconds, median, number, per_unit, percentile, threshold


class Figures(unittest.TestCase):
    def test_a_percentile_is_one_of_the_values(self):
        values = list(range(1, 101))
        self.assertEqual([percentile(values, share) for share in (0, 0.01, 0.5, 0.99, 1)], [1, 1, 50, 99, 100])
        self.assertEqual(percentile([7], 0.99), 7)
        self.assertEqual(percentile([3, 1, 2], 0.5), 2)
        with self.assertRaises(ValueError):
            percentile([], 0.5)

    def test_the_median_is_in_the_middle(self):
        self.assertEqual([median([3, 1, 2]), median([4, 1, 2, 3])], [2, 2.5])
        with self.assertRaises(ValueError):
            median([])

    def test_what_is_made_ready_drops_out(self):
        ready, each = 1_000_000, 600
        self.assertEqual(per_unit(ready + 10 * each, ready + 20 * each, 10, 6), 100)

    def test_a_threshold_leaves_room_and_has_three_digits(self):
        self.assertEqual([threshold(123_456, 0.05), threshold(100, 0), threshold(0, 0.05), threshold(0.51, 0)], [130_000, 100, 0, 0.51])
        self.assertEqual(threshold(1, 0.02), 1.02)

    def test_what_exceeds_its_threshold_is_told(self):
        counts = {"turn": {"instructions": 2000, "allocations": 10}, "new": {"allocations": 1}}
        thresholds = {"turn": {"instructions": 1500, "allocations": 10}, "gone": {"allocations": 1}}
        self.assertEqual(breaches(counts, thresholds), [
            "gone: its allocations were not counted.", "new: there is no threshold of its allocations.",
            "turn: 2,000 instructions, and 1,500 are allowed."])
        self.assertEqual(breaches(counts, counts), [])

    def test_two_results_are_compared_number_by_number(self):
        before = {"commit": "a", "turn": {"allocations": 100, "bytes": 0}, "old": {"x": 1}}
        after = {"commit": "b", "turn": {"allocations": 50, "bytes": 0}, "new": {"x": 1}}
        self.assertEqual(changes(before, after), [(("turn", "allocations"), 100, 50, 0.5), (("turn", "bytes"), 0, 0, 1.0)])

    def test_numbers_are_written_for_readers(self):
        self.assertEqual([number(value) for value in (1234567.8, 12.345, 0.012345, 5.0, 0)], ["1,234,568", "12.3", "0.0123", "5", "0"])

    def test_cpu_time_is_read_behind_any_name(self):
        stat = "17 (a b) c) S 1 2 3 4 5 6 7 8 9 10 150 50 0 0 20 0"
        self.assertEqual(cpu_seconds(stat, 100), 2.0)


if __name__ == "__main__":
    unittest.main()
