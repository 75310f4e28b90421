"""Why a theme has no score, in two words or in a sentence: a gap is never drawn as a zero."""

from dataclasses import replace
from enum import Enum, auto

from collabkit.assessments.assessment import Selection
from collabkit.assessments.limits import SCORE_FROM
from collabkit.assessments.measure import scored_items
from collabkit.assessments.pack import Pack, Section
from collabkit.assessments.results import Results
from collabkit.i18n import _, ngettext


class _Gap(Enum):
    NO_NUMBERS = auto()
    NOT_ASKED = auto()
    DOES_NOT_APPLY = auto()
    FEW_ANSWERS = auto()
    FEW_STATEMENTS = auto()


def of_asked_sections(pack: Pack, results: Results) -> Results:
    """Return ``results`` without the sections of which nothing was asked."""
    asked = {
        section.code
        for section in pack.sections
        if any(results.item(item.id).asked for item in section.items)
    }
    return replace(results, sections=tuple(s for s in results.sections if s.code in asked))


def gap_name(pack: Pack, section: Section, results: Results) -> str:
    """Return in two or three words why ``section``, which has no score, has none."""
    return {
        _Gap.NO_NUMBERS: _("no numbers"),
        _Gap.NOT_ASKED: _("not asked"),
        _Gap.DOES_NOT_APPLY: _("does not apply"),
        _Gap.FEW_ANSWERS: _("not enough answers"),
        _Gap.FEW_STATEMENTS: _("too few statements"),
    }[_gap(pack, section, results)]


def can_be_scored(pack: Pack, results: Results, selection: Selection) -> bool:
    """Tell whether enough statements of any theme were asked for it to get a score, now or later.

    Only of an own choice there can be too few; see ``measure``.
    """
    return selection is not Selection.OWN_CHOICE or any(
        _asked(pack, section, results) >= SCORE_FROM for section in pack.sections
    )


def too_few_statements(pack: Pack) -> str:
    """Return the sentence that stands in place of scores where ``can_be_scored`` is false."""
    return _("Too few statements in each {part} for a score; look at the statements.").format(
        part=pack.parts_called[0]
    )


def gap_names(pack: Pack, results: Results) -> str:
    """Return every theme without a score with the reason, as below a picture of the themes."""
    gaps = [section for section in pack.sections if results.section(section.code).score is None]
    if len(gaps) == len(results.sections):
        reasons = {_gap(pack, section, results) for section in gaps}
        if reasons - {_Gap.NOT_ASKED, _Gap.NO_NUMBERS} == {_Gap.FEW_STATEMENTS}:
            return too_few_statements(pack)
        return _("Nothing has enough answers for a score yet.")
    return " ".join(
        _("{theme}: {reason}.").format(theme=section.name, reason=gap_name(pack, section, results))
        for section in gaps
    )


def explain_gap(pack: Pack, section: Section, results: Results) -> str:
    """Return in a sentence, with the figures, why ``section``, which has no score, has none."""
    result = results.section(section.code)
    match _gap(pack, section, results):
        case _Gap.NO_NUMBERS:
            return _("No score: its statements are not answered with numbers.")
        case _Gap.NOT_ASKED:
            return _("No score: none of its statements was asked.")
        case _Gap.DOES_NOT_APPLY:
            return _("No score: none of its statements applies.")
        case _Gap.FEW_ANSWERS:
            return ngettext(
                "No score: {answered} of {applicable} statement that applies has enough "
                "answers. At least half are needed.",
                "No score: {answered} of {applicable} statements that apply have enough "
                "answers. At least half are needed.",
                result.applicable,
            ).format(answered=result.answered, applicable=result.applicable)
        case _Gap.FEW_STATEMENTS:
            asked = _asked(pack, section, results)
            return ngettext(
                "No score: {asked} statement was asked, and a score needs {least} or more.",
                "No score: {asked} statements were asked, and a score needs {least} or more.",
                asked,
            ).format(asked=asked, least=SCORE_FROM)


def _gap(pack: Pack, section: Section, results: Results) -> _Gap:
    result = results.section(section.code)
    if not scored_items(pack, section):
        return _Gap.NO_NUMBERS
    if not _asked(pack, section, results):
        return _Gap.NOT_ASKED
    if not result.applicable:
        return _Gap.DOES_NOT_APPLY
    if result.answered * 2 < result.applicable:
        return _Gap.FEW_ANSWERS
    return _Gap.FEW_STATEMENTS


def _asked(pack: Pack, section: Section, results: Results) -> int:
    return sum(results.item(item.id).asked for item in scored_items(pack, section))
