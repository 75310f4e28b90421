"""Rehearsal: screens, clicker, legibility, a round with pretend people, the list for the day."""

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.room.scenes import Heading, ReadScene
from collabkit.ui.context import Context
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.rehearsal.checklist import CheckList, done_for, remember_done
from collabkit.ui.workshop.rehearsal.clicker_part import ClickerPart
from collabkit.ui.workshop.rehearsal.screens_part import ScreensPart
from collabkit.ui.workshop.room_keys import RoomKey, room_key_hints
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.stage import Stage


class RehearsalPage(Page):
    """Alone, before the day, in ten minutes. Nothing here touches the session itself."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Rehearsal"), _("Ten minutes alone, before the day."))
        self._context = context
        self._session_id = ""
        self._is_practice = False
        self._chosen_mode: Mode | None = None  # chosen here, also if there is no such screen yet
        self._stage = Stage(self, context.settings, self)
        self._wall = Wall(self._stage, context.settings, self)
        self.screens = ScreensPart()
        self.clicker = ClickerPart()
        self.practise = Button(_("Start the practice round"), "primary", "next", sign_after=True)
        self.checks = CheckList()
        pretend = Card(_("A round with pretend people"))
        pretend.add(
            Text(
                _(
                    "Run five statements with people who do not exist. In an open vote, “Let the "
                    "pretend people answer” fills it; they fill in sheets before it and show "
                    "their fingers at the end as well. With one screen, press L. Nothing of it "
                    "counts, and your own session stays as it is."
                )
            ),
            self.practise,
        )
        self.add(self.screens, self.clicker, pretend, self.checks)
        self._back = Button(_("Back"), "plain", "back")
        self.foot.add_left(self._back)
        self._connect()

    def entered(self, **arguments: object) -> None:
        session_id = arguments.get("session_id")
        self._session_id = session_id if isinstance(session_id, str) else ""
        title = self._read_title()
        lead = _("Ten minutes alone, before the day.")
        self.set_title(_("Rehearsal"), f"{title}\n{lead}" if title else lead)
        self._chosen_mode = None
        self.clicker.begin_again()
        self.checks.show_ticked(done_for(self._context.settings, self._session_id))
        self._show_screens()

    def left(self) -> None:
        self._stage.hide_test_cards()
        self._stage.close()
        self.notice.close_notice()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return room_key_hints()

    def _connect(self) -> None:
        self.screens.mode_chosen.connect(self._on_screens_mode_chosen)
        self.screens.room_picked.connect(self._stage.pick)
        self.screens.swap_wanted.connect(self._stage.swap)
        self.screens.numbers_wanted.connect(self._stage.show_test_cards)
        self.screens.line_wanted.connect(self._on_screens_line_wanted)
        self._wall.changed.connect(self._show_screens)
        self._stage.screen_lost.connect(self._on_stage_screen_lost)
        self._stage.key_given.connect(self._on_stage_key_given)
        self.practise.clicked.connect(self._on_practise_clicked)
        self.checks.ticked.connect(self._on_checks_ticked)
        self._back.clicked.connect(self._on_back_clicked)

    def _read_title(self) -> str:
        self._is_practice = False
        if not self._session_id:
            return ""
        try:
            session = self._context.services.workshops.get(self._session_id)
        except KeyError:
            self._session_id = ""
            return ""
        except CollabkitError as error:
            self.notice.tell(str(error), tone="alert")
            return ""
        self._is_practice = session.is_practice
        return session.meeting.preparation.title

    def _show_screens(self) -> None:
        self.screens.show_screens(self._stage.screens(), self._chosen_mode or self._wall.mode)
        self.screens.tell_line(is_shown=self._stage.is_open)

    def _on_screens_mode_chosen(self, mode: Mode) -> None:
        self._chosen_mode = mode
        self._wall.choose(mode)

    def _on_screens_line_wanted(self) -> None:
        if self._stage.is_open:
            self._stage.close()
            return
        heading = Heading(_("And this small line?"), _("Statement 1 of 12"))
        self._stage.present(ReadScene(heading, _("Can the last row read this line?")))
        self._wall.open()
        self._stage.show_strip(_("Esc or any button of the clicker takes this away."))

    def _on_stage_key_given(self, _key: RoomKey) -> None:
        self._stage.close()
        self.activateWindow()
        self.screens.line.setFocus()

    def _on_stage_screen_lost(self, sentence: str) -> None:
        self._stage.close()
        self.notice.tell(sentence, tone="alert")

    def _on_practise_clicked(self) -> None:
        session_id = self._session_id
        if not self._is_practice:
            try:
                practice = self._context.services.workshops.practise(self._context.today())
            except CollabkitError as error:
                self.notice.tell(str(error), tone="alert")
                return
            session_id = practice.id
        self.go_requested.emit("console", {"session_id": session_id})

    def _on_checks_ticked(self, codes: tuple[str, ...]) -> None:
        remember_done(self._context.settings, self._session_id, codes)

    def _on_back_clicked(self) -> None:
        if self._is_practice or not self._session_id:
            self.go_requested.emit("workshop", {})
        else:
            self.go_requested.emit("session", {"session_id": self._session_id})
