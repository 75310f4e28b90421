"""What a group sends to its network, without widgets."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.sentences import in_words
from collabkit.dates import month
from collabkit.errors import CollabkitError
from collabkit.i18n import _, ngettext
from collabkit.services.file_names import file_name
from collabkit.services.group_files import GroupContact, GroupFilePreview
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.progress_words import subject
from collabkit.ui.taking_out.presenter import FOLDER
from collabkit.ui.taking_out.state import Leaving, NetworkState, Said
from collabkit.ui.taking_out.wording import written_words

_ENDING = ".collabkit-group"
_KEY_SHOWN = 8  # figures in the name of a file: enough to tell a network's groups apart


class NetworkPresenter(QObject):
    """Tells what would leave and has it written. ``state_changed(NetworkState)``."""

    state_changed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._charity_id = ""
        self._chosen: tuple[str, ...] = ()
        self._contact: GroupContact | None = None
        self._preview: GroupFilePreview | None = None
        self._asked = 0
        self.state = NetworkState()

    def open(self, charity_id: str) -> None:
        """Begin with a charity; nothing is read before ``look``."""
        self._charity_id, self._chosen, self._contact = charity_id, (), None
        self._preview = None
        self._asked += 1
        self._show(NetworkState(busy=self.state.busy))

    def look(self) -> None:
        """Find out what would leave."""
        self._asked += 1
        job = Job(partial(self._read, self._asked, self._charity_id, self._chosen))
        job.done.connect(self._on_look_done)
        job.start()

    def choose(self, assessment_id: str, is_chosen: bool) -> None:
        """Let an assessment go along that usually stays, or leave it here after all."""
        others = tuple(one for one in self._chosen if one != assessment_id)
        self._chosen = (*others, assessment_id) if is_chosen else others
        self.look()

    def use_contact(self, contact: GroupContact | None) -> None:
        """Take the name that may be passed on, or none."""
        is_whole = contact is not None and contact.name.strip() and contact.details.strip()
        self._contact = contact if is_whole else None
        self._render()

    def suggested(self, documents: Path) -> Path | None:
        """Return where the file could go. Its name tells nobody whose it is."""
        if self._preview is None:
            return None
        group = self._preview.group
        name = _("Group {key}").format(key=group.key[:_KEY_SHOWN])
        folder = usual_folder(self._context.settings, documents, FOLDER)
        return folder / file_name(name, month(group.made), ending=_ENDING)

    def save(self, path: Path) -> None:
        """Write what was looked at."""
        if self.state.busy or self._preview is None:
            return
        remember_folder(self._context.settings, path, FOLDER)
        self._show(replace(self.state, busy=_("Writing the file…"), said=None))
        write = self._context.services.group_files.write
        work = partial(write, self._preview, path, self._contact)
        job = Job(partial(_done, self._charity_id, path, work))
        job.done.connect(self._on_write_done)
        job.failed.connect(self._on_write_failed)
        job.start()

    def _read(
        self, asked: int, charity_id: str, chosen: tuple[str, ...]
    ) -> tuple[int, GroupFilePreview | CollabkitError]:
        files = self._context.services.group_files
        try:
            return asked, files.preview(charity_id, chosen, self._context.today())
        except CollabkitError as error:  # only the last one that was asked for is told
            return asked, error

    def _render(self) -> None:
        preview = self._preview
        if preview is None:
            return
        going = tuple(
            Leaving(
                one.assessment_id,
                subject(one.pack_title, one.title),
                one.what,
                is_chosen=one.assessment_id in self._chosen,
            )
            for one in preview.going
        )
        staying = tuple(
            Leaving(
                one.assessment_id, subject(one.pack_title, one.title), one.why, one.can_be_chosen
            )
            for one in preview.staying
        )
        self._show(
            NetworkState(
                is_read=True,
                going=going,
                staying=staying,
                cautions=preview.cautions,
                naming=_naming(preview.areas),
                text=preview.text(self._contact) if going else "",
                busy=self.state.busy,
                said=self.state.said,
            )
        )

    def _show(self, state: NetworkState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_look_done(self, answer: tuple[int, GroupFilePreview | CollabkitError]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        if isinstance(found, CollabkitError):
            self._preview = None
            self._show(NetworkState(is_read=True, why_not=str(found)))
            return
        self._preview = found
        self.state = replace(self.state, said=None)
        self._render()

    def _on_write_done(self, answer: tuple[str, Path]) -> None:
        charity_id, path = answer
        self.state = replace(self.state, busy="")
        if charity_id == self._charity_id:
            self.state = replace(self.state, said=Said(written_words(path), path))
        self._show(self.state)

    def _on_write_failed(self, sentence: str) -> None:
        self._show(replace(self.state, busy="", said=Said(sentence, is_problem=True)))


def _done(charity_id: str, path: Path, work: partial[GroupContact | None]) -> tuple[str, Path]:
    work()
    return charity_id, path


def _naming(areas: int) -> str:
    """Return what your own answers say about passing your name on."""
    if not areas:
        return ""
    return ngettext(
        "By your own answers your name may be passed on in {number} area. It is only if you give "
        "it here.",
        "By your own answers your name may be passed on in {number} areas. It is only if you give "
        "it here.",
        areas,
    ).format(number=in_words(areas))
