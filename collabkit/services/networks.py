"""Networks: take in what groups send, and look at many groups side by side.

Files are looked at first. One that cannot be taken is told with the reason and does not stop the
others; then everything that can be taken is taken at once, or nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.assessments.limits import LARGEST_GROUP, SMALLEST_GROUP, USUAL_GROUP
from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import day
from collabkit.errors import InvalidInputError
from collabkit.exchange.network.group_file import read_group_file
from collabkit.i18n import _
from collabkit.network.filters import ALL, Filter
from collabkit.network.group import Group, GroupContact
from collabkit.network.picture import NetworkPicture
from collabkit.network.words import filter_name
from collabkit.paths import DataFolder
from collabkit.services.exports import Exported, Paper
from collabkit.services.ids import new_id
from collabkit.services.naming import checked_name, is_same_name
from collabkit.services.network_files import FileState, LookedAt, group_files_in, look_at
from collabkit.services.network_saving import write_document
from collabkit.services.network_wordings import FilesAlone, KnownWordings, Wordings
from collabkit.services.packs import PackShelf
from collabkit.storage import Removed, Store
from collabkit.storage.facts import Network, NetworkLine, StoredGroup

if TYPE_CHECKING:
    from collabkit.reports.parts_document import PartsDocument

__all__ = [
    "ALL",
    "FileState",
    "Filter",
    "LookedAt",
    "Network",
    "NetworkLine",
    "NetworkPreview",
    "NetworkService",
    "document_of",
    "group_files_in",
    "picture_of_files",
    "write_document",
]


@dataclass(frozen=True, slots=True)
class NetworkPreview:
    """What would become of each file; ``NetworkService.take`` takes those that are accepted."""

    network_id: str
    files: tuple[LookedAt, ...]

    def of(self, *states: FileState) -> tuple[LookedAt, ...]:
        """Return the files of which that would become."""
        return tuple(file for file in self.files if file.state in states)


class NetworkService:
    """Verbs on networks. Every one is on disk when it returns."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store, self._packs, self._folder = store, packs, folder

    def lines(self) -> tuple[NetworkLine, ...]:
        """Return the networks that are not put away, by name."""
        return self._store.networks.lines()

    def get(self, network_id: str) -> Network:
        """Return one network; raises ``KeyError`` for an unknown id."""
        return self._store.networks.get(network_id)

    def add(self, name: str, today: date, minimum: int = USUAL_GROUP) -> Network:
        """Add a network of which nothing is shown about fewer than ``minimum`` groups, for good.

        Raises ``InvalidInputError`` without a name, for one that is taken, and for a minimum that
        is not 3 to 10.
        """
        network = Network(new_id(), self._checked(name, None), checked_minimum(minimum), today)
        self._store.networks.add(network)
        return network

    def rename(self, network_id: str, name: str) -> Network:
        """Give a network another name; raises ``InvalidInputError`` as ``add`` does."""
        self._store.networks.rename(network_id, self._checked(name, network_id))
        return self.get(network_id)

    def remove(self, network_id: str, today: date) -> None:
        """Put a network away with all that its groups sent; ``restore`` brings it back."""
        self._store.networks.remove(network_id, today)

    def restore(self, network_id: str) -> None:
        """Bring back what ``remove`` put away.

        Raises ``InvalidInputError`` if another network has got its name meanwhile.
        """
        self._checked(self.get(network_id).name, network_id)
        self._store.networks.restore(network_id)

    def removed(self) -> tuple[Removed[Network], ...]:
        """Return the networks that are put away, the latest first."""
        return self._store.networks.removed()

    def preview(self, network_id: str, paths: Sequence[Path]) -> NetworkPreview:
        """Return what would become of files, without changing anything.

        Raises ``KeyError`` for an unknown network, and ``InvalidInputError`` for more files than
        can be looked at in one go.
        """
        self.get(network_id)
        kept = {group.key: group.text for group in self._store.networks.groups(network_id)}
        return NetworkPreview(network_id, look_at(paths, self._wordings(), kept.get))

    def take(self, preview: NetworkPreview, today: date) -> int:
        """Take all files that a preview has accepted, or none; return how many there were."""
        sent = [
            StoredGroup(file.key, today, file.text) for file in preview.files if file.is_accepted
        ]
        if sent:
            self._store.networks.take(preview.network_id, sent)
        return len(sent)

    def contacts(self, network_id: str) -> tuple[tuple[str, GroupContact], ...]:
        """Return the keys and contacts of the groups that want to be named, by name."""
        named = [(g.key, g.contact) for g in self._groups(network_id) if g.contact]
        return tuple(sorted(named, key=lambda entry: entry[1].name.casefold()))

    def drop(self, network_id: str, keys: Iterable[str]) -> tuple[StoredGroup, ...]:
        """Let go of everything that the groups with these keys sent; return it, to ``take_back``.

        Unknown keys are no fault.
        """
        wanted = frozenset(keys)
        let_go = tuple(g for g in self._store.networks.groups(network_id) if g.key in wanted)
        self._store.networks.drop(network_id, wanted)
        return let_go

    def take_back(self, network_id: str, let_go: Sequence[StoredGroup]) -> None:
        """Keep again what ``drop`` has let go of; raises ``KeyError`` for an unknown network."""
        self._store.networks.take(network_id, let_go)

    def picture(self, network_id: str) -> NetworkPicture:
        """Count all groups of a network; raises ``KeyError`` for an unknown one."""
        network = self.get(network_id)
        return NetworkPicture(self._groups(network_id), network.minimum, self._wordings())

    def document(
        self,
        network_id: str,
        today: date,
        chosen: Filter = ALL,
        *,
        with_names: bool = False,
    ) -> "PartsDocument":
        """Describe what a network sees; raises as ``picture`` and ``document_of`` do."""
        name = self.get(network_id).name
        return document_of(self.picture(network_id), name, today, chosen, with_names=with_names)

    def export(
        self,
        network_id: str,
        path: Path,
        today: date,
        chosen: Filter = ALL,
        *,
        with_names: bool = False,
        paper: Paper = Paper.A4,
    ) -> Exported:
        """Write what a network sees to ``path``; raises as ``document`` and ``write_document``."""
        document = self.document(network_id, today, chosen, with_names=with_names)
        return write_document(document, path, self._folder, paper)

    def _wordings(self) -> Wordings:
        return KnownWordings(self._packs, self._folder)  # anew: own packs come and go

    def _groups(self, network_id: str) -> Iterator[Group]:
        """Yield the groups one after the other; each text is let go of when it has been read."""
        texts = [group.text for group in self._store.networks.groups(network_id)]
        while texts:
            yield read_group_file(texts.pop().encode(), is_proven=True)

    def _checked(self, name: str, own_id: str | None) -> str:
        name = checked_name(name)
        for line in self.lines():
            if is_same_name(line.network.name, name) and line.network.id != own_id:
                raise InvalidInputError(
                    _(
                        "There is already a network called “{name}”. Please choose it, or use "
                        "another name."
                    ).format(name=name)
                )
        return name


