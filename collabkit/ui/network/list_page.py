"""The page of all networks."""

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.network.list_part import NetworkRow
from collabkit.ui.network.list_presenter import NetworksPresenter
from collabkit.ui.network.making_card import MakingCard
from collabkit.ui.network.state import NetworksState
from collabkit.ui.network.visit import Errand
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.put_away_part import PutAwayPart


class NetworksPage(Page):
    """Make a network, go to one, put one away; or say to which one a file belongs."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Many groups side by side"))
        self._presenter = NetworksPresenter(context, self)
        self.new = Button(_("Make a network"), "primary", "plus")
        self.head.set_primary(self.new)
        self.making = MakingCard()
        self.rows = Column(gap=2.5)
        self.list = Card()
        self.list.add(self.rows)
        self.empty = EmptyState(
            _(
                "For a body with many groups: each group sends you one file, and here you see how "
                "many of them stand where."
            ),
            _("Make a network"),
            "table",
        )
        self.put_away = PutAwayPart()
        self.add(
            self.making,
            self.list,
            self.empty,
            Assurance(
                "eye",
                _(
                    "The files hold counts and no single person's answers. You never see which "
                    "group stands where, and nothing leaves this computer by itself."
                ),
            ),
            self.put_away,
        )
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self._shown: object = None
        self._connect()

    def render_state(self, state: NetworksState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        self.set_title(_("Many groups side by side"), _lead(state))
        if (state.rows, state.file) != self._shown:
            self._shown = (state.rows, state.file)
            self.rows.fill(*(self._row(state, number) for number in range(len(state.rows))))
        show_if(self.list, bool(state.rows))
        show_if(self.empty, not state.rows and not state.is_making)
        show_if(self.new, bool(state.rows) and not state.is_making)
        show_if(self.making, state.is_making)
        self.put_away.show_things(state.put_away)

    def entered(self, **arguments: object) -> None:
        errand = arguments.get("errand")
        self.put_away.close_fold()
        self._presenter.open(errand if isinstance(errand, Errand) else None)

    def left(self) -> None:
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        if self.empty.isVisibleTo(self):
            return self.empty.button
        return self.rows.parts[0] if self._presenter.state.file and self.rows.parts else None

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.render_state)
        presenter.go_wanted.connect(self.go_requested)
        presenter.put_away.connect(self._on_presenter_put_away)
        presenter.brought_back.connect(self._on_presenter_brought_back)
        presenter.name_refused.connect(self.making.refuse)
        presenter.problem_met.connect(self._on_presenter_problem_met)
        self.new.clicked.connect(self._on_new_clicked)
        self.empty.action_taken.connect(self._on_new_clicked)
        self.making.make_requested.connect(presenter.make)
        self.making.given_up.connect(self._on_making_given_up)
        self.put_away.bring_back_wanted.connect(presenter.bring_back)
        self.notice.action_taken.connect(self._on_notice_action_taken)

    def _row(self, state: NetworksState, number: int) -> NetworkRow:
        row = NetworkRow(state.rows[number], takes_file=bool(state.file))
        row.look_wanted.connect(self._presenter.look)
        row.put_away_wanted.connect(self._presenter.remove)
        return row

    def _on_new_clicked(self) -> None:
        self.making.clear()
        self._presenter.begin()
        self.jump_to(self.making, self.making.name.line)

    def _on_making_given_up(self) -> None:
        self._presenter.give_up()
        self.take_focus()

    def _on_notice_action_taken(self) -> None:
        self._presenter.undo()
        self.take_focus()

    def _on_presenter_put_away(self, sentence: str) -> None:
        self.notice.tell(sentence, _("Undo"))
        self.notice.take_focus()

    def _on_presenter_brought_back(self, sentence: str) -> None:
        self.notice.tell(sentence, passing=True)
        if not self.put_away.take_focus():
            self.take_focus()

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")


def _lead(state: NetworksState) -> str:
    if not state.file:
        return _("Networks, and what their groups have sent.") if state.rows else ""
    if state.rows:
        return _("To which network does “{file}” belong?").format(file=state.file)
    return _("Make a network first; then “{file}” is taken in there.").format(file=state.file)
