"""What an outcome can work with, but hardly as it was meant: worth a thought, and no fault."""

from collections.abc import Iterator

from collabkit.assessments.pack import DONT_KNOW, OutcomeKind, Pack
from collabkit.i18n import _

_GATE = "gate"


def thoughts_about(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Yield the place, what to think about, and the key of it, for a pack that is in order."""
    match pack.outcome.kind:
        case OutcomeKind.DECISION:
            yield from _about_gates(pack)
        case OutcomeKind.OPEN_ACTIONS if all("about" not in item.marks for item in pack.items):
            yield (
                _("the whole file"),
                _(
                    "nobody can say who sees to an action, or until when. Statements of the form "
                    'kinds "line" and "date" with "marks.about" ask for it.'
                ),
                "",
            )
        case _other:
            return


def _about_gates(pack: Pack) -> Iterator[tuple[str, str, str]]:
    looked_at = {
        item_id
        for rule in pack.outcome.settings["rule"]
        for condition in rule.get("any_of", ())
        if condition.get("answer", DONT_KNOW) != DONT_KNOW
        for item_id in condition.get("items", [item.id for item in pack.items])
    }
    for item in pack.items:
        place = _("item {name}").format(name=item.id)
        is_gate = bool(item.marks.get(_GATE))
        if _GATE in item.marks.get("points_to", ()) and not is_gate:
            advice = _(
                'it points to "gate" without the mark "gate", so the results do not show it as one.'
            )
            yield place, advice, "marks"
        if is_gate and item.id not in looked_at:
            advice = _(
                'it has the mark "gate", but no rule looks for an answer to it, so it stops '
                "nothing."
            )
            yield place, advice, "marks"
