"""What is not on the disk holds the window back once, and can be gone to from there."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from PySide6.QtCore import QObject, Signal

from collabkit.i18n import _
from collabkit.ui.save_ledger import everything_unsaved
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.standing_notice import StandingNotice


class Closing(QObject):
    """Says above all pages what closing costs, and leads to what would be lost.

    ``show_requested(place key, arguments)`` asks to go there; without arguments, as the page was
    entered last. ``tried_again()`` asks to save it now, ``elsewhere_requested()`` to save it in
    another folder.
    """

    show_requested = Signal(str, object)
    tried_again = Signal()
    elsewhere_requested = Signal()

    def __init__(self, notice: StandingNotice, parent: QObject) -> None:
        super().__init__(parent)
        self._notice = notice
        self._warned_of: _Cost | None = None
        self._leads_to: tuple[str, Page] | None = None
        notice.act_taken.connect(self._on_notice_act_taken)

    def may_close(
        self, holding: Mapping[str, Page], shown: Page | None, kept_elsewhere: str
    ) -> bool:
        """Tell whether the window may close; if not, say what it costs.

        ``holding`` are the pages with something unsaved, by place; ``kept_elsewhere`` is what to
        say if all of it lies elsewhere as well. The second wish is granted, unless there is more
        to lose than was said.
        """
        words = tuple(page.unsaved_words() or kept_elsewhere for page in holding.values())
        cost = _Cost(words, Counter(key for key, _value in everything_unsaved()))
        if not holding or (self._warned_of is not None and cost.is_within(self._warned_of)):
            return True
        self._warned_of = cost
        others = [(place, page) for place, page in holding.items() if page is not shown]
        self._leads_to = others[0] if others else None
        is_here = len(others) < len(holding)
        usual = kept_elsewhere or _usual_words(
            [page is shown for page in holding.values() if not page.unsaved_words()]
        )
        acts = {str(act): act.words for act in _acts(is_here=is_here, leads_on=bool(others))}
        told = " ".join(dict.fromkeys(page.unsaved_words() or usual for page in holding.values()))
        self._notice.tell(told, acts, is_alert=True, is_about_saving=True)
        self._notice.take_focus()
        return False

    def begin_anew(self) -> None:
        """All is saved; whatever holds the window back next is told again."""
        self._warned_of = None
        self._notice.close_notice()

    def take_back(self) -> None:
        """Say nothing more; the person goes on."""
        self._notice.close_notice()

    def _on_notice_act_taken(self, key: str) -> None:
        leads_to, self._leads_to = self._leads_to, None
        self._notice.close_notice()
        match _Act(key):
            case _Act.SHOW:
                if leads_to is not None:
                    place, page = leads_to
                    self.show_requested.emit(place, page.unsaved_arguments())
            case _Act.TRY_AGAIN:
                self.tried_again.emit()
            case _Act.ELSEWHERE:
                self.elsewhere_requested.emit()


@dataclass(frozen=True, slots=True)
class _Cost:
    """What closing costs: what each page says of it, and how much there is of what it names."""

    words: tuple[str, ...]
    unsaved: Counter[Hashable]

    def is_within(self, other: "_Cost") -> bool:
        """Whether all of it was told with ``other``; what was saved meanwhile costs no more."""
        return self.words == other.words and self.unsaved <= other.unsaved


class _Act(StrEnum):
    """What can be done about what is not saved."""

    SHOW = auto()
    TRY_AGAIN = auto()
    ELSEWHERE = auto()

    @property
    def words(self) -> str:
        """What stands on its button."""
        match self:
            case _Act.SHOW:
                return _("Show it")
            case _Act.TRY_AGAIN:
                return _("Try again")
            case _Act.ELSEWHERE:
                return _("Save my work somewhere else…")


def _acts(*, is_here: bool, leads_on: bool) -> list[_Act]:
    """Return what can be done, the best first; ``is_here`` tells that it is seen already."""
    acts = [_Act.SHOW] if leads_on else []
    if everything_unsaved():
        acts.insert(0 if is_here else len(acts), _Act.TRY_AGAIN)
        acts.append(_Act.ELSEWHERE)
    return acts


def _usual_words(are_here: Sequence[bool]) -> str:
    """Return what closing costs; ``are_here`` tells of each page with it whether it is shown."""
    if not any(are_here):
        return _(
            "Something you entered on another page is not on the disk yet, so collabkit stays "
            "open. If you close once more, it is lost."
        )
    if all(are_here):
        return _(
            "Something you entered on this page is not on the disk yet, so collabkit stays open. "
            "If you close once more, it is lost."
        )
    return _(
        "Something you entered here and on another page is not on the disk yet, so collabkit "
        "stays open. If you close once more, it is lost."
    )
