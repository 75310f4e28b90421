"""The words around a statement and at the end, made from the pack and the answers."""

from collections.abc import Iterable, Sequence

from collabkit.assessments.citations import reports_behind
from collabkit.assessments.levels import levels_of
from collabkit.assessments.names import any_of
from collabkit.assessments.pack import (
    DONT_KNOW,
    NOT_APPLICABLE,
    AnswerForm,
    Item,
    Respondent,
)
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.library.glossary import Glossary, TermSpan
from collabkit.ui.questionnaire.answer_sheet import AnswerSheet
from collabkit.ui.questionnaire.state import (
    Ending,
    Explained,
    Jump,
    SectionState,
    Statement,
    WayOut,
)

_MARKS = {DONT_KNOW: "?"}
_OTHER_MARK = "–"


def statement_words(sheet: AnswerSheet, item: Item, glossary: Glossary) -> Statement:
    """Return everything that is shown around one statement."""
    form = sheet.pack.form_of(item)
    section = sheet.section_of(item.id)
    words = Explained(item.statement, glossary.spans(item.statement))
    return Statement(
        item_id=item.id,
        progress=_("Theme {theme} of {themes} · statement {number} of {total}").format(
            theme=sheet.sections.index(section) + 1,
            themes=len(sheet.sections),
            number=sheet.asked.index(item.id) + 1,
            total=sheet.total,
        ),
        section=section.code,
        section_name=section.name,
        title=item.title,
        words=words,
        prompt=form.prompt,
        levels=levels_of(item, form),
        ways_out=_ways_out(item, form, sheet.response(item.id).answer),
        advice=tuple(_advice(item, sheet.sitting.participant.role)),
        why=Explained(item.why, glossary.spans(item.why)),
        related=_related(item, words.spans, glossary),
        evidence=item.evidence,
        passages=item.sources,
        reports=reports_behind(item, sheet.pack),
    )


def section_states(sheet: AnswerSheet) -> tuple[SectionState, ...]:
    """Return how far somebody is in each section."""
    flags = sheet.flags_by_section()
    return tuple(
        SectionState(
            section.code,
            section.name,
            sheet.answered(sheet.asked_in(section.code)),
            len(sheet.asked_in(section.code)),
            flags[section.code],
        )
        for section in sheet.sections
    )


def ending_words(sheet: AnswerSheet) -> Ending:
    """Return the summary after the last statement."""
    answered = sheet.answered(sheet.asked)
    if answered == sheet.total:
        heading = _("You have answered everything")
        sentence = _("All {total} statements have an answer.")
    elif answered:
        heading = _("Your answers so far")
        sentence = ngettext(
            "{answered} of {total} statements has an answer.",
            "{answered} of {total} statements have an answer.",
            answered,
        )
    else:
        heading = _("Your answers so far")
        sentence = _("None of the {total} statements has an answer yet.")
    return Ending(
        heading=heading,
        sentence=sentence.format(answered=answered, total=sheet.total),
        open=_jumps(sheet, sheet.open()),
        flagged=_jumps(sheet, sheet.flagged()),
        dont_know=_dont_know(sheet.dont_knows()),
    )


def _ways_out(item: Item, form: AnswerForm, answer: str | None) -> tuple[WayOut, ...]:
    """Leave out *does not apply* where a statement always applies, unless it was the answer."""
    return tuple(
        WayOut(option.code, option.name, _MARKS.get(option.code, _OTHER_MARK))
        for option in form.ways_out
        if option.code != NOT_APPLICABLE or item.not_applicable_when or answer == NOT_APPLICABLE
    )


def _advice(item: Item, role: Respondent) -> Iterable[str]:
    if item.not_applicable_when:
        yield _("Does not apply when {reason}.").format(reason=item.not_applicable_when)
    if item.ask and role not in item.ask:
        yield _(
            "{people} often know this best. If you cannot tell, “Don't know” is a good answer."
        ).format(people=capital(any_of(item.ask)))


def _related(item: Item, explained: Sequence[TermSpan], glossary: Glossary) -> Explained:
    """Name the glossary's terms that belong to the statement but do not stand in it."""
    already = {span.term.name for span in explained}
    terms = [glossary.term(name) for name in item.terms]
    terms = [term for term in terms if term.name not in already]
    if not terms:
        return Explained("")
    text, spans = _("Words that belong here: "), []
    for term in terms:
        spans.append(TermSpan(len(text), len(text) + len(term.name), term))
        text += f"{term.name}; "
    return Explained(text.removesuffix("; ") + ".", tuple(spans))


def _jumps(sheet: AnswerSheet, item_ids: Iterable[str]) -> tuple[Jump, ...]:
    return tuple(
        Jump(item_id, sheet.asked.index(item_id) + 1, sheet.words_of(item_id))
        for item_id in item_ids
    )


def _dont_know(times: int) -> str:
    if not times:
        return ""
    return ngettext(
        "{number} of your answers is “Don't know”.",
        "{number} of your answers are “Don't know”.",
        times,
    ).format(number=capital(in_words(times)))
