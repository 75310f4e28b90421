"""The recovery code, to be written down by hand."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.text import Text


class CodeCard(Card):
    """Shows a code in groups. ``written()`` tells that it is on paper."""

    written = Signal()

    def __init__(self) -> None:
        super().__init__(_("Your recovery code"))
        self.code = Text("", "title")
        self.code.setAccessibleName("")
        self.next = Button(_("I have written it down"), "primary")
        self.next.clicked.connect(self.written)
        self.add(
            self.code,
            Text(
                _(
                    "It opens your data if the passphrase is forgotten. Please write it down by "
                    "hand, all seven groups, and keep the paper apart from this computer, such as "
                    "with the charity's papers. It is kept nowhere: once this is done, nobody can "
                    "show it again."
                )
            ),
            Text(
                _(
                    "It makes no difference whether you write small or capital letters, O or 0, "
                    "I or 1."
                ),
                "note",
                "muted",
            ),
            self.next,
        )

    def show_code(self, code: str) -> None:
        """Show ``code``; screen readers spell it, as it is no word."""
        groups = code.split()
        # Two fit beside each other in the largest text too, however wide their letters are.
        lines = (groups[first : first + 2] for first in range(0, len(groups), 2))
        self.code.setText("\n".join("   ".join(line) for line in lines))
        self.code.setAccessibleName(", ".join(" ".join(group) for group in code.split()))
