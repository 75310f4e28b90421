"""What a file from another laptop holds, in words. No Qt."""

from collections.abc import Mapping, Sequence

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.services.bundle_preview import BundlePreview, Choice, Previewed
from collabkit.services.bundles import line_of
from collabkit.ui.bundle.state import Thing


def things_of(preview: BundlePreview, choices: Mapping[str, Choice]) -> tuple[Thing, ...]:
    """Return everything in the file, what can be decided first."""
    things = [
        Thing(
            id=one.id,
            title=one.title,
            about=_about(one),
            line=line_of(one),
            choices=() if preview.refusal else one.choices,
            choice=choices.get(one.id, one.usual_choice),
        )
        for one in (*preview.assessments, *preview.sessions)
    ]
    return tuple(sorted(things, key=lambda thing: len(thing.choices) < 2))


def take_words(number: int) -> str:
    """Return what stands on the button that takes ``number`` things over."""
    return ngettext("Take it over", "Take {number} over", number).format(number=in_words(number))


def nothing_new(things: Sequence[Thing]) -> str:
    """Return why nothing can be taken over as it is chosen."""
    if all(len(thing.choices) < 2 for thing in things):
        return _("Nothing new: everything in this file is here already.")
    return _("As it is chosen now, nothing is taken over and nothing changes.")


def take_label(choice: Choice, *, is_new: bool) -> str:
    """Return what a choice is called."""
    if choice is Choice.KEEP_BOTH:
        return _("Keep both: the one from the file comes in beside it, with a number")
    if choice is Choice.TAKE:
        return _("Take it over")
    return _("Leave it out") if is_new else _("Leave what is here as it is")


def _about(one: Previewed) -> str:
    """Return how much is in it."""
    if one.is_session:
        return _("A session that was prepared and has not begun")
    parts = [
        one.pack_title,
        ngettext("{number} sheet", "{number} sheets", one.people).format(
            number=capital(in_words(one.people))
        )
        if one.people
        else "",
        ngettext("{number} answer", "{number} answers", one.answers).format(number=one.answers)
        if one.answers
        else _("No answers"),
        ngettext("{number} action", "{number} actions", one.actions).format(number=one.actions)
        if one.actions
        else "",
    ]
    return " · ".join(part for part in parts if part)
