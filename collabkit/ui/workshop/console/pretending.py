"""People to practise with: they fill in sheets, vote and show fingers."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.room.meeting import Phase
from collabkit.room.pretend import PretendRoom
from collabkit.room.pretend_turns import (
    missing_answers,
    offer_of,
    with_sheets,
    without_sheets,
)
from collabkit.ui.workshop.console.state import News

if TYPE_CHECKING:
    from collabkit.ui.workshop.console.presenter import ConsolePresenter


class PretendPeople:
    """Lets people who do not exist do what is to be done now, by the verbs for real ones."""

    def __init__(self, presenter: "ConsolePresenter") -> None:
        self._presenter = presenter

    def offer(self) -> str:
        """Return what they can do now, as a button says it; nothing where nothing is to be done."""
        session, meeting = self._presenter.session, self._presenter.meeting
        return offer_of(meeting, session.pack) if session.is_practice else ""

    def act(self) -> None:
        """Let them do what ``offer`` says."""
        if not self.offer():
            return
        match self._presenter.meeting.phase:
            case Phase.LOBBY:
                self._fill_in_sheets()
            case Phase.VOTE:
                self._answer()
            case _:
                self._show_fingers()

    def _fill_in_sheets(self) -> None:
        presenter = self._presenter
        people = without_sheets(presenter.meeting)
        if presenter.take(partial(with_sheets, pack=presenter.session.pack)):
            sentence = ngettext(
                "{people} pretend sheet is keyed in and sealed.",
                "{people} pretend sheets are keyed in and sealed.",
                people,
            ).format(people=capital(in_words(people)))
            presenter.told.emit(News(sentence, is_for_all=True))

    def _answer(self) -> None:
        presenter = self._presenter
        missing = missing_answers(presenter.meeting, presenter.session.pack)
        vote = presenter.meeting.open_vote
        if missing.hands and vote is not None:
            counts = Counter(vote.hands.counts) + Counter(missing.hands)
            presenter.answers.count_hands({code: str(count) for code, count in counts.items()})
        for mark in missing.slips:
            presenter.answers.take_slip(mark)

    def _show_fingers(self) -> None:
        presenter = self._presenter
        people = presenter.meeting.present
        for action in presenter.meeting.actions:
            if action.fists is None:
                # Other words, other fingers: wording it better can be tried.
                room = PretendRoom(crc32(action.text.encode()))
                presenter.actions.show_fists(action.id, room.fists(people))
        sentence = _(
            "The pretend people have shown their fingers. Adopt each action, or change its words "
            "and ask again."
        )
        presenter.told.emit(News(sentence, is_for_all=True))
