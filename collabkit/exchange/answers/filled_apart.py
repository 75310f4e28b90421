"""Opens a stranger's PDF and tells what is in its fields: runs apart, in a process of its own.

qpdf reads whatever it is given: ten megabytes of digits become seven hundred of objects, and
nothing in it can be stopped half way. So this file is run as a script by ``filled_process``, with
nothing of the program around it. A limit that is reached ends the process and nothing else.

In: the bytes of the file. Out: one line of JSON, either ``{"fields": [[name, values], ...]}`` or
``{"reason": ...}`` with the reason of an ``UnreadableError``. A field has no value, one, or several
if it contradicts itself. Only what a form can hold is followed; scripts, actions and whatever is
attached are never looked at.
"""

import contextlib
import faulthandler
import io
import json
import re
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeGuard

MOST_FIELDS = 5_000
MOST_PAGES = 1_000
MOST_DEPTH = 12  # of fields in fields
MOST_CHOSEN = 10  # values of one field, which a contradiction repeats
LONGEST_NAME = 300  # characters
LONGEST_VALUE = 10_000
MOST_TEXT = 2_000_000  # characters altogether
_SECONDS = 1.5  # an ordinary form takes a hundredth of that
_MEMORY = 224 * 1024 * 1024  # bytes of address space
_UNPACKED = 4_000_000  # bytes of one stream; only tables of objects are ever unpacked
_HEAD = 1024  # bytes in which a PDF says that it is one
# What programs add to a name when they put files together or make room for another.
_COUNTED = re.compile(r"(#\d+|\[\d+\])+$")
_OFF = "/Off"


class UnreadableError(Exception):
    """The text of the error is "no pdf", "locked", "damaged", "no form" or "too much"."""


def fields_in(data: bytes) -> list[tuple[str, list[str]]]:
    """Return the whole name of every field in a PDF, and its values; raises ``UnreadableError``."""
    import pikepdf

    if b"%PDF-" not in data[:_HEAD]:
        raise UnreadableError("no pdf")
    try:
        # A file that has to be mended has lost something, and be it somebody's last answers.
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            return _read(pdf)
    except pikepdf.PasswordError as error:
        raise UnreadableError("locked") from error
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # whatever a library makes of a stranger's file
        raise UnreadableError("damaged") from error


def _read(pdf: Any) -> list[tuple[str, list[str]]]:
    pdf.get_warnings()  # those so far are about pages, which have no part in this
    found = list(_Form(pdf).fields())
    if pdf.get_warnings():  # something was not what it should be, and was taken for nothing
        raise UnreadableError("damaged")
    if not found:
        raise UnreadableError("no form")
    return found


