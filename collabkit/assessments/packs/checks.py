"""Check a pack for the person who writes it: faults, and warnings where practice says otherwise.

The rules for writing statements come from the project's measurement rules: one behaviour, at most
20 words, a source, enough statements for a score, 20 minutes for the whole pack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.assessments.bands import has_bands
from collabkit.assessments.measure import scored_items
from collabkit.assessments.pack import (
    DONT_KNOW,
    NOT_APPLICABLE,
    AnswerForm,
    FormKind,
    OutcomeKind,
    Pack,
)
from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.outcome_rules.thoughts import thoughts_about
from collabkit.assessments.packs.outcome_rules.unused import unused_items
from collabkit.assessments.spread import is_ordered
from collabkit.i18n import _, ngettext

MOST_WORDS = 20
MOST_MINUTES = 20
FEWEST_ITEMS = 8  # in a section with a score
_SECONDS_DESCRIBED = 25  # with five descriptions to read
_SECONDS_SHORT = 12

# "We plan and deliver ...", "We ask them and we answer ...": a second verb right after the first,
# or a second "we". Anything looser also finds pairs of things, which are fine.
_AGREEING = re.compile(r"\bagree\b", re.IGNORECASE)
_TWO_BEHAVIOURS = re.compile(r"^We \w+ (?:and|or) (?!more\b|less\b)\w+|\b(?:and|or) we\b")


_Advice = tuple[str, str, str]  # the place, what to think about, and the key it is about


@dataclass(frozen=True, slots=True)
class PackCheck:
    """What was found: a pack, or the faults that keep it from being one; and warnings."""

    pack: Pack | None
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def warnings_about(pack: Pack, faults: Faults) -> tuple[str, ...]:
    """Return what could be better in ``pack``; ``faults`` are those it was read with."""
    found = (
        *_about_items(pack),
        *thoughts_about(pack),
        *_about_forms(pack),
        *_about_sections(pack),
        *_about_pack(pack),
    )
    return tuple(faults.sentence(place, advice, key) for place, advice, key in found)


def estimated_minutes(pack: Pack) -> int:
    """Return how long all statements take one person, rounded up to whole minutes.

    What may be said further about a statement is optional and not counted.
    """
    described = {form.id for form in pack.forms if form.kind is FormKind.DESCRIBED}
    seconds = sum(
        _SECONDS_DESCRIBED if item.form in described else _SECONDS_SHORT for item in pack.statements
    )
    return -(-seconds // 60)


def _about_items(pack: Pack) -> Iterator[_Advice]:
    unused = tuple(unused_items(pack))
    for item in pack.items:
        place = _("item {name}").format(name=item.id)
        words = len(item.statement.split())
        if words > MOST_WORDS and item.ends is None:
            yield (
                place,
                _("the statement has {number} words; at most {most} can be taken in.").format(
                    number=words, most=MOST_WORDS
                ),
                "statement",
            )
        if item in unused:
            advice = _('the outcome "{kind}" makes nothing of what is answered here.').format(
                kind=pack.outcome.kind
            )
            yield place, advice, "form"
        if not item.sources:
            yield place, _("it names no source. On what does the statement rest?"), "sources"
        if _TWO_BEHAVIOURS.search(item.statement):
            advice = _("it may ask about two behaviours at once. Can it be two statements?")
            yield place, advice, "statement"
        levels = [level.strip().casefold() for level in item.levels]
        if len(set(levels)) < len(levels):
            yield place, _("two of its levels are described in the same words."), "levels"


def _about_forms(pack: Pack) -> Iterator[_Advice]:
    if pack.outcome.kind is not OutcomeKind.PROFILE:
        return
    for form in pack.forms:
        if not is_ordered(form):
            continue
        place = _("form {name}").format(name=form.id)
        if not has_bands(form):
            advice = _("bands are only shown for five answers with the values 1 to 5.")
            yield place, advice, "options"
        if not {DONT_KNOW, NOT_APPLICABLE} <= {option.code for option in form.ways_out}:
            advice = _('it needs both “don\'t know” (code "dk") and “does not apply” (code "na").')
            yield place, advice, "ways_out"
    if all(form.kind is not FormKind.DESCRIBED for form in pack.forms):
        for form in pack.forms:
            if form.kind is FormKind.SCALE and _AGREEING.search(" ".join(_names(form))):
                yield (
                    _("form {name}").format(name=form.id),
                    _(
                        "people agree for many reasons. Levels that are described for every "
                        'statement (kind "described") tell more.'
                    ),
                    "kind",
                )


def _names(form: AnswerForm) -> Iterator[str]:
    return (option.name for option in form.options)


def _about_sections(pack: Pack) -> Iterator[_Advice]:
    if pack.outcome.kind is not OutcomeKind.PROFILE:
        return
    for section in pack.sections:
        scored = scored_items(pack, section)
        if 0 < len(scored) < FEWEST_ITEMS:
            yield (
                _("section {name}").format(name=section.code),
                ngettext(
                    "{number} statement is few for a score; {fewest} or more are better.",
                    "{number} statements are few for a score; {fewest} or more are better.",
                    len(scored),
                ).format(number=len(scored), fewest=FEWEST_ITEMS),
                "",
            )


def _about_pack(pack: Pack) -> Iterator[_Advice]:
    minutes = max(estimated_minutes(pack), pack.minutes_full)
    if minutes > MOST_MINUTES:
        yield (
            _("minutes"),
            _("all statements take about {number} minutes; {most} are enough.").format(
                number=minutes, most=MOST_MINUTES
            ),
            "",
        )
