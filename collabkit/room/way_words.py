"""What each way of voting is called, on screen and on paper. All words of a way are here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.room.ways import Way


@dataclass(frozen=True, slots=True)
class WayWords:
    """One way of voting in words.

    ``name`` stands beside a number. ``offer`` and ``hint`` are what is chosen while a session is
    prepared, and what that means. ``method`` says in a report how it was done.
    """

    name: str
    offer: str
    hint: str
    method: str
    _answers: Callable[[int], str]

    def answers(self, count: int) -> str:
        """Return how many answers came this way, such as "five by hand"."""
        return self._answers(count).format(number=in_words(count))


def words_of(way: Way) -> WayWords:
    """Return the words of one way."""
    match way:
        case Way.HANDS:
            return WayWords(
                name=_("Raised hands"),
                offer=_("Raised hands"),
                hint=_(
                    "Quick, and you count them. Everybody sees raised hands, and the report says "
                    "so."
                ),
                method=_(
                    "Hands: raised and counted, so everybody saw them. A vote with hands in it is "
                    "called a public vote."
                ),
                _answers=lambda count: ngettext("{number} by hand", "{number} by hands", count),
            )
        case Way.SLIPS:
            return WayWords(
                name=_("Slips"),
                offer=_("Slips in a box"),
                hint=_("Each person writes a number on a slip. Nobody sees who answers what."),
                method=_(
                    "Slips: everybody wrote a number on a piece of paper and put it into a box. "
                    "Whoever typed them in read each, without a name."
                ),
                _answers=lambda count: ngettext("{number} on a slip", "{number} on slips", count),
            )
        case Way.SHEETS:
            return WayWords(
                name=_("Sheets"),
                offer=_("Whole sheets"),
                hint=_(
                    "Filled in at home or while people arrive; you key them in before the first "
                    "statement. Nobody sees who answers what."
                ),
                method=_(
                    "Sheets: filled in alone and typed in as a batch. Whoever typed them in read "
                    "them, without names; nobody else saw what they say before each statement was "
                    "shown. They count in the first vote on a statement only."
                ),
                _answers=lambda count: ngettext("{number} on a sheet", "{number} on sheets", count),
            )


def privately(ways: Iterable[Way]) -> str:
    """Return how people answer in private where they vote by ``ways``: "on paper"."""
    if all(way.is_on_paper for way in ways if way.is_private):
        return _("on paper")
    return _("in private")
