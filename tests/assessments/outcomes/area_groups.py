"""Charities and groups that sort areas, for the tests of the columns."""

from answering import answered

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.pack import Pack

CODES = {"q": "quick-win", "l": "long-term", "n": "not-suitable", "a": "already", "d": "dk"}

# The network of 24 in the pack's specification.
EXAMPLE = {
    7: "q" * 13 + "l" * 6 + "n" * 3 + "a" * 2,
    24: "q" * 2 + "l" * 11 + "n" * 9 + "a" + "d",
    2: "q" * 6 + "l" * 2 + "n" * 2 + "a" * 14,
    21: "q" * 6 + "l" * 6 + "n" * 12,
}

# One charity's answers, then the first quick win, the stretch, and beyond what the stretch lies.
ADVICE_CASES = [
    ({1: "a", 3: "q", 9: "l", 8: "l"}, 3, 8, 1),  # nearest place to the right, lowest number
    ({1: "a", 3: "q", 8: "l", 9: "q"}, 3, 8, 1),  # a long-term aim there is as good
    ({1: "a", 9: "a", 3: "q", 10: "l", 12: "l"}, 3, 12, 9),  # beyond the furthest that is done
    ({11: "a", 3: "q", 24: "q", 22: "l"}, 3, 22, 11),  # O1 is nearer than O2
    ({1: "a", 8: "q", 9: "l"}, 8, 9, 1),  # another than the first, even at the same place
    ({1: "a", 8: "q"}, 8, None, None),  # one piece of advice is enough
    ({26: "a", 8: "q", 3: "l"}, 8, 3, None),  # nothing lies to the right: the next on the board
    ({8: "q", 3: "l", 20: "q"}, 8, 20, None),  # nothing done yet: quick wins before aims
    ({8: "q", 3: "l"}, 8, 3, None),
    ({3: "l", 8: "l"}, None, 3, None),  # no quick win: something to aim for
    ({1: "a", 3: "l", 8: "l"}, None, 8, 1),
    ({1: "a", 2: "n", 3: "d"}, None, None, None),
]


def group(pack: Pack, rows: dict[int, str], minimum: int = 5, **other) -> Answered:
    """One row of letters per area, one letter per sheet; ``-`` is no answer."""
    people = max(map(len, rows.values()), default=1)
    sheets = {
        f"Sheet {number + 1}": {
            f"OPP-{area}": CODES[row[number]] for area, row in rows.items() if row[number] != "-"
        }
        for number in range(people)
    }
    return answered(pack, sheets, minimum=minimum, **other)
