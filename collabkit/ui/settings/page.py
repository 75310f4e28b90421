"""Settings: what is chosen counts at once; there is nothing to confirm."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.keys_help import show_keys
from collabkit.ui.settings.copy_card import CopyCard
from collabkit.ui.settings.data_card import DataCard
from collabkit.ui.settings.keys_card import KeysCard
from collabkit.ui.settings.looks_card import LooksCard
from collabkit.ui.settings.paper_card import PaperCard
from collabkit.ui.settings.presenter import SettingsPresenter
from collabkit.ui.settings.sample_card import SampleCard
from collabkit.ui.settings.state import Chosen, SettingsState
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.window import MainWindow


class SettingsPage(Page):
    """Looks, keys, paper, questionnaires, data and the sample."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Settings"), _("What you change here counts at once."))
        self._folder = context.folder.root
        self.presenter = SettingsPresenter(context, self)
        self.presenter.state_changed.connect(self.render_state)
        self.presenter.undo_offered.connect(self._on_presenter_undo_offered)
        self.presenter.problem_met.connect(self._on_presenter_problem_met)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self.looks = LooksCard()
        self.looks.chosen.connect(self.presenter.choose)
        self.keys = KeysCard()
        self.keys.chosen.connect(self.presenter.choose)
        self.keys.list_requested.connect(self._on_keys_list_requested)
        self.start_afresh = Button(_("Set looks and keys back"), "quiet", "undo")
        self.start_afresh.clicked.connect(self.presenter.start_afresh)
        self.paper = PaperCard()
        self.paper.chosen.connect(self.presenter.choose)
        self.packs = Button(_("See all questionnaires"), "plain", "assess")
        self.packs.clicked.connect(self._on_packs_clicked)
        packs = Card(_("Questionnaires"))
        packs.add(Text(_("Look through them, copy one to change it, or add one of your own.")))
        packs.add(self.packs)
        self.data = DataCard()
        self.data.show_requested.connect(self._on_data_show_requested)
        self.data.copy_requested.connect(self._on_data_copy_requested)
        self.data.bring_in_requested.connect(self._on_data_bring_in_requested)
        self.data.save_elsewhere_requested.connect(self._on_data_save_elsewhere_requested)
        self.copy = CopyCard()
        self.copy.all_requested.connect(self._on_copy_all_requested)
        self.privacy = Button(_("See what is kept, and erase"), "plain", "person")
        self.privacy.clicked.connect(self._on_privacy_clicked)
        privacy = Card(_("Privacy"))
        privacy.add(
            Text(
                _(
                    "How long something is kept, what you tell people about it, and how a person, "
                    "an assessment or a charity is erased for good."
                )
            ),
            self.privacy,
        )
        self.lock = Button(_("Lock this data with a passphrase"), "plain", "lock")
        self.lock.clicked.connect(self._on_lock_clicked)
        lock = Card(_("Lock"))
        self.about_lock = Text("")
        lock.add(self.about_lock, self.lock)
        self.sample = SampleCard()
        self.sample.put_away_requested.connect(self.presenter.put_sample_away)
        self.sample.bring_back_requested.connect(self.presenter.bring_sample_back)
        self.about = Button(_("About collabkit"), "plain", "info")
        self.about.clicked.connect(self._on_about_clicked)
        about = Card(_("About collabkit"))
        about.add(Text(_("Where the content comes from, who made the parts, and licences.")))
        about.add(self.about)
        self.add(self.looks, self.data, self.copy, self.keys, self.start_afresh)
        self.add(lock, privacy, self.paper, packs, self.sample, about)

    def render_state(self, state: SettingsState) -> None:
        """Show ``state``."""
        self.looks.render_chosen(state.chosen)
        self.keys.render_chosen(state.chosen)
        show_if(self.start_afresh, state.chosen != Chosen())
        self._show_lock(state.is_locked)
        self.data.show_path(state.folder)
        self.data.show_place(state.place)
        self.copy.show_copy(state.copy)
        self.paper.render_paper(state.paper)
        self.sample.render_standing(state.sample)

    def entered(self, **_arguments: object) -> None:
        self.presenter.open()

    def new_day(self) -> None:
        self.presenter.tell_anew()

    def left(self) -> None:
        self.presenter.leave()
        self.notice.close_notice()

    def _on_keys_list_requested(self) -> None:
        window = self.window()
        if isinstance(window, MainWindow):
            show_keys(window)

    def _on_data_show_requested(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.notice.tell(
                _(
                    "The folder could not be shown from here. Copy its path and paste it into "
                    "the program with which you look at your files."
                ),
                tone="alert",
            )

    def _on_data_copy_requested(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
        self.notice.tell(_("The path was copied."), passing=True)

    def _on_data_bring_in_requested(self) -> None:
        self.go_requested.emit("open-file", {})

    def _on_data_save_elsewhere_requested(self) -> None:
        window = self.window()
        if isinstance(window, MainWindow):
            window.save_elsewhere_requested.emit()

    def _on_copy_all_requested(self) -> None:
        self.go_requested.emit("safety-copies", {})

    def _on_privacy_clicked(self) -> None:
        self.go_requested.emit("all-privacy", {})

    def _on_packs_clicked(self) -> None:
        self.go_requested.emit("packs", {})

    def _show_lock(self, is_locked: bool) -> None:
        if is_locked:
            self.about_lock.setText(_("This data is locked. It opens with your passphrase."))
            self.lock.set_words(_("Change the lock, or take it away"))
        else:
            self.about_lock.setText(
                _("So that nobody who finds this laptop or its files can read them.")
            )
            self.lock.set_words(_("Lock this data with a passphrase"))

    def _on_lock_clicked(self) -> None:
        self.go_requested.emit("lock", {})

    def _on_about_clicked(self) -> None:
        self.go_requested.emit("about", {})

    def _on_notice_action_taken(self) -> None:
        self.presenter.undo()
        self.take_focus()

    def _on_presenter_undo_offered(self, sentence: str) -> None:
        self.notice.tell(sentence, _("Undo"))
        self.notice.take_focus()

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")
