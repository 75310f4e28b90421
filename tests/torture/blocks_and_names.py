"""A disk that forgets: what may be left on it when the power goes.

What was written and not synced survives by chance, in any order, a sector at a time. Names survive
as their folder was synced; of what was done to the names of a folder since then, the first so many
changes survive. Nothing that was synced is ever lost. This is less than ordinary file systems
promise and what POSIX demands.
"""

import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path, PurePath

SECTOR = 512
Left = dict[PurePath, bytes | None]  # by path; None for a folder


@dataclass(frozen=True)
class Write:
    """Bytes put into a file at a place."""

    at: int
    data: bytes


@dataclass(frozen=True)
class Cut:
    """A file made shorter or longer."""

    size: int


@dataclass(frozen=True)
class Naming:
    """A change to the names of one or two folders: a name gone, a name given, or both at once."""

    gone: PurePath | None
    given: PurePath | None
    node: int
    order: int

    def touches(self, folder: PurePath) -> bool:
        """Whether it is a change in ``folder``."""
        return any(path is not None and path.parent == folder for path in (self.gone, self.given))


@dataclass
class Node:
    """A file, whatever its names: what is on the disk for certain, and what is on its way."""

    sure: bytearray = field(default_factory=bytearray)
    waiting: list[Write | Cut] = field(default_factory=list)
    is_folder: bool = False


class Disk:
    """The folders below ``roots``, from calls to what is left of them after a power cut."""

    def __init__(self, roots: tuple[Path, ...], *, deaf: bool = False) -> None:
        """Begin with what is there now, all of it on the disk; a ``deaf`` one never syncs."""
        self._deaf = deaf
        self._nodes: dict[int, Node] = {}
        self._now: dict[PurePath, int] = {}
        for root in roots:
            for path in (root, *sorted(root.rglob("*"))):
                data = b"" if path.is_dir() else path.read_bytes()
                self._now[path] = self._new(Node(bytearray(data), is_folder=path.is_dir()))
        self._roots = roots
        self._sure = dict(self._now)
        self._namings: list[Naming] = []
        self._order = 0

    def holds(self, path: PurePath) -> bool:
        """Whether ``path`` lies in one of the folders that are watched."""
        return any(path == root or root in path.parents for root in self._roots)

    def node(self, path: PurePath) -> int | None:
        """What has the name ``path`` at present."""
        return self._now.get(path)

    def create(self, path: PurePath, *, is_folder: bool = False) -> int:
        """Give a new file or folder the name ``path``."""
        node = self._new(Node(is_folder=is_folder))
        self._rename(None, path, node)
        return node

    def write(self, node: int, at: int, data: bytes) -> None:
        """Write into a file."""
        self._nodes[node].waiting.append(Write(at, data))

    def cut(self, node: int, size: int) -> None:
        """Make a file ``size`` bytes long."""
        self._nodes[node].waiting.append(Cut(size))

    def size(self, node: int) -> int:
        """How long a file is at present."""
        size = len(self._nodes[node].sure)
        for change in self._nodes[node].waiting:
            match change:
                case Write(at, data):
                    size = max(size, at + len(data))
                case Cut(wanted):
                    size = wanted
        return size

    def link(self, source: PurePath, target: PurePath) -> None:
        """Give a file a second name."""
        self._rename(None, target, self._now[source])

    def rename(self, source: PurePath, target: PurePath) -> None:
        """Give a file or folder another name, which something else may have had."""
        self._rename(source, target, self._now[source])

    def remove(self, path: PurePath) -> None:
        """Take a name away."""
        self._rename(path, None, self._now[path])

    def sync(self, node: int) -> None:
        """Bring a file, or the names in a folder, to the disk."""
        if self._deaf:
            return
        one = self._nodes[node]
        for change in one.waiting:
            _apply(one.sure, change)
        one.waiting.clear()
        if one.is_folder:
            (folder,) = (path for path, found in self._now.items() if found == node)
            for naming in [each for each in self._namings if each.touches(folder)]:
                _name(self._sure, naming)
                self._namings.remove(naming)

    def at_present(self) -> Left:
        """Return what programs see now, whatever of it is on the disk."""
        nodes = {path: self._nodes[number] for path, number in self._now.items()}
        return {
            path: None if node.is_folder else _left(node, lambda: True)
            for path, node in nodes.items()
        }

    def after_a_cut(self, rng: random.Random) -> Left:
        """Return what may be found after a power cut now."""
        survives = _luck(rng)
        names = dict(self._sure)
        kept: list[Naming] = []
        for folder in sorted({path.parent for path in [*self._now, *self._sure]}):
            waiting = [naming for naming in self._namings if naming.touches(folder)]
            kept += waiting[: rng.choice((0, len(waiting), rng.randint(0, len(waiting))))]
        for naming in sorted(set(kept), key=lambda each: each.order):
            _name(names, naming)
        found: Left = {}
        for path in sorted(names):
            if all(found.get(parent, b"") is None for parent in self._above(path)):
                node = self._nodes[names[path]]
                found[path] = None if node.is_folder else _left(node, survives)
        return found

    def _above(self, path: PurePath) -> list[PurePath]:
        return [parent for parent in path.parents if parent in self._roots or self.holds(parent)]

    def _new(self, node: Node) -> int:
        number = len(self._nodes)
        self._nodes[number] = node
        return number

    def _rename(self, gone: PurePath | None, given: PurePath | None, node: int) -> None:
        self._order += 1
        naming = Naming(gone, given, node, self._order)
        self._namings.append(naming)
        if gone is not None and given is not None and self._nodes[node].is_folder:
            raise NotImplementedError("folders are not renamed")
        _name(self._now, naming)


def put(found: Left, root: Path, place: Path) -> None:
    """Write what was found below ``root`` to ``place``."""
    for path, data in sorted(found.items()):
        if path != root and root not in path.parents:
            continue
        target = place / path.relative_to(root)
        if data is None:
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _name(names: dict[PurePath, int], naming: Naming) -> None:
    if naming.gone is not None:
        names.pop(naming.gone, None)
    if naming.given is not None:
        names[naming.given] = naming.node


def _left(node: Node, survives: Callable[[], bool]) -> bytes:
    if not node.waiting:
        return bytes(node.sure)
    data = deepcopy(node.sure)
    for change in node.waiting:
        for part in _sectors(change):
            if survives():
                _apply(data, part)
    return bytes(data)


def _sectors(change: Write | Cut) -> list[Write | Cut]:
    if isinstance(change, Cut):
        return [change]
    parts: list[Write | Cut] = []
    at, end = change.at, change.at + len(change.data)
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        parts.append(Write(at, change.data[at - change.at : until - change.at]))
        at = until
    return parts


def _apply(data: bytearray, change: Write | Cut) -> None:
    match change:
        case Cut(size):
            del data[size:]
            data.extend(bytes(size - len(data)))
        case Write(at, written):
            data.extend(bytes(max(0, at - len(data))))
            data[at : at + len(written)] = written


def _luck(rng: random.Random) -> Callable[[], bool]:
    """Sometimes all is lost, sometimes nothing, mostly any part of it."""
    chance = rng.choice((0.0, 1.0, 0.5, rng.random(), rng.random() ** 4, 1 - rng.random() ** 4))
    return lambda: rng.random() < chance
