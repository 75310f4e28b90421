"""What is asked on which sheet, and with which answers a sheet begins. Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from collabkit.assessments.assessment import Participant, Response, Selection
from collabkit.assessments.outcomes.topics import MODE
from collabkit.assessments.pack import NOT_APPLICABLE, Item, OutcomeKind, Pack
from collabkit.errors import InvalidInputError
from collabkit.i18n import _

# Here a sheet is what an organisation has agreed on, not what one person thinks: nobody is
# uncovered by one of them alone.
AGREED_VIEWS = frozenset(
    {
        OutcomeKind.DECISION,
        OutcomeKind.HOLDINGS,
        OutcomeKind.OPEN_ACTIONS,
        OutcomeKind.SHARED_PAGE,
    }
)


def asked_of(
    pack: Pack, selection: Selection, chosen: Collection[str] | None = None
) -> tuple[str, ...]:
    """Return the statements that an assessment asks, in pack order.

    What asks further about a statement comes with it, and what is private is never among them: it
    is not kept with the rest. Raises ``InvalidInputError`` if an own choice is empty or names a
    statement that the pack does not have.
    """
    items = tuple(pack.items)
    wanted = {item.id for item in items if "about" not in item.marks}
    if selection is Selection.CORE:
        wanted &= set(pack.core_ids)
    elif selection is Selection.OWN_CHOICE:
        wanted &= _known(items, chosen or ())
    asked = tuple(
        item.id
        for item in items
        if item.marks.get("about", item.id) in wanted and not is_private(item)
    )
    if not asked:
        raise InvalidInputError(_("Please choose at least one statement."))
    return asked


def is_private(item: Item) -> bool:
    """Tell whether the answer is nobody else's business; see ``services.personal``."""
    return bool(item.marks.get("private"))


def optional_among(pack: Pack, asked: Collection[str]) -> frozenset[str]:
    """Return which of the statements need not be answered.

    Those that ask further about another one, and those with nothing to choose: room for words.
    """
    return frozenset(
        item.id
        for item in pack.items
        if item.id in asked and ("about" in item.marks or not pack.form_of(item).options)
    )


def left_out_on(
    pack: Pack, asked: Collection[str], settled: Mapping[str, str], sheet: Participant
) -> tuple[str, ...]:
    """Return the statements of the assessment that are not asked on one sheet, in pack order.

    A decision's mode may leave out sections. How much a source of power counts is said once, on
    the sheet about one's own party (INV, weight).
    """
    about_others = sheet.about_id is not None and sheet.about_id != sheet.party_id
    sections = mode_of(pack, settled).get("leaves_out", ())
    return tuple(
        item.id
        for item in pack.items
        if item.id in asked
        and (
            item.section in sections
            or (pack.outcome.kind is OutcomeKind.HOLDINGS and about_others and _is_weight(item))
        )
    )


def first_responses(
    pack: Pack, asked: Collection[str], settled: Mapping[str, str], sheet_id: str
) -> tuple[Response, ...]:
    """Return the answers with which a sheet begins, by the rules of the pack's outcome.

    In a list of open actions everything begins at the same answer (HND, order rule); where a
    decision's mode makes statements pointless, they do not apply (BID, first question).
    """
    if pack.outcome.kind is OutcomeKind.OPEN_ACTIONS:
        start = pack.outcome.settings["start"]
        main = (item for item in pack.items if item.id in asked and "about" not in item.marks)
        return tuple(
            Response(sheet_id, item.id, start) for item in main if pack.form_of(item).accepts(start)
        )
    return tuple(Response(sheet_id, i, NOT_APPLICABLE) for i in pointless(pack, asked, settled))


def change_of_mode(
    pack: Pack,
    asked: Collection[str],
    before: Mapping[str, str],
    after: Mapping[str, str],
    sheets: Iterable[Participant],
    responses: Sequence[Response],
) -> Iterator[Response]:
    """Yield what changes on the sheets when another mode is settled.

    What does not apply in the new mode gets that answer where there is none. What applies again
    is asked anew, unless more than that bare answer was left there.
    """
    there = {(r.participant_id, r.item_id): r for r in responses}
    now_pointless = pointless(pack, asked, after)
    for sheet in sheets:
        for response in first_responses(pack, asked, after, sheet.id):
            said = there.get((sheet.id, response.item_id))
            if said is None:
                yield response
            elif said.answer is None:
                yield replace(said, answer=response.answer)
        for item_id in pointless(pack, asked, before):
            bare = Response(sheet.id, item_id, NOT_APPLICABLE)
            if item_id not in now_pointless and there.get((sheet.id, item_id)) == bare:
                yield Response(sheet.id, item_id)


def pointless(pack: Pack, asked: Collection[str], settled: Mapping[str, str]) -> tuple[str, ...]:
    """Return the asked statements that do not apply in the settled mode."""
    mode = mode_of(pack, settled)
    return tuple(
        item_id
        for item_id in mode.get("does_not_apply", ())
        if item_id in asked and pack.form_of(pack.item(item_id)).accepts(NOT_APPLICABLE)
    )


def mode_of(pack: Pack, settled: Mapping[str, str]) -> Mapping[str, Any]:
    """Return what the pack says about the settled mode; nothing if there is none."""
    code = settled.get(MODE)
    modes: tuple[Mapping[str, Any], ...] = pack.outcome.settings.get("mode", ())
    return next((mode for mode in modes if mode["code"] == code), {})


def _known(items: Sequence[Item], chosen: Collection[str]) -> set[str]:
    known = {item.id for item in items}
    unknown = sorted(set(chosen) - known)
    if unknown:
        raise InvalidInputError(
            _("These do not belong to the questionnaire: {names}. Please choose others.").format(
                names=", ".join(unknown)
            )
        )
    return set(chosen)


def _is_weight(item: Item) -> bool:
    return bool(item.marks.get("weight"))
