"""A new network: its name, and from how many groups on anything is shown."""

from PySide6.QtCore import Qt, Signal

from collabkit.assessments.limits import LARGEST_GROUP, SMALLEST_GROUP, USUAL_GROUP
from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.network.wording import minimum_options
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class MakingCard(Card):
    """``make_requested(name, minimum)`` and ``given_up()``."""

    make_requested = Signal(str, int)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__(_("Make a network"))
        self.name = TextField(
            _("What is it called?"),
            _("Such as the area or the body that its groups belong to. Only you see it here."),
            longest=LONGEST_TITLE,
        )
        self.minimum = PickField(_("From how many groups on may anything be shown?"))
        self.minimum.set_options(minimum_options(SMALLEST_GROUP, LARGEST_GROUP))
        self.make = Button(_("Make it"), "primary")
        self.leave = Button(_("Leave it"), "quiet")
        self.add(
            self.name,
            self.minimum,
            Text(
                _(
                    "Tell the groups this number before they send anything. It cannot be changed "
                    "afterwards, so that nobody can be found out by making it smaller. Five is "
                    "usual."
                ),
                "note",
                "muted",
            ),
            Acts(self.make, self.leave),
        )
        self.make.clicked.connect(self._on_make_clicked)
        self.name.entered.connect(self._on_make_clicked)
        self.leave.clicked.connect(self.given_up)
        self.clear()

    def clear(self) -> None:
        """Begin afresh."""
        self.name.set_text("")
        self.name.set_fault("")
        self.minimum.set_code(str(USUAL_GROUP))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the name; what was typed stays."""
        self.name.set_fault(sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_make_clicked(self) -> None:
        self.make_requested.emit(self.name.text, int(self.minimum.code or USUAL_GROUP))
