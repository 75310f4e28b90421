"""Pretend people, for rehearsals and practice: their answers look like those of a real room."""

from random import Random

from collabkit.assessments.pack import DONT_KNOW, AnswerForm, Item, Pack
from collabkit.room.adopting import FINGERS

# How the answers lie around a middle, by chance: close together, two camps, or all over.
_WIDTHS = (0.6, 0.6, 1.1, 1.6)  # in levels
_SPLITS = 0.25  # the share of statements on which the room is of two minds
_DONT_KNOW = 0.06  # the share of people who don't know
_BLANK = 0.03  # the share of answers that are left out on a sheet
_NEARER = 0.6  # how much closer people are after they have talked


class PretendRoom:
    """A room full of people who do not exist. The same ``seed`` always answers the same."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def sheets(
        self, pack: Pack, statements: tuple[str, ...], people: int
    ) -> tuple[tuple[str | None, ...], ...]:
        """Return whole sheets: for each person an answer code a statement, ``None`` if left out."""
        columns = [
            self.answers(item, pack.form_of(item), people, 1) for item in map(pack.item, statements)
        ]
        chance = self._chance("blank")
        return tuple(
            tuple(None if chance.random() < _BLANK else column[person] for column in columns)
            for person in range(people)
        )

    def answers(
        self, item: Item, form: AnswerForm, people: int, round_number: int
    ) -> tuple[str, ...]:
        """Return an answer code of each person; from the second round on they stand closer."""
        chance = self._chance(item.id)
        last = len(form.options) - 1
        width = chance.choice(_WIDTHS) * _NEARER ** (round_number - 1)
        middle = chance.uniform(0, last)
        middles = [middle, middle]
        if chance.random() < _SPLITS and round_number == 1:
            middles = [0, last]
        can_pass = any(option.code == DONT_KNOW for option in form.ways_out)
        answers = []
        for person in range(people):
            step = round(chance.gauss(middles[person % 2], width))
            is_unsure = can_pass and chance.random() < _DONT_KNOW
            level = form.options[min(last, max(0, step))].code
            answers.append(DONT_KNOW if is_unsure else level)
        return tuple(answers)

    def fists(self, people: int) -> tuple[int, ...]:
        """Return how many of ``people`` show 0 to 5 fingers; most are content."""
        chance = self._chance("fists")
        shown = chance.choices(range(FINGERS + 1), weights=(0, 1, 2, 6, 8, 5), k=people)
        return tuple(shown.count(fingers) for fingers in range(FINGERS + 1))

    def _chance(self, what: str) -> Random:
        return Random(f"{self._seed} {what}")  # noqa: S311 - nobody real is drawn by lot
