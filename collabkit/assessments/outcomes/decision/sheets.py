"""Which answers a decision rests on, and where two people see things differently (BID).

The check may be filled in by two people separately. Then only one agreed version counts, and the
statements on which one said yes and the other no come first (the pack's own use, from RtR 2021,
Strategy and decision making).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.topics import AGREED_VERSION, MODE
from collabkit.assessments.pack import NOT_APPLICABLE, AnswerForm, Item, Option, Pack


@dataclass(frozen=True, slots=True)
class Filled:
    """One sheet in the light of the mode: what is asked, and what was answered of that.

    ``answers`` have *does not apply* for what is not asked because it is pointless in the mode.
    """

    pack: Pack
    mode: str | None
    asked: tuple[Item, ...]
    answers: Mapping[str, str]

    @property
    def left(self) -> tuple[str, ...]:
        """The statements that are asked and have no answer yet."""
        return tuple(item.id for item in self.asked if item.id not in self.answers)

    def option(self, item: Item) -> Option | None:
        """Return the answer to ``item`` if it is one of the form's options, not a way out."""
        form, code = self.pack.form_of(item), self.answers.get(item.id)
        return next((option for option in form.options if option.code == code), None)


@dataclass(frozen=True, slots=True)
class Difference:
    """A statement that people answered differently; ``answers`` are sheet name and code."""

    item_id: str
    answers: tuple[tuple[str, str], ...]
    is_opposite: bool


def mode_of(answered: Answered) -> Mapping[str, Any] | None:
    """Return the mode that is settled, if the pack knows it."""
    modes = answered.pack.outcome.settings.get("mode", ())
    return next((mode for mode in modes if mode["code"] == answered.settled.get(MODE)), None)


def counting_sheet(answered: Answered) -> Sheet | None:
    """Return the only sheet, or of several the one that is settled as the agreed version."""
    if len(answered.sheets) == 1:
        return answered.sheets[0]
    agreed = answered.settled.get(AGREED_VERSION)
    return next((sheet for sheet in answered.sheets if sheet.id == agreed), None)


def fill(answered: Answered, sheet: Sheet | None) -> Filled:
    """Return what ``sheet`` says in the settled mode, whatever was answered in another mode."""
    mode = mode_of(answered) or {}
    left_out, without = mode.get("leaves_out", ()), mode.get("does_not_apply", ())
    asked = tuple(
        item
        for item in answered.pack.items
        if item.id in answered.asked
        and item.section not in left_out
        and item.id not in without
        and "about" not in item.marks
        and answered.pack.form_of(item).options  # what is written freely decides nothing
    )
    given = sheet.answers if sheet else {}
    answers = {item.id: given[item.id] for item in asked if given.get(item.id)}
    answers |= dict.fromkeys(without, NOT_APPLICABLE)
    return Filled(answered.pack, mode.get("code"), asked, MappingProxyType(answers))


def ends(form: AnswerForm) -> tuple[str, str]:
    """Return the codes of the most and the least favourable answer of ``form``."""
    valued = [option for option in form.options if option.value is not None]
    if not valued:
        return form.options[0].code, form.options[-1].code
    best = max(valued, key=lambda option: option.value or 0)
    worst = min(valued, key=lambda option: option.value or 0)
    return best.code, worst.code


def differences(answered: Answered) -> tuple[Difference, ...]:
    """Return what the separate sheets answer differently: yes against no first, in pack order.

    An agreed version is not compared with the sheets that it came from.
    """
    agreed = counting_sheet(answered)
    separate = [sheet for sheet in answered.sheets if sheet is not agreed]
    filled = [(sheet.name, fill(answered, sheet)) for sheet in separate]
    found = []
    for item in filled[0][1].asked if filled else ():
        given = tuple(
            (name, sheet.answers[item.id]) for name, sheet in filled if item.id in sheet.answers
        )
        codes = {code for _name, code in given}
        if len(codes) > 1:
            both_ends = set(ends(answered.pack.form_of(item)))
            found.append(Difference(item.id, given, both_ends <= codes))
    return tuple(sorted(found, key=lambda difference: not difference.is_opposite))
