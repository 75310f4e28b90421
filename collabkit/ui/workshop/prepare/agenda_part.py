"""The agenda with its minutes, and what they are worked out from."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _, ngettext
from collabkit.ui.widgets.beside import Beside
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.prepare.state import PrepareState
from collabkit.ui.workshop.prepare.wording import clock, duration, over_sentence, time_sentence

_OPEN = ""  # the code for a beginning that is not settled
_BESIDE = 27  # ems that two lists side by side need
_EARLIEST, _LATEST, _QUARTER = 7 * 60, 21 * 60, 15  # minutes after midnight


@dataclass(frozen=True, slots=True)
class _Length:
    """One of the lengths that can be chosen: its name in ``Times``, and what is offered."""

    name: str
    label: str
    offered: tuple[int, ...]
    is_seconds: bool = False


class AgendaPart(Column):
    """``time_changed(name, minutes)`` names a field of ``Times``; ``None`` for not settled."""

    time_changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.time = Text("")
        self.over = Text("", "strong")
        self.note = Text("", "note", "muted")
        self.fields = {length.name: PickField(length.label) for length in (*_main(), *_finer())}
        self._lengths = {length.name: length for length in (*_main(), *_finer())}
        for name, field in self.fields.items():
            field.picked.connect(self._on_field_picked)
            field.setProperty("length", name)
        self.begins = PickField(_("Starts at"))
        self.begins.set_options(_beginnings())
        self.begins.picked.connect(self._on_begins_picked)
        self._finer = Fold(_("Minutes for each step"))
        self._finer.add(*_in_pairs([self.fields[length.name] for length in _finer()]))
        self.table = NumbersTable(_("Agenda"), (_("What"), _("Minutes"), _("From")), numeric=(1, 2))
        choices = Card()
        choices.add(
            Beside(self.fields["available"], self.begins, from_ems=_BESIDE),
            self.fields["pause"],
            self._finer,
        )
        table = Card()
        table.add(self.time, self.over, self.note, self.table)
        self.fill(choices, table)

    def render_state(self, state: PrepareState) -> None:
        """Show ``state``."""
        times = state.shown.times
        self.time.setText(time_sentence(state.shown, state.agenda))
        self.over.setText(over_sentence(state.shown, state.agenda, state.pack))
        self.over.setVisible(bool(self.over.text()))
        self.note.setText(state.agenda.note)
        self.note.setVisible(bool(state.agenda.note))
        for name, field in self.fields.items():
            length = self._lengths[name]
            value: int = getattr(times, name)
            field.set_options(_options(length, value))
            field.set_code(str(value))
        if times.begins is not None:
            self.begins.set_options(_beginnings(times.begins))
        self.begins.set_code(_OPEN if times.begins is None else str(times.begins))
        self.table.show_rows(
            [
                (entry.title, str(entry.minutes), clock(entry.starts, times.begins))
                for entry in state.agenda.entries
            ]
        )

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.fields["available"]

    def flush(self) -> None:
        """There is nothing to type."""

    def _on_field_picked(self, code: str) -> None:
        sender = self.sender()
        if sender is not None:
            self.time_changed.emit(str(sender.property("length")), int(code))

    def _on_begins_picked(self, code: str) -> None:
        self.time_changed.emit("begins", int(code) if code else None)


def _main() -> tuple[_Length, ...]:
    return (
        _Length("available", _("How long have you got?"), tuple(range(60, 8 * 60 + 1, 15))),
        _Length("pause", _("Break"), (0, 10, 15, 20, 30, 45, 60)),
    )


def _finer() -> tuple[_Length, ...]:
    return (
        _Length("welcome", _("Welcome and promise"), (0, 5, 10, 15, 20, 30)),
        _Length("reading", _("Silence to read a statement"), (0, 15, 20, 25, 30, 45, 60), True),
        _Length("voting", _("Voting and counting"), (1, 2, 3, 4, 5)),
        _Length("pairs", _("Talk in pairs"), (0, 1, 2, 3, 4, 5, 8, 10)),
        _Length("room", _("Talk all together"), (1, 2, 3, 4, 5, 6, 8, 10, 15)),
        _Length("deciding", _("Deciding what becomes of it"), (0, 1, 2, 3, 5)),
        _Length("planning", _("Actions at the end"), (0, 10, 15, 20, 30, 45, 60, 90)),
        _Length("closing", _("Closing"), (0, 5, 10, 15)),
    )


def _options(length: _Length, value: int) -> list[tuple[str, str]]:
    """Return what is offered; a length from elsewhere is among it."""
    return [(str(n), _words(length, n)) for n in sorted({*length.offered, value})]


def _words(length: _Length, number: int) -> str:
    if not number:
        return _("None")
    if length.is_seconds:
        return ngettext("{number} second", "{number} seconds", number).format(number=number)
    return duration(number)


def _beginnings(chosen: int | None = None) -> list[tuple[str, str]]:
    offered = {*range(_EARLIEST, _LATEST + 1, _QUARTER)}
    if chosen is not None:
        offered.add(chosen)
    return [(_OPEN, _("Not settled yet")), *((str(n), clock(0, n)) for n in sorted(offered))]


def _in_pairs(fields: list[PickField]) -> list[QWidget]:
    return [
        Beside(one, other, from_ems=_BESIDE)
        for one, other in zip(fields[::2], fields[1::2], strict=True)
    ]
