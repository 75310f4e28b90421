"""Counts per answer for one statement: the one thing every group result is computed from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType

from collabkit.assessments.pack import DONT_KNOW, NOT_APPLICABLE, AnswerForm, Pack


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people gave each answer to one statement.

    ``counts`` has every option code of the form, in the form's order; *don't know* and *does not
    apply* are answers too, but never part of a mean. Nor are the form's further ways out, such as
    *too early to say*: ``further`` has them by code. ``hidden`` counts answers whose levels were
    not kept, because they would have given people away.
    """

    item_id: str
    counts: Mapping[str, int]
    dont_know: int = 0
    not_applicable: int = 0
    further: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    hidden: int = 0

    @property
    def n(self) -> int:
        """The counted answers."""
        return sum(self.counts.values()) + self.hidden

    @property
    def by_code(self) -> dict[str, int]:
        """How often each answer was given, ways out included, by code; without what is hidden."""
        ways_out = {DONT_KNOW: self.dont_know, NOT_APPLICABLE: self.not_applicable}
        return {**self.counts, **ways_out, **self.further}

    @property
    def people(self) -> int:
        """Everybody who answered, in whatever way."""
        return self.n + self.dont_know + self.not_applicable + sum(self.further.values())

    def mean(self, form: AnswerForm) -> Fraction | None:
        """Return the exact mean of the counted answers; ``None`` without any, or if hidden."""
        if not self.n or self.hidden:
            return None
        total = Fraction(0)
        for option in form.options:
            if count := self.counts.get(option.code, 0):
                if option.value is None:
                    return None
                total += option.value * count
        return total / self.n


def tally_answers(item_id: str, form: AnswerForm, answers: Iterable[str]) -> Tally:
    """Count answer codes (levels and ways out) for one statement.

    Raises ``ValueError`` for a code that the form does not know.
    """
    counts = {option.code: 0 for option in form.options}
    out = {option.code: 0 for option in form.ways_out}
    for code in answers:
        if code in counts:
            counts[code] += 1
        elif code in out:
            out[code] += 1
        else:
            raise ValueError(f"{item_id} cannot be answered with {code!r}")
    dont_know, not_applicable = out.pop(DONT_KNOW, 0), out.pop(NOT_APPLICABLE, 0)
    return Tally(
        item_id, MappingProxyType(counts), dont_know, not_applicable, MappingProxyType(out)
    )


def without_levels(tally: Tally) -> Tally:
    """Return ``tally`` with the number of its counted answers, but not which levels they chose."""
    nobody = MappingProxyType(dict.fromkeys(tally.counts, 0))
    return replace(tally, counts=nobody, hidden=tally.n)


def tally_all(pack: Pack, answers: Iterable[tuple[str, str]]) -> dict[str, Tally]:
    """Count pairs of statement id and answer code, in pack order; no tally without an answer.

    What is written freely, a day or a line, is not counted.
    Raises ``KeyError`` for an unknown statement and ``ValueError`` for an unknown code.
    """
    codes: dict[str, list[str]] = {item.id: [] for item in pack.items}
    for item_id, code in answers:
        codes[item_id].append(code)
    return {
        item.id: tally_answers(item.id, pack.form_of(item), codes[item.id])
        for item in pack.items
        if codes[item.id] and pack.form_of(item).options
    }
