"""What the papers of a room pack are made from: a session before it begins."""

from dataclasses import dataclass
from datetime import date

from collabkit.assessments.pack import AnswerForm, Item, Pack
from collabkit.i18n import _
from collabkit.room.choices import RoomChoice, choices_of
from collabkit.room.preparation import Preparation


@dataclass(frozen=True, slots=True)
class Asked:
    """One statement as the room gets it; ``number`` is its place from 1."""

    number: int
    section: str
    item: Item
    form: AnswerForm
    choices: tuple[RoomChoice, ...]

    @property
    def levels(self) -> tuple[RoomChoice, ...]:
        """The answers that count, the lowest first."""
        return tuple(choice for choice in self.choices if choice.step is not None)

    @property
    def ways_out(self) -> tuple[RoomChoice, ...]:
        """*Don't know*, *does not apply* and the like."""
        return tuple(choice for choice in self.choices if choice.step is None)

    @property
    def is_described(self) -> bool:
        """Whether the levels are told in words of their own for this statement."""
        return all(level.description for level in self.levels)

    @property
    def quotes_its_ends(self) -> bool:
        """Whether the statement is nothing but its two ends, which stand on paper anyway."""
        ends = self.item.ends
        return ends is not None and all(f"“{end}”" in self.item.statement for end in ends)


@dataclass(frozen=True, slots=True)
class Material:
    """A session as it is printed. ``pack`` is in the words of the charity.

    What is printed to practise with says so.
    """

    preparation: Preparation
    pack: Pack
    charity: str
    made_on: date
    is_practice: bool = False

    @property
    def statements(self) -> tuple[Asked, ...]:
        """The statements in the order of the room."""
        return tuple(
            self._asked(number, self.pack.item(item_id))
            for number, item_id in enumerate(self.preparation.statements, start=1)
        )

    @property
    def by_form(self) -> tuple[Asked, ...]:
        """The first statement of each answer form, in the order of the room."""
        return tuple({asked.form.id: asked for asked in reversed(self.statements)}.values())[::-1]

    @property
    def line(self) -> str:
        """What stands in the foot of a page: the session and the charity."""
        practice = _("Practice") if self.is_practice else ""
        parts = (practice, self.preparation.title.strip(), self.charity)
        return " · ".join(filter(None, parts))

    def _asked(self, number: int, item: Item) -> Asked:
        form = self.pack.form_of(item)
        section = self.pack.section(item.section).name
        return Asked(number, section, item, form, choices_of(item, form))
