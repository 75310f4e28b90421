"""Where the parts of a profile stand, and how complete the answers are, in a few sentences."""

from collections import Counter

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.measure import is_applicable, scored_items
from collabkit.assessments.names import band_name
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Paragraph, Tone
from collabkit.assessments.outcomes.no_more import why_no_more
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Band, ItemResult, Results
from collabkit.assessments.sentences import answered_so_far, capital, in_words
from collabkit.i18n import _, ngettext

_HIGHEST_FIRST = (Band.SHARE_IT, Band.KEEP_GOING, Band.BUILD, Band.ACT_FIRST)


def standing(pack: Pack, results: Results) -> str:
    """Return how many sections are in which band: "Of five areas, two are in “Keep going”."

    There is no overall score, and sections without a score are counted apart; those without
    anything that could be scored are left out. Scores on other scales than 1 to 5 have no band.
    """
    one, many = pack.parts_called
    sections = [s for s in results.sections if scored_items(pack, pack.section(s.code))]
    scored = [section for section in sections if section.score is not None]
    total = len(sections)
    bands = Counter(section.band for section in scored if section.band is not None)
    if not scored:
        return _("There are not enough answers yet for the score of any {part}.").format(part=one)
    if not bands:
        return ngettext(
            "{number} of {total} {parts} has a score.",
            "{number} of {total} {parts} have a score.",
            len(scored),
        ).format(
            number=capital(in_words(len(scored))),
            total=in_words(total),
            parts=one if total == 1 else many,
        )
    if total == 1:
        return _("This {part} is in the band “{band}”.").format(
            part=one, band=band_name(next(iter(bands)))
        )
    if set(bands.values()) == {total}:
        return _("All {total} {parts} are in “{band}”.").format(
            total=in_words(total), parts=many, band=band_name(next(iter(bands)))
        )
    clauses = [
        ngettext("{number} is in “{band}”", "{number} are in “{band}”", bands[band]).format(
            number=in_words(bands[band]), band=band_name(band)
        )
        for band in _HIGHEST_FIRST
        if bands[band]
    ]
    if unbanded := len(scored) - sum(bands.values()):
        clauses.append(
            ngettext(
                "{number} has a score without a band",
                "{number} have a score without a band",
                unbanded,
            ).format(number=in_words(unbanded))
        )
    if without := total - len(scored):
        clauses.append(
            ngettext("{number} has no score", "{number} have no score", without).format(
                number=in_words(without)
            )
        )
    return _("Of {total} {parts}, {clauses}.").format(
        total=in_words(total), parts=many, clauses=listed(clauses)
    )


def still_missing(answered: Answered) -> tuple[Paragraph, ...]:
    """Return what is missing for a full picture, if anything, as something to heed."""
    results = answered.results
    asked = [item for item in results.items if item.asked]
    if results.minimum == OWN_ASSESSMENT:
        done = sum(_has_answer(item) for item in asked)
        if done == len(asked):
            return ()
        text = (
            _("Nothing is answered yet.")
            if not done
            else _("{progress} so far. Answer the others for a full picture.").format(
                progress=answered_so_far(done, len(asked))
            )
        )
    elif results.respondents < results.minimum:
        no_more = why_no_more(answered.settled, results.respondents, results.minimum)
        text = no_more or _too_few(results)
    elif hidden := sum(is_applicable(item) and item.counts is None for item in asked):
        text = ngettext(
            "{number} statement has not enough answers to be shown.",
            "{number} statements have not enough answers to be shown.",
            hidden,
        ).format(number=capital(in_words(hidden)))
        return (Paragraph(text, Tone.QUIET),)
    else:
        return ()
    return (Paragraph(text, Tone.CARE),)


def _has_answer(item: ItemResult) -> bool:
    further = sum((item.further or {}).values())
    return bool(item.n or item.dont_know or item.not_applicable or further)


def _too_few(results: Results) -> str:
    minimum = in_words(results.minimum)
    if not results.respondents:
        return _("Nobody has answered yet. Results are shown once {minimum} people have.").format(
            minimum=minimum
        )
    return ngettext(
        "{number} person has answered so far. Results are shown once {minimum} have.",
        "{number} people have answered so far. Results are shown once {minimum} have.",
        results.respondents,
    ).format(number=capital(in_words(results.respondents)), minimum=minimum)
