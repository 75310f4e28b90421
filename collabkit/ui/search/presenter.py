"""What is looked for and what is found, without widgets."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.library.excerpts import excerpt, highlighted
from collabkit.library.search import Found, FoundGroup, FoundKind, SearchIndex
from collabkit.services import Services
from collabkit.ui.job import Job
from collabkit.ui.search.names import all_of, one_of
from collabkit.ui.search.state import Heading, Hit, Line, More, SearchState
from collabkit.ui.search.stock import Stamp, own_work, read_stock, stamp_of

_EACH = 3  # of each kind at first
_MOST = 60  # of a kind on request: nobody reads on, and each line is set when it is shown


class SearchPresenter(QObject):
    """Looks for what is typed in everything that is ready. ``state_changed(SearchState)``.

    The index over the content is made on a thread of the pool when the search is first opened, and
    again when an own questionnaire has changed.
    """

    state_changed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._text = ""
        self._all_of: FoundKind | None = None
        self._own = SearchIndex(())
        self._stock = SearchIndex(())
        self._stamp: Stamp | None = None
        self._is_ready = False
        self._problem = ""  # why only one's own work can be found

    def open(self) -> None:
        """Show what was looked for last, in everything as it is now."""
        self._own = own_work(self._services)
        stamp = stamp_of(self._services.packs)
        if stamp != self._stamp:
            self._stamp = stamp
            job = Job(partial(read_stock, self._services.packs))
            job.done.connect(self._on_job_done)
            job.failed.connect(self._on_job_failed)
            job.start()
        self._tell()

    def look_for(self, text: str) -> None:
        """Show what ``text`` finds."""
        self._text, self._all_of = text, None
        self._tell()

    def show_all_of(self, kind: FoundKind) -> None:
        """Show everything of one kind that was found."""
        self._all_of = kind
        self._tell()

    def _tell(self) -> None:
        groups = self._groups()
        self.state_changed.emit(
            SearchState(
                text=self._text,
                lines=tuple(self._lines(groups)),
                status=self._status(sum(group.total for group in groups)),
            )
        )

    def _groups(self) -> tuple[FoundGroup, ...]:
        each = _MOST if self._all_of is not None else _EACH
        own = self._own.find_groups(self._text, each)
        found = self._stock.find_groups(self._text, each)
        # One's own work comes first if it is called so, and last if only its pack is.
        is_called = any(highlighted(f.title, self._text).spans for g in own for f in g.found)
        groups = (*own, *found) if is_called else (*found, *own)
        if self._all_of is None:
            return groups
        return tuple(group for group in groups if group.kind is self._all_of)

    def _lines(self, groups: tuple[FoundGroup, ...]) -> Iterator[Line]:
        for group in groups:
            yield Heading(all_of(group.kind))
            for found in group.found:
                yield self._hit(found)
            if group.total > len(group.found) and self._all_of is None:
                words = _("Show all {number}: {kind}")
                yield More(group.kind, words.format(number=group.total, kind=all_of(group.kind)))

    def _hit(self, found: Found) -> Hit:
        return Hit(
            kind=one_of(found.kind),
            title=highlighted(found.title, self._text),
            text=excerpt(found.text, self._text),
            where=found.where,
            place=found.place,
            arguments=found.arguments,
        )

    def _status(self, total: int) -> str:
        wanted = " ".join(self._text.split())
        if not wanted:
            return _(
                "Type a word or two. You find statements, actions, stories, words, guidance, facts "
                "and your own assessments."
            )
        if self._problem:
            return self._problem
        if not self._is_ready:
            return _("The questionnaires and the library are being read. Your own work is here.")
        if not total:
            return _("Nothing here has “{text}” in it. Try fewer or shorter words.").format(
                text=wanted
            )
        return ngettext(
            "{number} thing found with “{text}”", "{number} things found with “{text}”", total
        ).format(number=capital(in_words(total)), text=wanted)

    def _on_job_done(self, stock: SearchIndex) -> None:
        self._stock, self._is_ready, self._problem = stock, True, ""
        self._tell()

    def _on_job_failed(self, sentence: str) -> None:
        self._problem, self._stamp = sentence, None
        self._tell()
