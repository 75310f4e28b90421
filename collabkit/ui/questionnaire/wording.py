"""The words around a statement and at the end, made from the pack and the answers."""

from collections.abc import Iterable, Sequence

from collabkit.assessments.charity import Charity
from collabkit.assessments.citations import reports_behind
from collabkit.assessments.hints import expected_level, offers_not_applicable_first
from collabkit.assessments.levels import levels_of
from collabkit.assessments.names import any_of
from collabkit.assessments.pack import (
    DONT_KNOW,
    NOT_APPLICABLE,
    AnswerForm,
    FormKind,
    Item,
    OutcomeKind,
    Pack,
    Respondent,
    Section,
)
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.library.glossary import Glossary, TermSpan
from collabkit.ui.questionnaire.answer_sheet import AnswerSheet
from collabkit.ui.questionnaire.state import (
    Ending,
    Explained,
    Extra,
    Jump,
    SectionState,
    Statement,
    WayOut,
)

_MARKS = {DONT_KNOW: "?"}
_OTHER_MARK = "–"


def statement_words(
    sheet: AnswerSheet,
    item: Item,
    charity: Charity,
    glossary: Glossary,
    about: str = "",
    about_note: str = "",
) -> Statement:
    """Return everything that is shown around one statement.

    ``about`` says about whom the sheet is; only comparisons need it. ``about_note`` says who reads
    what is noted.
    """
    form = sheet.pack.form_of(item)
    section = sheet.section_of(item.id)
    # The two ends of a slider say it all; between them stands what is asked.
    text, prompt = (form.prompt, "") if item.ends else (item.statement, form.prompt)
    words = Explained(text, glossary.spans(text))
    return Statement(
        item_id=item.id,
        progress=_progress(sheet, item, section),
        section=section.code,
        section_name=section.name,
        title=item.title,
        words=words,
        prompt=prompt,
        levels=levels_of(item, form),
        ways_out=_ways_out(sheet.pack, item, form, sheet.response(item.id).answer),
        advice=tuple(_advice(item, sheet.sitting.participant.role)),
        why=Explained(item.why, glossary.spans(item.why)),
        related=_related(item, words.spans, glossary),
        evidence=item.evidence,
        passages=item.sources,
        reports=reports_behind(item, sheet.pack),
        help=item.help,
        kind=form.kind,
        ends=item.ends,
        expected=_expected(sheet.pack, item, form, charity),
        may_not_apply=offers_not_applicable_first(sheet.pack, item.id, charity),
        extras=tuple(_extra(sheet.pack, extra) for extra in sheet.extras_of(item.id)),
        about=about if form.kind is FormKind.COMPARE else "",
        about_note=about_note,
    )


def section_states(sheet: AnswerSheet) -> tuple[SectionState, ...]:
    """Return how far somebody is in each section."""
    flags = sheet.flags_by_section()
    return tuple(
        SectionState(
            section.code,
            section.name,
            sheet.answered(counted),
            len(counted),
            flags[section.code],
        )
        for section in sheet.sections
        for counted in [_counted_in(sheet, section.code)]
    )


def ending_words(sheet: AnswerSheet, afterwards: str = "") -> Ending:
    """Return the summary after the last statement; ``afterwards`` is what becomes of the sheet."""
    answered, total = sheet.answered(sheet.needed), len(sheet.needed)
    if answered == total:
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
        part_word=capital(sheet.pack.parts_called[0]),
        how_it_counts=_how_it_counts(sheet),
        sentence=sentence.format(answered=answered, total=total),
        open=_jumps(sheet, tuple(i for i in sheet.open() if i in sheet.needed)),
        flagged=_jumps(sheet, sheet.flagged()),
        dont_know=_dont_know(sheet.dont_knows()),
        afterwards=afterwards,
    )


def _how_it_counts(sheet: AnswerSheet) -> str:
    """Say what *don't know* means; nothing where no statement that is asked offers it."""
    pack = sheet.pack
    forms = {item.form: pack.form_of(item) for item in pack.items if item.id in sheet.asked}
    offered = {option.code for form in forms.values() for option in form.ways_out}
    if DONT_KNOW not in offered:
        return ""
    if NOT_APPLICABLE in offered:
        said = _("“Don't know” and “Does not apply” never count as a low answer.")
        apart = _("The results show them apart, because what nobody can tell is worth finding out.")
    else:
        said = _("“Don't know” never counts as a low answer.")
        apart = _("The results show it apart, because what nobody can tell is worth finding out.")
    said = f"{said} {apart}"
    if pack.outcome.kind is not OutcomeKind.PROFILE:
        return said
    return _(
        "{said} A {part} gets a score once at least half of the statements that apply to you have "
        "one of the levels as their answer."
    ).format(said=said, part=pack.parts_called[0])


def _counted_in(sheet: AnswerSheet, code: str) -> tuple[str, ...]:
    """Return what is counted of a section; where nothing has to be answered, all that is asked."""
    asked = sheet.asked_in(code)
    return tuple(i for i in asked if i in sheet.needed) or asked


def _progress(sheet: AnswerSheet, item: Item, section: Section) -> str:
    if item.id not in sheet.needed:
        return _("One more question, if you like")
    number, total = sheet.needed.index(item.id) + 1, len(sheet.needed)
    if len(sheet.sections) == 1:
        return _("Statement {number} of {total}").format(number=number, total=total)
    return _("{word} {part} of {parts} · statement {number} of {total}").format(
        word=capital(sheet.pack.parts_called[0]),
        part=sheet.sections.index(section) + 1,
        parts=len(sheet.sections),
        number=number,
        total=total,
    )


def _expected(pack: Pack, item: Item, form: AnswerForm, charity: Charity) -> str:
    hint = expected_level(pack, item, charity.income_band)
    low, high = (form.option(hint.low), form.option(hint.high)) if hint else (None, None)
    if low is None or high is None:
        return ""
    if low == high:
        return _("Many groups of your size would be content with {level} here.").format(
            level=f"{low.code}, “{low.name}”"
        )
    return _("Many groups of your size would be content with {low} or {high} here.").format(
        low=f"{low.code}, “{low.name}”,", high=f"{high.code}, “{high.name}”,"
    )


def _extra(pack: Pack, item: Item) -> Extra:
    form = pack.form_of(item)
    options = tuple((option.code, option.name) for option in (*form.options, *form.ways_out))
    return Extra(item.id, item.title or item.statement, item.help, form.kind, options)


def _ways_out(pack: Pack, item: Item, form: AnswerForm, answer: str | None) -> tuple[WayOut, ...]:
    """Leave out *does not apply* where a statement always applies, unless it was the answer.

    Where the pack does not say for any statement of this form when it does not apply, it may be
    said of each.
    """
    is_said = any(other.not_applicable_when for other in pack.items if other.form == form.id)
    offered = bool(item.not_applicable_when) or not is_said or answer == NOT_APPLICABLE
    return tuple(
        WayOut(option.code, option.name, _MARKS.get(option.code, _OTHER_MARK))
        for option in form.ways_out
        if option.code != NOT_APPLICABLE or offered
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
