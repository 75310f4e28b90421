"""Which files were written, and what to write to those who get them."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.ui.handing_out.state import Kind, Letter, Written
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class WrittenPart(Column):
    """The files, the next step with them, and a text for each kind.

    ``folder_requested()`` and ``more_requested(party_id)``, with the organisation that is to be
    next or an empty text; ``copied(heading)`` tells that a text is on the clipboard.
    """

    folder_requested = Signal()
    more_requested = Signal(str)
    copied = Signal(str)

    def __init__(self, written: Written) -> None:
        super().__init__()
        self.heading = Text(written_words(written), "heading")
        self.show_folder = Button(_("Show in folder"), "primary", "folder")
        self._following, name = written.following
        buttons = [self.show_folder]
        if self._following:
            following = Button(_("Now for {organisation}").format(organisation=name))
            following.clicked.connect(self._on_following_clicked)
            buttons.append(following)
        more = Button(_("Make more sheets"))
        buttons.append(more)
        files = Fold(_("Which files?"))
        names = [Paragraph(file.name, "note") for file in written.files]
        files.add(WholeText(_("The files"), names))
        card = Card()
        card.add(self.heading)
        if written.problem:
            card.add(Text(written.problem, "body", "alert"))
        elif len(written.files) < written.wanted:
            card.add(Text(stopped_words(written)))
        card.add(*map(Text, _what_to_do(written)), files, Acts(*buttons))
        self.letters = tuple(LetterCard(letter) for letter in written.letters)
        for letter in self.letters:
            letter.copied.connect(self.copied)
        self.show_folder.clicked.connect(self.folder_requested)
        more.clicked.connect(self._on_more_clicked)
        self.fill(card, *self.letters)

    def _on_following_clicked(self) -> None:
        self.more_requested.emit(self._following)

    def _on_more_clicked(self) -> None:
        self.more_requested.emit("")


class LetterCard(Card):
    """A ready text, to be copied. ``copied(heading)``."""

    copied = Signal(str)

    def __init__(self, letter: Letter) -> None:
        super().__init__(letter.heading)
        self._letter = letter
        paragraphs = [
            Paragraph(text, above=1 if number else 0)
            for number, text in enumerate(letter.text.split("\n\n"))
        ]
        name = _("Text to send: {heading}").format(heading=letter.heading)
        self.text = WholeText(name, paragraphs)
        copy = Button(
            _("Copy this text"), name=_("Copy this text: {name}").format(name=letter.heading)
        )
        copy.clicked.connect(self._on_copy_clicked)
        self.add(
            Text(_("For your e-mail or a note. Change it as you like."), "note", "muted"),
            self.text,
            copy,
        )

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._letter.text)
        announce(self, _("The text was copied."))
        self.copied.emit(self._letter.heading)


def written_words(written: Written) -> str:
    """Return how many files are where, and for whom."""
    if written.whose:
        words = ngettext(
            "{files} for {whose} is ready in “{folder}”.",
            "{files} for {whose} are ready in “{folder}”.",
            len(written.files),
        )
    else:
        words = ngettext(
            "{files} in “{folder}” is ready.",
            "{files} in “{folder}” are ready.",
            len(written.files),
        )
    files = capital(listed(list(_counts(written))))
    return words.format(files=files, whose=written.whose, folder=written.folder.name)


def stopped_words(written: Written) -> str:
    """Return how many of how many files there are because somebody stopped."""
    return _("You stopped at {done} of {all}. These are whole and can be used.").format(
        done=len(written.files), all=written.wanted
    )


def _what_to_do(written: Written) -> Iterator[str]:
    kinds = {file.kind for file in written.files}
    if kinds - {Kind.SHARED}:
        yield _(
            "Give each person a file of their own: each has a code, so that nobody is counted "
            "twice. collabkit keeps no list of who has which."
        )
    if Kind.SHARED in kinds:
        yield _("The PDF for everybody has no code: copy and print it as often as you like.")


def _counts(written: Written) -> Iterator[str]:
    kinds = [file.kind for file in written.files]
    if number := kinds.count(Kind.FILE):
        yield ngettext("{number} answer file", "{number} answer files", number).format(
            number=in_words(number)
        )
    if number := kinds.count(Kind.FORM):
        yield ngettext("{number} PDF", "{number} PDFs", number).format(number=in_words(number))
    if number := kinds.count(Kind.LARGE):
        yield ngettext(
            "{number} PDF in large print", "{number} PDFs in large print", number
        ).format(number=in_words(number))
    if Kind.SHARED in kinds:
        yield _("one PDF for everybody")
