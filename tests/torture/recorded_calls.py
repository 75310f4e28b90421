"""What a real process does to the disk, as strace writes it down, done to a ``Disk``.

A call that changes files and is not known here is an error: it would be forgotten otherwise.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from blocks_and_names import Disk

_CALLS = (
    "open,openat,openat2,creat,close,dup,dup2,dup3,fcntl,write,pwrite64,writev,pwritev,pwritev2,"
    "fsync,fdatasync,ftruncate,truncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,"
    "symlink,symlinkat,mkdir,mkdirat,rmdir,fallocate,copy_file_range,sendfile,splice,lseek,"
    "sync_file_range,read,clone,clone3,fork,vfork,chdir"
)
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+|\?|0x[0-9a-f]+)", re.DOTALL)
_UNFINISHED = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)$", re.DOTALL)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_TELLING = 1  # what the process says on its standard output


@dataclass(frozen=True)
class Call:
    """One call that did not fail."""

    name: str
    arguments: str
    result: int

    @property
    def texts(self) -> list[bytes]:
        """The strings among the arguments."""
        return [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(self.arguments)]

    @property
    def paths(self) -> list[PurePath]:
        """The paths among the arguments, without dots."""
        return [PurePath(os.path.normpath(os.fsdecode(text))) for text in self.texts]

    def number(self, place: int) -> int:
        """The argument at ``place``, counted from the end if it is negative."""
        return int(self.arguments.split(", ")[place].split("<")[0], 0)


def record(strace: str, log: Path, program: Path, *arguments: str) -> list[Call]:
    """Run a program to its end and return what it did; it must end well."""
    done = subprocess.run(
        [
            strace, "-f", "-xx", "-s", "100000000", "-o", str(log), "-e", f"trace={_CALLS}",
            "-e", "raw=read", sys.executable, str(program), *arguments,
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the recorded program failed:\n{done.stderr}")
    return list(_calls(log))


def _calls(log: Path) -> Iterator[Call]:
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            text = line.rstrip("\n")
            if unfinished := _UNFINISHED.match(text):
                begun[unfinished[1]] = unfinished[2]
                continue
            if resumed := _RESUMED.match(text):
                text = f"{resumed[1]} {begun.pop(resumed[1])}{resumed[2]}"
            found = _LINE.match(text)
            if found and found[4] != "?" and int(found[4], 0) >= 0:
                yield Call(found[2], found[3], int(found[4], 0))


class Player:
    """Does recorded calls to a disk, one after the other, and keeps what the process said."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self._open: dict[int, tuple[int, int]] = {}  # by descriptor: file, and where it stands
        self._appends: set[int] = set()
        self.said: list[str] = []

    def play(self, call: Call) -> bool:
        """Do one call; tell whether it changed anything that a power cut could take."""
        match call.name:
            case "open" | "openat" | "creat":
                return self._opened(call)
            case "close":
                self._open.pop(call.number(0), None)
                return False
            case "write" | "pwrite64":
                return self._wrote(call)
            case "lseek":
                if call.number(0) in self._open:
                    node, _at = self._open[call.number(0)]
                    self._open[call.number(0)] = (node, call.result)
                return False
            case "read":
                if call.number(0) in self._open:
                    node, at = self._open[call.number(0)]
                    self._open[call.number(0)] = (node, at + call.result)
                return False
            case "fsync" | "fdatasync":
                if call.number(0) not in self._open:
                    return False
                self.disk.sync(self._open[call.number(0)][0])
                return True
            case "ftruncate":
                if call.number(0) not in self._open:
                    return False
                self.disk.cut(self._open[call.number(0)][0], call.number(-1))
                return True
            case "unlink" | "unlinkat" | "rmdir":
                return self._named(call, lambda path: self.disk.remove(path))
            case "rename" | "renameat" | "renameat2":
                return self._named(call, lambda old, new: self.disk.rename(old, new))
            case "link" | "linkat":
                return self._named(call, lambda old, new: self.disk.link(old, new))
            case "mkdir" | "mkdirat":
                return self._named(call, lambda path: self._made(path))
            case "fcntl" if "F_DUPFD" not in call.arguments:
                return False
            case _other:
                self._refuse(call)
                return False

    def _opened(self, call: Call) -> bool:
        path = call.paths[0]
        self._open.pop(call.result, None)
        self._appends.discard(call.result)
        if not self.disk.holds(path):
            return False
        node, changed = self.disk.node(path), False
        if node is None:
            if "O_CREAT" not in call.arguments:
                raise RuntimeError(f"{path} was opened, and is not known to be there")
            node, changed = self.disk.create(path), True
        elif "O_TRUNC" in call.arguments and self.disk.size(node):
            self.disk.cut(node, 0)
            changed = True
        self._open[call.result] = (node, 0)
        if "O_APPEND" in call.arguments:
            self._appends.add(call.result)
        return changed

    def _wrote(self, call: Call) -> bool:
        descriptor = call.number(0)
        if descriptor not in self._open:
            if descriptor == _TELLING:
                self.said += call.texts[0].decode().splitlines()
            return False
        node, at = self._open[descriptor]
        data = call.texts[0][: call.result]
        if call.name == "pwrite64":
            self.disk.write(node, call.number(-1), data)
            return True
        at = self.disk.size(node) if descriptor in self._appends else at
        self.disk.write(node, at, data)
        self._open[descriptor] = (node, at + len(data))
        return True

    def _named(self, call: Call, change: Callable[..., None]) -> bool:
        if not any(self.disk.holds(path) for path in call.paths):
            return False
        if "AT_FDCWD" not in call.arguments and "at" in call.name:
            raise NotImplementedError(f"{call.name} below an open folder: {call.arguments:.200}")
        change(*call.paths)
        return True

    def _made(self, path: PurePath) -> None:
        self.disk.create(path, is_folder=True)

    def _refuse(self, call: Call) -> None:
        known = {"clone", "clone3"}  # a thread; a process of its own would show as fork
        if call.name in known and "CLONE_FILES" in call.arguments:
            return
        used = [number for number in self._open if re.search(rf"\b{number}\b", call.arguments)]
        if call.name in ("clone", "clone3", "fork", "vfork", "chdir") or used or call.texts:
            raise NotImplementedError(f"{call.name}({call.arguments:.200})")
