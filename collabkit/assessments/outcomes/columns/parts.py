"""Sorted areas in words (OPP): what to try next, the board or the counts, offers and needs."""

from dataclasses import replace

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entry,
    Fold,
    Ideas,
    Paragraph,
    Part,
    Place,
    Tone,
)
from collabkit.assessments.outcomes.columns.board import board, offers_and_needs
from collabkit.assessments.outcomes.columns.counts import PERCENT_FROM
from collabkit.assessments.outcomes.columns.group import counts, most_wanted, who_could_help_whom
from collabkit.assessments.outcomes.columns.rule import Columns
from collabkit.assessments.outcomes.columns.words import area_entry, area_idea, plain_entry
from collabkit.assessments.outcomes.run_by import is_volunteer_run
from collabkit.assessments.pack import ActionKind
from collabkit.assessments.sentences import capital, how_tried, in_words
from collabkit.i18n import _, ngettext


def parts(answered: Answered, outcome: Columns) -> tuple[Part, ...]:
    """Return what to try next, all areas in their order, and how it came about."""
    told = (
        [most_wanted(answered, outcome), *counts(answered, outcome)]
        if outcome.is_group
        else [
            _what_to_try(answered, outcome),
            *board(answered, outcome),
            *offers_and_needs(answered, outcome),
        ]
    )
    told += who_could_help_whom(answered, outcome)
    if notes := answered.pack.outcome.settings.get("notes"):
        told.append(Part("notes", _("Good to know"), (Bullets(notes),), Place.BEHIND))
    told.append(_how_it_was_worked_out(answered, outcome))
    return tuple(told)


def _what_to_try(answered: Answered, outcome: Columns) -> Part:
    advice = outcome.advice
    blocks: list[Block] = [Paragraph(_lead(answered, outcome), Tone.LEAD)]
    if advice.stretch and advice.beyond:
        blocks.append(
            Paragraph(
                _(
                    "“{stretch}” is the nearest step beyond “{beyond}”, which is the furthest "
                    "that you go with others already."
                ).format(
                    stretch=answered.pack.item(advice.stretch).statement,
                    beyond=answered.pack.item(advice.beyond).statement,
                )
            )
        )
    ideas = [
        area_idea(
            answered,
            area,
            ActionKind.LONGER_TERM if area in outcome.later else ActionKind.QUICK_WIN,
        )
        for area in (advice.first, advice.stretch)
        if area
    ]
    if ideas:
        blocks.append(Ideas(tuple(ideas)))
    if outcome.dont_know:
        title = _("Find out first: you answered “don't know”")
        blocks.append(Fold(title, tuple(area_entry(answered, a) for a in outcome.dont_know)))
    if outcome.aside:
        title = _("Areas that you answered in another way")
        blocks.append(Fold(title, tuple(_answered_so(answered, a) for a in outcome.aside)))
    return Part("advice", _("What to try next"), (*blocks, *_unanswered(answered, outcome)))


def _answered_so(answered: Answered, area: str) -> Entry:
    form = answered.pack.form_of(answered.pack.item(area))
    option = form.option(answered.sheets[0].answers[area])
    return replace(plain_entry(answered, area), mark=option.name if option else "")


def _lead(answered: Answered, outcome: Columns) -> str:
    pack, advice = answered.pack, outcome.advice
    first = pack.item(advice.first).statement if advice.first else ""
    stretch = pack.item(advice.stretch).statement if advice.stretch else ""
    if first and stretch:
        return _("Start with “{first}”. Your next stretch is “{stretch}”.").format(
            first=first, stretch=stretch
        )
    if first:
        return _("Start with “{first}”.").format(first=first)
    if stretch:
        return _("You have no quick win yet. Something to aim for is “{stretch}”.").format(
            stretch=stretch
        )
    if len(outcome.open) == len(outcome.order):
        return _("No area has an answer yet. Sort them first; then you see what to try next.")
    return _(
        "You have marked nothing as a quick win or a long-term aim. That is an answer too; you "
        "can change it whenever something comes up."
    )


def _unanswered(answered: Answered, outcome: Columns) -> tuple[Block, ...]:
    number = len(outcome.open)
    if not number:
        return ()
    words = ngettext(
        "{number} area has no answer yet.", "{number} areas have no answer yet.", number
    )
    entries = tuple(plain_entry(answered, area) for area in outcome.open)
    return (
        Paragraph(capital(words.format(number=in_words(number))), Tone.QUIET),
        Fold(_("Areas without an answer"), entries),
    )


def _how_it_was_worked_out(answered: Answered, outcome: Columns) -> Part:
    sentences = [_("There is no score. Areas stand in the order from daily work to big changes.")]
    if is_volunteer_run(answered):
        sentences.append(
            _(
                "Your group is run by volunteers, who have little back office. So some areas come "
                "first for you and some last; nothing was filled in for you."
            )
        )
    if outcome.is_group:
        sentences = [
            _(
                "There is no score. Areas are in order of the share who want them, as a quick win "
                "or as a long-term aim; then of the quick wins; then of the questions."
            ),
            _("“Don't know” is shown and counts for nothing."),
            _(
                "“Already common”, “quick win for most” and “wanted by most” each need more than "
                "{share}% of the answers; exactly that is not more. The first that applies is "
                "shown."
            ).format(share=f"{float(answered.pack.outcome.settings['most_above'] * 100):g}"),
            ngettext(
                "An area is shown from {minimum} answer, and percentages from {percent_from}.",
                "An area is shown from {minimum} answers, and percentages from {percent_from}.",
                answered.minimum,
            ).format(minimum=in_words(answered.minimum), percent_from=PERCENT_FROM),
        ]
    else:
        sentences.append(
            _(
                "The advice is the first quick win on your board, and a stretch: the first wanted "
                "area at the nearest place beyond the furthest that you do already. Without one it "
                "is the next on your board, quick wins before long-term aims."
            )
        )
    if outcome.is_group and answered.parties:
        sentences.append(
            _(
                "A match is an area that one can offer and another needs, if both let their name "
                "be passed on. Matches that work both ways come first, then those that both see "
                "as a quick win."
            )
        )
    sentences.append(how_tried(answered.pack.status))
    return Part("method", _("How this was worked out"), (Bullets(tuple(sentences)),), Place.BEHIND)
