"""The page from which everything leaves the program."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.plan.on_clipboard import copy_table
from collabkit.ui.taking_out.bundle_form import BundleForm
from collabkit.ui.taking_out.bundle_presenter import BundlePresenter
from collabkit.ui.taking_out.content_card import ContentCard
from collabkit.ui.taking_out.desktop import TakingOutDesktop
from collabkit.ui.taking_out.network_form import NetworkForm
from collabkit.ui.taking_out.network_presenter import NetworkPresenter
from collabkit.ui.taking_out.offers_card import OffersCard
from collabkit.ui.taking_out.presenter import FilesPresenter
from collabkit.ui.taking_out.state import FilesState, Purpose
from collabkit.ui.taking_out.wording import moving_group, offer_groups
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text


class TakingOutPage(Page):
    """What somebody needs something for, each with one button."""

    def __init__(self, context: Context, desktop: TakingOutDesktop | None = None) -> None:
        super().__init__(_("Take it with you"))
        self._desktop = desktop or TakingOutDesktop()
        self._files = FilesPresenter(context, self)
        self._bundle = BundlePresenter(context, self)
        self._network = NetworkPresenter(context, self)
        self.gone = EmptyState("", _("See all assessments"), "paper")
        self.content = ContentCard()
        groups = offer_groups()
        self.cards = [OffersCard(g, is_first=g is groups[0]) for g in groups]
        self.moving = OffersCard(moving_group())
        self.cards.append(self.moving)
        self.bundle, self.bundle_fold = BundleForm(), Fold(_("Get the file ready"))
        self.bundle_fold.add(self.bundle)
        self._bundle_entry = Entry(
            "", _("With answers and plans, for collabkit on another computer. One file")
        )
        self.alone = Text(
            _("The file holds this assessment alone, not the others of the charity."),
            "note",
            "muted",
        )
        self.whole = Button(_("Everything of this charity in one file"), "quiet", "save")
        self.moving.add(self._bundle_entry, self.bundle_fold, self.alone, self.whole)
        self.network, self.network_fold = NetworkForm(), Fold(_("See what would leave"))
        self.network_fold.add(self.network)
        network = Card(_("For your network"))
        network.add(
            Text(
                _(
                    "A network can lay what many groups have answered side by side. For that it "
                    "gets counts from you, without names. You see all of it first."
                )
            ),
            self.network_fold,
        )
        self._network_card = network
        self.elsewhere = Text(
            _(
                "Reports and plans belong to a single assessment: under “Assess”, choose “More” "
                "beside it, then “Take it with you”."
            ),
            "note",
            "muted",
        )
        self.add(self.gone, self.content, *self.cards, network, self.elsewhere)
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self._connect()

    def render_state(self, state: FilesState) -> None:
        """Show ``state``: the one place where what the files hold is set."""
        self.set_title(_("Take it with you"), state.whose)
        is_there = not state.why_not
        is_one = bool(state.assessment_id)
        self.gone.sentence.setText(state.why_not)
        self.gone.button.set_words(
            _("Give the answers back") if state.is_invited else _("See all assessments")
        )
        show_if(self.gone, not is_there)
        show_if(self.content, is_there and is_one)
        self.content.show_state(state)
        for card in self.cards:
            card.show_state(state)
            show_if(card, is_there and (is_one or card is self.moving))
        for offer in self.moving.offers.values():
            show_if(offer, is_one)
        self._bundle_entry.name.setText(
            _("For another laptop, or to keep")
            if is_one
            else _("Everything of this charity in one file")
        )
        for part in (self.alone, self.whole):
            show_if(part, is_one)
        show_if(self._network_card, is_there)
        show_if(self.elsewhere, is_there and not is_one)

    def entered(self, **arguments: object) -> None:
        """Open an assessment (``assessment_id``) or a whole charity (``charity_id``)."""
        self.notice.close_notice()
        assessment_id = str(arguments.get("assessment_id") or "")
        self._files.open(assessment_id, str(arguments.get("charity_id") or ""))
        state = self._files.state
        self._bundle.open(assessment_id, state.charity_id)
        self._network.open(state.charity_id)
        self.network.forget()
        self.network_fold.set_open(False)
        self.bundle_fold.set_open(not assessment_id)
        if not assessment_id and not state.why_not:
            self._bundle.look()

    def left(self) -> None:
        self.bundle.forget()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        state = self._files.state
        if state.why_not:
            return self.gone.button if state.is_invited else None
        return self.cards[0].offers[Purpose.BOARD].button if state.assessment_id else None

    def _connect(self) -> None:
        self._files.state_changed.connect(self.render_state)
        self._bundle.state_changed.connect(self.bundle.show_state)
        self._bundle.written.connect(self.bundle.forget)
        self._network.state_changed.connect(self.network.show_state)
        self.gone.action_taken.connect(self._on_gone_action_taken)
        self.content.content.chosen.connect(self._files.choose_content)
        self.content.notes.tick.clicked.connect(self._files.use_notes)
        for card in self.cards:
            card.wanted.connect(self._on_card_wanted)
            card.folder_requested.connect(self._on_folder_requested)
        self.bundle_fold.toggled.connect(self._on_bundle_fold_toggled)
        self.bundle.notes.tick.clicked.connect(self._bundle.use_notes)
        self.bundle.save_requested.connect(self._on_bundle_save_requested)
        self.bundle.folder_requested.connect(self._on_folder_requested)
        self.whole.clicked.connect(self._on_whole_clicked)
        self.network_fold.toggled.connect(self._on_network_fold_toggled)
        self.network.chosen.connect(self._network.choose)
        self.network.contact_given.connect(self._network.use_contact)
        self.network.save_requested.connect(self._on_network_save_requested)
        self.network.folder_requested.connect(self._on_folder_requested)

    def _on_card_wanted(self, purpose: Purpose) -> None:
        if purpose is Purpose.MINUTES:
            table = self._files.table()
            if table is not None:
                copy_table(table)
            return
        suggested = self._files.suggested(purpose, self._desktop.documents())
        path = self._desktop.ask_where_to_save(self, suggested)
        if path is not None:
            self._files.save(purpose, path)

    def _on_bundle_fold_toggled(self, is_open: bool) -> None:
        if is_open:
            self._bundle.look()

    def _on_bundle_save_requested(self, passphrase: str) -> None:
        fault = self._bundle.fault_of(passphrase) if passphrase else ""
        if fault:
            self.bundle.passphrase.refuse(fault)
            return
        suggested = self._bundle.suggested(self._desktop.documents())
        path = self._desktop.ask_where_to_save(self, suggested) if suggested else None
        if path is not None:
            self._bundle.save(path, passphrase)

    def _on_whole_clicked(self) -> None:
        self.go_requested.emit("taking-out", {"charity_id": self._files.state.charity_id})

    def _on_network_fold_toggled(self, is_open: bool) -> None:
        if is_open:
            self._network.look()

    def _on_network_save_requested(self) -> None:
        suggested = self._network.suggested(self._desktop.documents())
        path = self._desktop.ask_where_to_save(self, suggested) if suggested else None
        if path is not None:
            self._network.save(path)

    def _on_folder_requested(self, path: Path) -> None:
        self._desktop.show_folder(path.parent)

    def _on_gone_action_taken(self) -> None:
        state = self._files.state
        if state.is_invited:
            self.go_requested.emit("giving-back", {"assessment_id": state.assessment_id})
        else:
            self.go_requested.emit("assess", {})