class _Form:
    """The fields of one open PDF, each looked at once."""

    def __init__(self, pdf: Any) -> None:
        from pikepdf import Array, Dictionary, Name, Stream, String

        self._pdf = pdf
        self._array, self._dictionary, self._name = Array, Dictionary, Name
        self._stream, self._string = Stream, String
        self._seen: set[tuple[int, int]] = set()
        self._count = 0
        self._text = 0

    def fields(self) -> Iterator[tuple[str, list[str]]]:
        """Yield name and values of every field, from the form's tree or else from the pages."""
        form = self._pdf.Root.get("/AcroForm")
        tops = self._list(form, "/Fields")
        for top in tops or self._tops_on_pages():
            yield from self._walk(top, (), {})

    def _walk(
        self, node: Any, above: tuple[str, ...], handed_down: dict[str, Any]
    ) -> Iterator[tuple[str, list[str]]]:
        if not self._is_new(node):
            return
        if len(above) > MOST_DEPTH:
            raise UnreadableError("too much")
        name = _COUNTED.sub("", self._as_text(node.get("/T", "")))
        names = (*above, name) if name else above
        entries = {key: node.get(key, handed_down.get(key)) for key in ("/FT", "/V", "/Opt")}
        kids = self._list(node, "/Kids")
        fields = [kid for kid in kids if self._is_dictionary(kid) and "/T" in kid]
        for kid in fields:
            yield from self._walk(kid, names, entries)
        if not fields and names:
            widgets = [kid for kid in kids if self._is_new(kid)] or [node]
            yield ".".join(names)[:LONGEST_NAME], self._values(entries, widgets)

    def _values(self, entries: dict[str, Any], widgets: list[Any]) -> list[str]:
        kind, value = entries["/FT"], entries["/V"]
        if kind == "/Btn" or (kind is None and isinstance(value, self._name)):
            values = self._chosen(value, widgets, self._list(entries, "/Opt"))
        elif isinstance(value, self._array):
            values = [self._as_text(each) for each in islice(value, MOST_CHOSEN)]
        else:
            values = [self._as_text(value)]
        if kind == "/Ch":
            values = [self._code(each, self._list(entries, "/Opt")) for each in values]
        values = list(dict.fromkeys(each for each in values if each))
        self._text += sum(map(len, values))
        if self._text > MOST_TEXT:
            raise UnreadableError("too much")
        return values

    def _chosen(self, value: Any, widgets: list[Any], exports: list[Any]) -> list[str]:
        """Return what the buttons of a field say, and what the field says itself.

        Programs should write both alike, but some only write one.
        """
        states = [self._states(widget) for widget in widgets]
        shown = [
            str(widget.get("/AS"))
            for widget, known in zip(widgets, states, strict=True)
            if widget.get("/AS", _OFF) != _OFF and (not known or str(widget.get("/AS")) in known)
        ]
        said = self._as_text(value)
        said = said if said.startswith("/") or not said else f"/{said}"
        both = [each for each in (said, *shown) if each and each != _OFF]
        return [self._exported(each[1:], states, exports) for each in both]

    def _states(self, widget: Any) -> set[str]:
        looks = widget.get("/AP")
        normal = looks.get("/N") if self._is_dictionary(looks) else None
        return set(normal.keys()) - {_OFF} if self._is_dictionary(normal) else set()

    def _exported(self, state: str, states: list[set[str]], exports: list[Any]) -> str:
        """Return the value that a button stands for: its state, or what a list says about it."""
        codes = [self._as_text(export) for export in exports]
        places = [place for place, known in enumerate(states) if f"/{state}" in known]
        if not places and state.isdecimal() and state not in codes:
            places = [int(state)]
        return codes[places[0]] if places and places[0] < len(codes) else state

    def _code(self, shown: str, options: list[Any]) -> str:
        """Return the code of an option that is chosen out of a list."""
        for option in options:
            if isinstance(option, self._array) and len(option) == 2:
                code, name = (self._as_text(each) for each in option)
                if shown in (code, name):
                    return code
        return shown

    def _as_text(self, value: Any) -> str:
        if isinstance(value, self._stream):
            value = self._string(value.read_bytes())
        if isinstance(value, (self._name, self._string, str, int)):
            return str(value)[:LONGEST_VALUE]
        return ""

    def _tops_on_pages(self) -> Iterator[Any]:
        """Yield the outermost fields of what is on the pages, where the form does not list them."""
        waiting = [self._pdf.Root.get("/Pages")]
        for _page in range(MOST_PAGES):
            if not waiting:
                return
            node = waiting.pop()
            if not self._is_new(node):
                continue
            waiting += reversed(self._list(node, "/Kids"))
            for each in self._list(node, "/Annots"):
                if self._is_dictionary(each) and each.get("/Subtype") == "/Widget":
                    yield self._top_of(each)
        raise UnreadableError("too much")

    def _top_of(self, node: Any) -> Any:
        for _level in range(MOST_DEPTH):
            parent = node.get("/Parent")
            if not self._is_dictionary(parent):
                return node
            node = parent
        raise UnreadableError("too much")

    def _list(self, node: Any, key: str) -> list[Any]:
        found = node.get(key) if isinstance(node, dict) or self._is_dictionary(node) else None
        if not isinstance(found, self._array):
            return []
        if len(found) > MOST_FIELDS:
            raise UnreadableError("too much")
        return list(found)

    def _is_dictionary(self, node: Any) -> TypeGuard[Any]:
        return isinstance(node, self._dictionary)

    def _is_new(self, node: Any) -> bool:
        """Tell whether a dictionary is met for the first time; counts them."""
        if not self._is_dictionary(node):
            return False
        self._count += 1
        if self._count > MOST_FIELDS * 4:
            raise UnreadableError("too much")
        if node.objgen != (0, 0):
            if node.objgen in self._seen:
                return False
            self._seen.add(node.objgen)
        return True


def _limit() -> None:
    """Give this process little time and memory; systems without such limits have the time alone."""
    import pikepdf.settings

    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=_UNPACKED,
        run_length_max_memory=_UNPACKED,
        png_max_memory=_UNPACKED,
        tiff_max_memory=_UNPACKED,
        dct_max_memory=1,
        max_stream_filters=3,
        parser_max_nesting=50,
        doc_max_warnings=1_000,
    )
    # A watch of its own thread: it needs nothing of Python to end the process.
    faulthandler.dump_traceback_later(_SECONDS, exit=True)
    try:
        import resource
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))


def main() -> None:
    """Read a file from the standard input and write what is in it."""
    _limit()
    try:
        said: dict[str, object] = {"fields": fields_in(sys.stdin.buffer.read())}
    except UnreadableError as error:
        said = {"reason": str(error)}
    except MemoryError:
        said = {"reason": "too much"}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
