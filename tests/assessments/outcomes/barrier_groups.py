"""Groups that rate barriers, for the tests of the ranking."""

from answering import answered

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.pack import Pack

NONE_HELD = dict.fromkeys("ghij", "00000")
EXAMPLE = {
    "a": "33232",
    "b": "11021",
    "c": "22212",
    "d": "10110",
    "e": "22122",
    "f": "21222",
    **NONE_HELD,
}
CONTROL = {"a": "shared", "c": "outside", "e": "ours", "f": "ours"}
TICKED = {"needs": "NEED-12 NEED-8 NEED-2"}


def group(
    pack: Pack,
    ratings: dict[str, str],
    control: dict[str, str] | None = None,
    *,
    minimum: int = 5,
    **other,
) -> Answered:
    """One row of ratings per barrier, one figure per person; ``-`` is no answer, ``d`` and ``n``
    the ways out. ``control`` has one word for all, or a letter per person."""
    ways_out = {"d": "dk", "n": "na"}
    words = {"o": "ours", "s": "shared", "x": "outside"}
    people = len(next(iter(ratings.values())))
    sheets = {}
    for person in range(people):
        answers = {
            f"BAR-{letter}": ways_out.get(row[person], row[person])
            for letter, row in ratings.items()
            if row[person] != "-"
        }
        for letter, said in (control or {}).items():
            code = said if said in words.values() else words.get(said[person])
            if code:
                answers[f"BAR-{letter}-control"] = code
        sheets[f"Person {person + 1}"] = answers
    return answered(pack, sheets, minimum=minimum, **other)


def network(pack: Pack, ratings: dict[str, str], **other) -> Answered:
    names = [f"Person {n}" for n in range(1, len(next(iter(ratings.values()))) + 1)]
    return group(
        pack,
        ratings,
        parties=tuple(Party(name, "x", f"Group {name}") for name in names),
        speaks_for={name: name for name in names},
        **other,
    )
