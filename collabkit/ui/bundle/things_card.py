"""What is in the file, with what can be decided about it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.services.bundle_preview import Choice as Fate
from collabkit.ui.bundle.state import Thing
from collabkit.ui.bundle.wording import take_label
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text


class ThingPart(Part):
    """One assessment or session. ``chosen(id, Choice)``.

    What is new has a tick, what is here in another form two ways to go on, and what is here just
    the same only a sentence.
    """

    chosen = Signal(str, object)

    def __init__(self, thing: Thing) -> None:
        super().__init__()
        self._id = thing.id
        self.tick: ExplainedTick | None = None
        self.choice: Choice | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        if Fate.TAKE in thing.choices:
            self.tick = ExplainedTick(thing.title, f"{thing.about}\n{thing.line}")
            self.tick.tick.clicked.connect(self._on_tick_clicked)
            self._box.addWidget(self.tick)
        else:
            self._box.addWidget(Entry(thing.title, thing.about))
            self._box.addWidget(Text(thing.line))
        if Fate.KEEP_BOTH in thing.choices:
            options = [(code, take_label(code, is_new=False)) for code in thing.choices]
            name = _("What to do with “{title}”").format(title=thing.title)
            self.choice = Choice(name, options)
            self.choice.label.hide()
            self.choice.chosen.connect(self._on_choice_chosen)
            self._box.addWidget(self.choice)
        self.show_choice(thing.choice)
        self.dress(theme_of(self))

    def show_choice(self, choice: Fate) -> None:
        """Show what is chosen; nobody is told."""
        if self.tick is not None:
            with QSignalBlocker(self.tick.tick):
                self.tick.tick.setChecked(choice is Fate.TAKE)
        if self.choice is not None:
            self.choice.set_code(choice)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.6))

    def _on_tick_clicked(self, is_ticked: bool) -> None:
        self.chosen.emit(self._id, Fate.TAKE if is_ticked else Fate.LEAVE)

    def _on_choice_chosen(self, code: str) -> None:
        self.chosen.emit(self._id, Fate(code))


class ThingsCard(Card):
    """Everything in the file. ``chosen(id, Choice)``."""

    chosen = Signal(str, object)

    def __init__(self, things: tuple[Thing, ...]) -> None:
        super().__init__(_("What is in it"))
        self.parts = {thing.id: ThingPart(thing) for thing in things}
        for part in self.parts.values():
            part.chosen.connect(self.chosen)
            self.add(part)

    def show_choices(self, things: tuple[Thing, ...]) -> None:
        """Show what is chosen of everything."""
        for thing in things:
            self.parts[thing.id].show_choice(thing.choice)
