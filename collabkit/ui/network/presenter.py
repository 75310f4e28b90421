"""One network, without widgets."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.network.filters import ALL, Filter
from collabkit.network.picture import NetworkPicture
from collabkit.services.exports import Exported
from collabkit.services.file_names import file_name
from collabkit.services.networks import Network
from collabkit.ui.context import Context
from collabkit.ui.desktop import FileKind
from collabkit.ui.job import Job
from collabkit.ui.last_step import LastStep
from collabkit.ui.network.looking import allowed_in, has_matches, packs_in, parts_of
from collabkit.ui.network.state import LookState, NamedGroup, Presence, View
from collabkit.ui.network.wording import (
    counting_words,
    lead,
    let_go_words,
    run_by_options,
    size_options,
)
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.own_packs.state import Act, News
from collabkit.ui.paper_choice import chosen_paper

_FOLDER = "export_folder"


@dataclass(frozen=True, slots=True)
class _Counted:
    """A network as it was read by a job."""

    asked: int
    network: Network
    picture: NetworkPicture
    named: tuple[NamedGroup, ...]
    can_name: bool


class NetworkPresenter(QObject):
    """``state_changed(LookState)``; ``told(News)`` has a sentence for the top of the page."""

    state_changed = Signal(object)
    told = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._networks = context.services.networks
        self._counted: _Counted | None = None
        self._asked = 0
        self._is_saving = False
        self._last_step = LastStep()
        self._back = ""  # what is said when that was undone
        self.state = LookState()

    def open(self, network_id: str) -> None:
        """Show a network; one that was shown last is shown as it was, and counted afresh."""
        self._last_step.forget()
        if network_id != self.state.network_id:
            self._counted = None
            self.state = LookState(network_id=network_id)
        try:
            line = next(n for n in self._networks.lines() if n.network.id == network_id)
        except StopIteration:
            self._show(LookState(Presence.GONE, network_id))
            return
        except CollabkitError as error:
            self._show(LookState(Presence.FAILED, network_id))
            self.told.emit(News(str(error), is_problem=True))
            return
        self._show(
            replace(
                self.state,
                name=line.network.name,
                lead=lead(line.network, line.groups),
                number=line.groups,
                name_fault="",
            )
        )
        self._count()

    def choose_view(self, code: str) -> None:
        """Look at something else."""
        self._look(replace(self.state, view=View(code)))

    def choose_pack(self, pack_id: str) -> None:
        """Look at another questionnaire."""
        self._look(replace(self.state, pack_id=pack_id))

    def choose_size(self, code: str) -> None:
        """Look at groups of one size, or of any."""
        chosen = replace(self.state.chosen, size=IncomeBand(code) if code else None)
        self._look(replace(self.state, chosen=chosen))

    def choose_run_by(self, code: str) -> None:
        """Look at groups that somebody runs, or at all."""
        chosen = replace(self.state.chosen, run_by=RunBy(code) if code else None)
        self._look(replace(self.state, chosen=chosen))

    def rename(self, name: str) -> None:
        """Give the network another name."""
        if name == self.state.name:
            return
        try:
            network = self._networks.rename(self.state.network_id, name)
        except InvalidInputError as error:
            self._show(replace(self.state, name_fault=str(error)))
        except CollabkitError as error:
            self.told.emit(News(str(error), is_problem=True))
        else:
            self._show(replace(self.state, name=network.name, name_fault=""))

    def let_go(self, key: str) -> None:
        """Let go of what a group has sent."""
        name = next((group.name for group in self.state.named if group.key == key), "")
        self._let_go((key,), self.state.network_id, name)

    def let_go_of_file(self, path: Path) -> None:
        """Let go of what the group has sent that a file is from."""
        job = Job(partial(self._keys_in, path, self.state.network_id), self._shown_one)
        job.done.connect(self._on_keys_done)
        job.failed.connect(self._on_job_failed)
        job.start()

    def undo(self) -> bool:
        """Keep again what was let go of last; return whether it is back."""
        try:
            if not self._last_step.undo():
                return False
        except CollabkitError as error:
            self.told.emit(News(str(error), Act.UNDO, is_problem=True))
            return False
        self._count()
        self.told.emit(News(self._back))
        return True

    def suggested_path(self, otherwise: Path, kind: FileKind) -> Path:
        """Return where to save: in the folder used last, or else in ``otherwise``."""
        folder = usual_folder(self._context.settings, otherwise, _FOLDER)
        today = self._context.today().isoformat()
        return folder / file_name(
            self.state.name, _("groups side by side"), today, ending=f".{kind.ending}"
        )

    def save(self, path: Path, *, with_names: bool) -> None:
        """Write all views under the chosen filter to ``path`` and say so once it was checked."""
        if self._is_saving:
            return
        self._is_saving = True
        remember_folder(self._context.settings, path, _FOLDER)
        job = Job(
            partial(
                self._networks.export,
                self.state.network_id,
                path,
                self._context.today(),
                self.state.chosen,
                with_names=with_names,
                paper=chosen_paper(self._context.settings),
            )
        )
        job.done.connect(self._on_save_done)
        job.failed.connect(self._on_save_failed)
        job.start()

    def _count(self) -> None:
        self._asked += 1
        self._show(replace(self.state, counting=counting_words(self.state.number)))
        job = Job(partial(self._read, self.state.network_id, self._asked))
        job.done.connect(self._on_count_done)
        job.failed.connect(self._on_count_failed)
        job.start()

    def _read(self, network_id: str, asked: int) -> _Counted:
        named = tuple(
            NamedGroup(key, contact.name, contact.details)
            for key, contact in self._networks.contacts(network_id)
        )
        picture = self._networks.picture(network_id)
        network = self._networks.get(network_id)
        return _Counted(asked, network, picture, named, has_matches(picture))

    def _keys_in(self, path: Path, network_id: str) -> tuple[str, tuple[str, ...]]:
        (file,) = self._networks.preview(network_id, (path,)).files
        if not file.key:
            raise InvalidInputError(file.told)
        return network_id, (file.key,)

    def _let_go(self, keys: Iterable[str], network_id: str, name: str = "") -> None:
        try:
            gone = self._networks.drop(network_id, keys)
        except CollabkitError as error:
            self.told.emit(News(str(error), is_problem=True))
            return
        if not gone:
            self.told.emit(News(_("Nothing of this group is here. Nothing was changed.")))
            return
        self._count()
        self._last_step.keep(partial(self._networks.take_back, network_id, gone))
        gone_words, self._back = let_go_words(name)
        self.told.emit(News(gone_words, Act.UNDO))

    def _shown_one(self) -> str:
        return self.state.network_id

    def _look(self, state: LookState) -> None:
        """Show ``state`` with what is to be read in it."""
        counted = self._counted
        if counted is None:
            self._show(state)
            return
        picture = counted.picture
        packs = packs_in(picture)
        pack_id = state.pack_id if state.pack_id in dict(packs) else next(iter(dict(packs)), "")
        allowed = allowed_in(picture, state.view, pack_id)
        self._show(
            replace(
                state,
                presence=Presence.THERE,
                name=counted.network.name if not state.name else state.name,
                lead=lead(counted.network, picture.number),
                number=picture.number,
                is_shown=ALL in picture.filters,
                packs=packs,
                pack_id=pack_id,
                sizes=size_options(state.chosen.run_by, allowed),
                run_bys=run_by_options(state.chosen.size, allowed),
                parts=parts_of(picture, state.view, pack_id, self._narrowed(state)),
                named=counted.named,
                can_name=counted.can_name,
            )
        )

    def _narrowed(self, state: LookState) -> Filter:
        """Return the filter that a view obeys: matches are among all groups."""
        return ALL if state.view is View.MATCHES else state.chosen

    def _show(self, state: LookState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_count_done(self, counted: _Counted) -> None:
        if counted.asked == self._asked:
            self._counted = counted
            self._look(replace(self.state, counting=""))

    def _on_count_failed(self, sentence: str) -> None:
        presence = Presence.THERE if self._counted else Presence.FAILED
        self._show(replace(self.state, presence=presence, counting=""))
        self.told.emit(News(sentence, is_problem=True))

    def _on_keys_done(self, found: tuple[str, tuple[str, ...]]) -> None:
        network_id, keys = found
        if network_id == self.state.network_id:
            self._let_go(keys, network_id)

    def _on_save_done(self, exported: Exported) -> None:
        self._is_saving = False
        sentence = _("Saved as “{name}” in {folder}.").format(
            name=exported.path.name, folder=exported.path.parent
        )
        self.told.emit(News(sentence, Act.SHOW_FOLDER, exported.path))

    def _on_save_failed(self, sentence: str) -> None:
        self._is_saving = False
        self._on_job_failed(sentence)

    def _on_job_failed(self, sentence: str) -> None:
        self.told.emit(News(sentence, is_problem=True))
