"""A quiet page for what somebody writes for their own eyes."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from collabkit.assessments.pack import Item
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.services.responses import LONGEST_TEXT
from collabkit.ui.context import Context
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.widgets.text_box import TextBox


class PersonalPage(Page):
    """The private statements of one sheet; each text is kept as it is written."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            _("For yourself alone"),
            _("Nothing that you write here counts anywhere, and nobody is shown it."),
        )
        self._personal = context.services.personal
        self._ids = ("", "")
        self.boxes: list[PersonalBox] = []
        self._list = Column()
        where = Card(_("Where this is kept"))
        kept = _(
            "In a small file of its own on this computer, apart from all answers. It is in no "
            "result, no plan and no export. Whoever can use this computer as you do could open "
            "it, so throw it away when you are done."
        )
        self.forget = Button(_("Throw all of this away"), "plain", "bin")
        self.forget.clicked.connect(self._on_forget_clicked)
        where.add(Assurance("lock", kept), self.forget)
        self.add(self._list, where)
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)

    def entered(self, **arguments: object) -> None:
        self.notice.close_notice()
        self._ids = (str(arguments["assessment_id"]), str(arguments["sheet_id"]))
        self._show()

    def left(self) -> None:
        """Keep what is still being typed."""
        self._flush()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        return self.boxes[0].box.edit if self.boxes else None

    def _show(self) -> None:
        try:
            prompts = self._personal.prompts(self._ids[0])
            texts = self._personal.read(*self._ids)
        except CollabkitError as error:
            self._fill(())
            self.notice.tell(str(error), tone="alert")
            return
        self._fill(prompts)
        for box in self.boxes:
            box.box.set_text(texts.get(box.item_id, ""))

    def _fill(self, prompts: Iterable[Item]) -> None:
        self.boxes = [PersonalBox(item) for item in prompts]
        for box in self.boxes:
            box.box.edited.connect(self._on_box_edited)
        self._list.fill(*self.boxes)

    def _flush(self) -> None:
        for box in self.boxes:
            box.box.flush()

    def _on_box_edited(self, text: str) -> None:
        sender = self.sender()
        box = next((box for box in self.boxes if box.box is sender), None)
        if box is None:
            return
        try:
            self._personal.keep(*self._ids, box.item_id, text)
        except CollabkitError as error:
            self.notice.tell(str(error), tone="alert")
        else:
            self.save_state_changed.emit(SaveState(Saving.DONE))

    def _on_forget_clicked(self) -> None:
        self._flush()
        try:
            self._personal.forget(*self._ids)
        except CollabkitError as error:
            self.notice.tell(str(error), tone="alert")
            return
        self._show()
        self.notice.tell(_("All of it was thrown away."))


class PersonalBox(Card):
    """One private statement with room for words."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item_id = item.id
        self.box = TextBox(item.statement, item.help, lines=3, longest=LONGEST_TEXT)
        self.add(self.box)
