"""What the pages that are reached from Learn have in common."""

from collabkit.i18n import _
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page


class ReadingPage(Page):
    """A page to read, with a way back to where one came from."""

    def __init__(self, title: str, lead: str = "") -> None:
        super().__init__(title, lead)
        self.back = Button(_("Back"), "plain", "back")
        self.back.clicked.connect(self.back_requested)
        self.foot.add_left(self.back)
