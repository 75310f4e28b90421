"""What is asked on which sheet. Pure."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from collabkit.assessments.assessment import Participant, Selection
from collabkit.assessments.needed import needed_among
from collabkit.assessments.outcomes.topics import MODE
from collabkit.assessments.pack import Item, OutcomeKind, Pack
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
    """Return which of the statements need not be answered; see ``needed_among``."""
    return frozenset(asked) - frozenset(needed_among(pack, asked))


def left_out_on(
    pack: Pack, asked: Collection[str], settled: Mapping[str, str], sheet: Participant
) -> tuple[str, ...]:
    """Return the statements of the assessment that are not asked on one sheet, in pack order.

    A decision's mode leaves out sections and what does not apply in it. How much a source of power
    counts is said once, on the sheet about one's own party (INV, weight).
    """
    about_others = sheet.about_id is not None and sheet.about_id != sheet.party_id
    not_in_mode = left_out_in_mode(pack, settled)
    return tuple(
        item.id
        for item in pack.items
        if item.id in asked
        and (
            item.id in not_in_mode
            or (pack.outcome.kind is OutcomeKind.HOLDINGS and about_others and _is_weight(item))
        )
    )


def left_out_in_mode(pack: Pack, settled: Mapping[str, str]) -> frozenset[str]:
    """Return the statements that are pointless in the settled mode, with what is asked of them."""
    mode = _mode_of(pack, settled)
    sections, pointless = mode.get("leaves_out", ()), mode.get("does_not_apply", ())
    return frozenset(
        item.id
        for item in pack.items
        if item.section in sections or item.marks.get("about", item.id) in pointless
    )


def _mode_of(pack: Pack, settled: Mapping[str, str]) -> Mapping[str, Any]:
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
