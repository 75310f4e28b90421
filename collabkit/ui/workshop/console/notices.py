"""The sentence at the top of the console, and what can be done about it."""

from PySide6.QtCore import QObject

from collabkit.i18n import _
from collabkit.ui.widgets.notice import Notice
from collabkit.ui.workshop.console.presenter import ConsolePresenter
from collabkit.ui.workshop.console.state import News, Offer
from collabkit.ui.workshop.console.wall import Wall


class Notices(QObject):
    """Shows news, and does what they offer. One sentence at a time: the latest."""

    def __init__(self, notice: Notice, presenter: ConsolePresenter, wall: Wall) -> None:
        super().__init__(notice)
        self._notice, self._presenter, self._wall = notice, presenter, wall
        self._offer = Offer.NOTHING
        self._lost = ""  # what was told last about a screen that has gone
        presenter.told.connect(self.tell)
        presenter.keeper.saving_changed.connect(self._on_keeper_saving_changed)
        wall.stage.screen_lost.connect(self._on_stage_screen_lost)
        wall.stage.screens_changed.connect(self._on_stage_screens_changed)
        notice.action_taken.connect(self._on_notice_action_taken)

    def tell(self, news: News) -> None:
        """Show ``news``; without a sentence, take away what does not have to stay."""
        if not news.sentence:
            if self._offer is not Offer.TRY_AGAIN:
                self._notice.close_notice()
            return
        action = {
            Offer.NOTHING: "",
            Offer.TRY_AGAIN: _("Try again"),
            Offer.CLOSE_NOW: _("Close now"),
            Offer.GO_ON: _("Go on"),
            Offer.CLOSE_WINDOW: _("End the showing"),
            Offer.UNDO_END: _("Undo"),
        }[news.offer]
        self._offer = news.offer
        self._notice.tell(news.sentence, action, tone="alert" if news.is_problem else "calm")

    def clear(self) -> None:
        """Take away whatever is there."""
        self._offer = Offer.NOTHING
        self._notice.close_notice()

    def ask_about_showing(self) -> None:
        """Show whether the showing is to be ended, where only the facilitator sees the question."""
        question = "" if self._wall.covers_all else self._wall.stage.question
        if question:
            self.tell(News(question, Offer.CLOSE_WINDOW))
        elif self._offer is Offer.CLOSE_WINDOW:
            self.clear()

    def _on_keeper_saving_changed(self) -> None:
        if self._offer is Offer.TRY_AGAIN and not self._presenter.keeper.is_troubled:
            self.clear()

    def _on_stage_screen_lost(self, sentence: str) -> None:
        self._lost = sentence
        self.tell(News(sentence, is_problem=True))

    def _on_stage_screens_changed(self) -> None:
        window = self._wall.stage.window
        if self._lost and window is not None and window.isVisible():
            if self._notice.sentence == self._lost:
                self.clear()  # the screen is back
            self._lost = ""

    def _on_notice_action_taken(self) -> None:
        offer, self._offer = self._offer, Offer.NOTHING
        match offer:
            case Offer.TRY_AGAIN:
                self._presenter.keeper.try_again()
            case Offer.CLOSE_NOW | Offer.GO_ON:
                self._presenter.pace.go_on()
            case Offer.CLOSE_WINDOW:
                self._wall.stage.close()
            case Offer.UNDO_END:
                self._presenter.early_end.undo()
            case Offer.NOTHING:
                pass
