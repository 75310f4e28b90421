"""What was answered, as tables, statement by statement. Nothing is worked out here."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from collabkit.assessments.assessment import Response
from collabkit.assessments.levels import levels_of
from collabkit.assessments.names import band_name, finding_name, spread_name
from collabkit.assessments.pack import AnswerForm, FormKind, Item, OutcomeKind
from collabkit.assessments.results import ItemResult
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital
from collabkit.i18n import _
from collabkit.reports.contents.room import InTheRoom, no_vote
from collabkit.reports.tables.counts import called, counts_sheet
from collabkit.reports.tables.remarks import remarks_sheet
from collabkit.reports.tables.themes import themes_sheet
from collabkit.reports.tables.told import Told
from collabkit.reports.tables.workbook import NARROW, WIDE, Cell, Column, Kind, Sheet

# Whose rule goes by means on a scale; elsewhere a mean of answers says nothing.
_WITH_MEANS = (OutcomeKind.PROFILE, OutcomeKind.MIRROR, OutcomeKind.RANKING)

_Get = Callable[[Item, ItemResult], Cell]


def sheets_of_answers(told: Told) -> Iterator[Sheet]:
    """Yield the tables that there is something to say in."""
    if told.is_profile:
        yield themes_sheet(told)
    yield _statements(told)
    if told.own is None and told.pack.outcome.kind is not OutcomeKind.HOLDINGS:
        yield counts_sheet(told)
    if told.remarks:
        yield remarks_sheet(told)


def _statements(told: Told) -> Sheet:
    columns = tuple(_columns(told))
    items = [item for item in told.pack.items if not item.marks.get("private")]
    return Sheet(
        name=_("Statements"),
        caption=_("Every statement of the questionnaire, in its order."),
        columns=tuple(column for column, _get in columns),
        rows=tuple(
            tuple(get(item, told.results.item(item.id)) for _column, get in columns)
            for item in items
        ),
        keys=(0, 2),
    )


def _columns(told: Told) -> Iterator[tuple[Column, _Get]]:
    names = {section.code: section.name for section in told.pack.sections}
    yield (
        Column(_("Id"), width=NARROW - 2, meaning=_("A short name that never changes.")),
        lambda item, _result: item.id,
    )
    yield (
        Column(capital(told.pack.parts_called[0]), width=NARROW + 6),
        lambda item, _result: names[item.section],
    )
    yield Column(_("Statement"), width=WIDE), lambda item, _result: item.statement
    yield (
        Column(_("Asked"), Kind.TRUTH, NARROW - 4, _("Whether the statement was asked this time.")),
        lambda _item, result: result.asked,
    )
    if told.own is not None:
        yield from _own_columns(told, told.own)
    elif told.pack.outcome.kind is not OutcomeKind.HOLDINGS:
        yield from _group_columns(told)
    if told.is_profile:
        found: dict[str, list[str]] = {}
        for finding in told.results.findings:
            found.setdefault(finding.item_id, []).append(finding_name(finding.kind))
        yield (
            Column(_("What stands out"), meaning=_("Why it is worth talking about, if it is.")),
            lambda item, _result: "; ".join(found.get(item.id, ())),
        )
    if (room := told.room) is not None:
        yield (
            Column(_("How it was voted on")),
            lambda item, result: _vote(room, item.id) if result.asked else "",
        )


def _own_columns(told: Told, own: Mapping[str, Response]) -> Iterator[tuple[Column, _Get]]:
    def answer(item: Item, _result: ItemResult) -> Cell:
        response = own.get(item.id)
        return _answer(item, told.pack.form_of(item), response.answer if response else None)

    yield Column(_("Answer"), meaning=_("What the person answered.")), answer


def _group_columns(told: Told) -> Iterator[tuple[Column, _Get]]:
    def number(head: str, meaning: str) -> Column:
        return Column(head, Kind.NUMBER, NARROW, meaning)

    def if_asked(get: Callable[[ItemResult], Cell]) -> _Get:
        return lambda _item, result: get(result) if result.asked else None

    yield (
        number(
            _("Answers"),
            _("How many gave an answer that counts: all but “don't know”, “does not apply” …"),
        ),
        if_asked(lambda result: result.n),
    )
    yield number(_("Don't know"), ""), if_asked(lambda result: result.dont_know)
    yield number(_("Does not apply"), ""), if_asked(lambda result: result.not_applicable)
    if told.pack.outcome.kind not in _WITH_MEANS:
        return
    yield (
        number(
            _("Mean"),
            _(
                "The mean of the answers that count, rounded to one decimal; where organisations "
                "are shown beside each other, the mean of theirs."
            ),
        ),
        if_asked(lambda result: None if result.mean is None else shown(result.mean)),
    )
    yield (
        Column(_("Spread"), width=NARROW + 4, meaning=_("How far apart people are.")),
        if_asked(lambda result: spread_name(result.spread)),
    )
    if told.is_profile:
        yield (
            Column(
                _("What it suggests"),
                width=NARROW + 4,
                meaning=_("A rule of thumb that has not been tested; the limits are below."),
            ),
            if_asked(lambda result: band_name(result.band) if result.band else ""),
        )


def _answer(item: Item, form: AnswerForm, code: str | None) -> Cell:
    """Return an answer as people know it; what is written freely is told elsewhere."""
    if code is None or form.is_words_only:
        return None
    for level in levels_of(item, form):
        if level.code == code:
            return called(level)
    if option := form.option(code):
        return option.name
    return date.fromisoformat(code) if form.kind is FormKind.DATE else None


def _vote(room: InTheRoom, item_id: str) -> str:
    if item_id not in room.voted:
        return no_vote()
    return _("Public: hands were raised") if item_id in room.public else _("Private")
