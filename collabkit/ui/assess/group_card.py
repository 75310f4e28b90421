"""A charity with its assessments."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _, ngettext
from collabkit.ui.assess.state import Group
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.sample_mark import SampleMark
from collabkit.ui.widgets.text import Text


class GroupCard(Card):
    """The name of a charity, what can be done with it, and below ``rows``, one an assessment."""

    new_wanted = Signal(str)
    change_wanted = Signal(str)
    file_wanted = Signal(str)
    put_away_wanted = Signal(str)

    def __init__(self, group: Group, rows: list[QWidget]) -> None:
        super().__init__()
        self._id = group.charity_id
        self.setAccessibleName(group.name)
        head = Entry(group.name, role="heading")
        if group.is_sample:
            head.mark(SampleMark())
        else:
            if not group.total:
                name = _named(_("New assessment for {name}"), group)
                new = Button(_("New assessment"), name=name)
                new.clicked.connect(self._on_new_clicked)
                head.add_act(new)
            if group.total:
                name = _named(_("Everything of {name} in one file"), group)
                take_out = Button(_("Everything in one file"), "quiet", name=name)
                take_out.clicked.connect(self._on_take_out_clicked)
                head.add_act(take_out)
            change = Button(_("Change"), "quiet", name=_named(_("Change {name}"), group))
            change.clicked.connect(self._on_change_clicked)
            head.add_act(change)
        put_away = Button(_("Put away"), "quiet", name=_put_away_name(group))
        put_away.clicked.connect(self._on_put_away_clicked)
        head.add_act(put_away)
        self.add(head)
        if rows:
            column = Column()
            column.fill(*rows)
            self.add(column)
        else:
            self.add(Text(_("No assessment yet."), "body", "muted"))

    def _on_new_clicked(self) -> None:
        self.new_wanted.emit(self._id)

    def _on_change_clicked(self) -> None:
        self.change_wanted.emit(self._id)

    def _on_take_out_clicked(self) -> None:
        self.file_wanted.emit(self._id)

    def _on_put_away_clicked(self) -> None:
        self.put_away_wanted.emit(self._id)


def _named(template: str, group: Group) -> str:
    return template.format(name=group.name)


def _put_away_name(group: Group) -> str:
    if not group.total:
        return _named(_("Put away {name}"), group)
    return ngettext(
        "Put away {name} with its assessment",
        "Put away {name} with its {number} assessments",
        group.total,
    ).format(name=group.name, number=group.total)