def checked_minimum(minimum: int) -> int:
    """Return how many groups it takes; raises ``InvalidInputError`` unless they are 3 to 10."""
    if not SMALLEST_GROUP <= minimum <= LARGEST_GROUP:
        raise InvalidInputError(
            _("Please choose from {least} to {most} groups; {number} is not possible.").format(
                least=SMALLEST_GROUP, most=LARGEST_GROUP, number=minimum
            )
        )
    return minimum


def picture_of_files(
    paths: Sequence[Path], minimum: int, folder: DataFolder
) -> tuple[NetworkPicture, tuple[LookedAt, ...]]:
    """Return what a network sees of the groups in files, and what became of each file.

    Nothing is kept. Known are the questionnaires that come with the program and people's own in
    ``folder``. Raises ``InvalidInputError`` for a minimum that is not 3 to 10, and for more files
    than can be looked at in one go.
    """
    wordings: Wordings = FilesAlone(folder)
    checked_minimum(minimum)
    files = look_at(paths, wordings)
    groups = (read_group_file(f.text.encode(), is_proven=True) for f in files if f.is_accepted)
    return NetworkPicture(groups, minimum, wordings), files


def document_of(
    picture: NetworkPicture,
    name: str,
    today: date,
    chosen: Filter = ALL,
    *,
    with_names: bool = False,
) -> "PartsDocument":
    """Describe a picture, for exports; names only if ``with_names``, and only of all groups.

    Raises ``InvalidInputError`` for groups that may not be looked at alone.
    """
    from collabkit.network.views import all_parts
    from collabkit.reports.contents.parts import Fact
    from collabkit.reports.parts_document import PartsDocument

    if chosen != ALL and chosen not in picture.filters:
        raise InvalidInputError(
            _(
                "{Groups} cannot be looked at alone: there are fewer than {minimum}, or what is "
                "left of the others would be fewer. Nothing was written."
            ).format(Groups=capital(filter_name(chosen)), minimum=in_words(picture.minimum))
        )
    number = picture.groups.number(chosen)
    return PartsDocument(
        title=_("Groups side by side"),
        subject=name,
        day=day(today),
        made_on=today,
        lead="",
        facts=(
            Fact(_("Network"), name),
            Fact(
                _("Groups"), _("{number}, {which}").format(number=number, which=filter_name(chosen))
            ),
            Fact(_("Day"), day(today)),
        ),
        parts=all_parts(picture, chosen, with_names=with_names),
    )
