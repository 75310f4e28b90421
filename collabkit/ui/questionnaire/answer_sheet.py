"""One person's answers in the order in which they are asked, and where the person is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from collabkit.assessments.assessment import Response
from collabkit.assessments.charity import Charity
from collabkit.assessments.needed import needed_among
from collabkit.assessments.pack import DONT_KNOW, NOTED, Item, Section
from collabkit.services.assessments import Sitting


class AnswerSheet:
    """What was said about each statement. ``at`` runs from 0 to ``total``, which is the end.

    ``needed`` are the statements that have to be answered: all but room for words and the like.
    ``unsaved`` holds responses that are not on the disk yet; they count before the stored ones.
    """

    def __init__(self, sitting: Sitting, charity: Charity, unsaved: Mapping[str, Response]) -> None:
        self.sitting = sitting
        self.charity = charity
        self.pack = sitting.pack
        further = {i.id: i.marks["about"] for i in sitting.pack.items if "about" in i.marks}
        self.asked = tuple(i for i in sitting.assessment.asked if i not in further)
        self.needed = needed_among(sitting.pack, self.asked)
        self._extras: dict[str, list[Item]] = {}
        for item in sitting.pack.items:
            if item.id in further:
                self._extras.setdefault(further[item.id], []).append(item)
        self._responses = {response.item_id: response for response in sitting.responses}
        self._responses |= unsaved
        self._items = {item.id: item for item in self.pack.items}
        self._sections = {
            item.id: section for section in self.pack.sections for item in section.items
        }
        self.at = self._first_place(sitting.assessment.place)

    @property
    def total(self) -> int:
        """How many statements are asked."""
        return len(self.asked)

    @property
    def item(self) -> Item | None:
        """The statement that is shown; ``None`` at the end."""
        return self._items[self.asked[self.at]] if self.at < self.total else None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of which something is asked, in pack order."""
        codes = {self._sections[item_id].code for item_id in self.asked}
        return tuple(section for section in self.pack.sections if section.code in codes)

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been said about anything."""
        return all(response.is_blank for response in self._responses.values())

    def extras_of(self, item_id: str) -> Sequence[Item]:
        """Return what is asked further about a statement, on the same page."""
        return self._extras.get(item_id, ())

    def words_of(self, item_id: str) -> str:
        """Return a statement."""
        return self._items[item_id].statement

    def section_of(self, item_id: str) -> Section:
        """Return the section of a statement."""
        return self._sections[item_id]

    def asked_in(self, code: str) -> tuple[str, ...]:
        """Return what is asked of one section."""
        return tuple(i for i in self.asked if self._sections[i].code == code)

    def response(self, item_id: str) -> Response:
        """Return what was said about a statement; a blank response if nothing was."""
        blank = Response(self.sitting.participant.id, item_id)
        return self._responses.get(item_id, blank)

    def change(self, item_id: str, **changes: Any) -> Response | None:
        """Change what was said about a statement; return it, or ``None`` if it was so already."""
        before = self.response(item_id)
        after = replace(before, **changes)
        if after == before:
            return None
        self._responses[item_id] = after
        return after

    def answer_in_words(self, item_id: str, text: str) -> dict[str, str | None]:
        """Return the change of the answer that comes with ``text``, where words alone are it."""
        if not self.pack.form_of(self._items[item_id]).is_words_only:
            return {}
        return {"answer": NOTED if text.strip() else None}

    def answered(self, item_ids: Iterable[str]) -> int:
        """Return how many of these have an answer; *don't know* is one."""
        return sum(self.response(item_id).answer is not None for item_id in item_ids)

    def open(self) -> tuple[str, ...]:
        """Return what has no answer."""
        return tuple(i for i in self.asked if self.response(i).answer is None)

    def flagged(self) -> tuple[str, ...]:
        """Return what is to be come back to."""
        return tuple(i for i in self.asked if self.response(i).flagged)

    def flags_by_section(self) -> Counter[str]:
        """Return how many statements of each section are to be come back to."""
        return Counter(self._sections[item_id].code for item_id in self.flagged())

    def dont_knows(self) -> int:
        """Return how many statements were answered with *don't know*."""
        return sum(self.response(item_id).answer == DONT_KNOW for item_id in self.asked)

    def go_to(self, item_id: str) -> bool:
        """Go to a statement and tell whether it is asked at all."""
        if item_id not in self.asked:
            return False
        self.at = self.asked.index(item_id)
        return True

    def go_to_first_open(self) -> None:
        """Go to the first statement without an answer; if all have one, to the first."""
        self.at = next((self.asked.index(item_id) for item_id in self.open()), 0)

    def go_to_section(self, code: str) -> None:
        """Go to the first statement of a section without an answer, or else to its first."""
        asked = self.asked_in(code)
        self.go_to(next((i for i in asked if self.response(i).answer is None), asked[0]))

    def _first_place(self, place: str | None) -> int:
        return self.asked.index(place) if place in self.asked else 0
