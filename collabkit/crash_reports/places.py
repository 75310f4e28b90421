"""Where in the program something went wrong, in names that are only ever ours.

Paths hold names of users, texts of errors hold what somebody typed, and threads may be called
after anything. So a place is the name of a module of ours with its line, or the bare name of a
library that comes with the program; everything else is "other code".
"""

import builtins
import os
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

_PACKAGE = Path(__file__).parents[1]
# What the program is made of beside itself and Python: names that say nothing about anybody.
_LIBRARIES = {
    *("PySide6", "shiboken6", "sqlalchemy", "alembic", "mako", "sqlcipher3", "reportlab", "PIL"),
    *("platformdirs", "filelock", "openpyxl", "et_xmlfile", "docx", "lxml", "jinja2", "markupsafe"),
    *("icalendar", "dateutil", "tzdata", "pikepdf", "cryptography", "cffi", "packaging"),
}
_PYTHON = str(Path(os.__file__).parent) + os.sep
_OTHER_CODE = "other code"
_OTHER_KIND = "another kind of error"
_BETWEEN = " < "
_PLACE = re.compile(r"(collabkit(?:\.\w{1,60}){0,8}):\d{1,6}(?: [\w<>]{1,60})?", re.ASCII)
_NAME = re.compile(r"[A-Za-z_<][A-Za-z0-9_<>]{0,60}", re.ASCII)
_MOST_INNER, _MOST_OUTER = 20, 8  # a runaway recursion passes through a thousand places
_MOST_KINDS = 5


def place(filename: str, line: int | None, function: str) -> str:
    """Return ``collabkit.ui.window:120 closeEvent``, ``sqlalchemy`` or ``other code``."""
    module = _module_of_ours(filename)
    if module is not None:
        where = f"{module}:{line or 0}"
        return f"{where} {function}" if _NAME.fullmatch(function) else where
    return _library(filename)


def places_of(trace: TracebackType | None) -> tuple[str, ...]:
    """Return the places that an error passed through, the innermost first; lines are not read."""
    found = [
        place(frame.f_code.co_filename, line, frame.f_code.co_name)
        for frame, line in walk_tb(trace)
    ]
    return shortened(reversed(found))


def shortened(places: Iterator[str]) -> tuple[str, ...]:
    """Return ``places`` without repetitions in a row, and without the middle of a long way."""
    once = [place for place, _same in groupby(places)]
    if len(once) <= _MOST_INNER + _MOST_OUTER:
        return tuple(once)
    return (*once[:_MOST_INNER], "…", *once[-_MOST_OUTER:])


def kinds_of(error: BaseException) -> tuple[str, ...]:
    """Return the kind of ``error`` and of those that led to it, without their texts."""
    return tuple(kind_name(type(one)) for one in _chain_of(error))


def whole_way(error: BaseException) -> tuple[str, ...]:
    """Return the places of ``error``, then of each that led to it under a line with its kind."""
    first, *others = _chain_of(error)
    way = list(places_of(first.__traceback__))
    for one in others:
        way += [f"after {kind_name(type(one))}:", *places_of(one.__traceback__)]
    return tuple(way)


def kind_name(kind: type[BaseException]) -> str:
    """Return ``ValueError`` or ``sqlite3.OperationalError``; of what is not known, no name."""
    top = kind.__module__.partition(".")[0]
    if not _NAME.fullmatch(kind.__name__) or not _is_known(top):
        return _OTHER_KIND
    return kind.__name__ if top == "builtins" else f"{top}.{kind.__name__}"


def note_of(kind: str, places: tuple[str, ...]) -> str:
    """Return one line that says what went wrong and where."""
    return f"{kind} at {_BETWEEN.join(places) or 'unknown place'}"


def is_note(text: str) -> bool:
    """Tell whether ``text`` is a line that ``note_of`` may have made, and holds no other word."""
    kind, _at, places = text.partition(" at ")
    return _may_be_kind(kind) and all(map(_may_be_place, places.split(_BETWEEN)))


def _may_be_kind(text: str) -> bool:
    top, _dot, name = text.rpartition(".")
    if not top:
        kind = getattr(builtins, text, None)
        return text == _OTHER_KIND or (isinstance(kind, type) and issubclass(kind, BaseException))
    return _is_known(top) and _NAME.fullmatch(name) is not None


def _may_be_place(text: str) -> bool:
    ours = _PLACE.fullmatch(text)
    if ours is None:
        return text in _LIBRARIES or text in (_OTHER_CODE, "Python", "…", "unknown place")
    inside = _PACKAGE.joinpath(*ours[1].split(".")[1:])
    return inside.is_dir() or inside.with_name(f"{inside.name}.py").is_file()


def _chain_of(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and not any(one is other for other in chain) and len(chain) < _MOST_KINDS:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return chain


def _module_of_ours(filename: str) -> str | None:
    parts = re.split(r"[/\\]", filename)
    if _PACKAGE.name not in parts or not filename.endswith(".py"):
        return None
    at = len(parts) - 1 - parts[::-1].index(_PACKAGE.name)
    inside = parts[at + 1 :]
    # A folder of somebody's may bear our name too: only what is really in the program counts.
    if not inside or not _PACKAGE.joinpath(*inside).is_file():
        return None
    names = (_PACKAGE.name, *inside[:-1], inside[-1].removesuffix(".py"))
    return ".".join(name for name in names if name != "__init__")


def _library(filename: str) -> str:
    parts = re.split(r"[/\\]", filename)
    for folder in ("site-packages", "dist-packages"):
        if folder in parts[:-1]:
            name = parts[parts.index(folder) + 1].removesuffix(".py")
            return name if name in _LIBRARIES else _OTHER_CODE
    is_python = filename.startswith(_PYTHON)
    return "Python" if is_python or filename.startswith("<frozen ") else _OTHER_CODE


def _is_known(top: str) -> bool:
    return top == _PACKAGE.name or top in _LIBRARIES or top in sys.stdlib_module_names
