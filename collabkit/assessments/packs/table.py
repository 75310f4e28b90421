"""Read one table of a pack key by key; what does not fit becomes a fault, and reading goes on.

Every method that finds a fault returns a neutral value, because a pack with any fault is never
handed out: the point of going on is only to find the rest.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from collabkit.assessments.packs.faults import Faults, inside, shortened
from collabkit.assessments.packs.places import Placed, called
from collabkit.assessments.packs.values import described, number_expected, quoted
from collabkit.i18n import _, ngettext

LONGEST_TEXT = 2_000  # characters
LONGEST_LIST = 200
LONGEST_ID = 40
# Marks that turn lines round, and two that are no characters and fit into no spreadsheet.
_NEVER_SHOWN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


Choice = TypeVar("Choice", bound=StrEnum)


class Table:
    """One table of the file at a place that its faults name, such as ``item POW-3``."""

    __slots__ = ("_known", "_row_name", "_rows", "faults", "where")

    def __init__(
        self, rows: Mapping[str, Any], where: str, faults: Faults, row_name: str = ""
    ) -> None:
        """Read ``rows``; ``row_name`` is what the row is called that they fill in a spreadsheet."""
        self._rows = rows
        self._row_name = row_name
        self._known: set[str] = set()  # every key that was asked for
        self.where = where
        self.faults = faults
        if isinstance(rows, Placed):
            faults.remember(where, rows, row_name)

    def __contains__(self, key: str) -> bool:
        """Tell whether the file gives ``key``; asking makes it a known key."""
        self._known.add(key)
        return key in self._rows

    def fault(self, problem: str, key: str = "", entry: int | None = None) -> None:
        """Note something wrong at this place, with ``key`` if it is about one.

        ``entry`` counts from 0 if it is about one entry of a list.
        """
        self.faults.add(self.where, problem, key, self._rows, entry)

    def called(self, key: str, entry: int | None = None) -> str:
        """Return how faults call ``key`` in this kind of file."""
        return called(self._rows, key, entry)

    def known_as(self, where: str) -> None:
        """Let faults that are found later at ``where`` name the cells of this table."""
        if isinstance(self._rows, Placed):
            self.faults.remember(where, self._rows, self._row_name)

    def miss(self, key: str) -> None:
        """Note that ``key`` is not there."""
        is_blank = isinstance(self._rows, Placed) and self._rows.is_blank(key)
        problem = _("{key} is blank; please fill it in.") if is_blank else _("{key} is missing.")
        self.fault(problem.format(key=self.called(key)), key)

    def text(self, key: str, *, required: bool = True) -> str:
        """Return a text that is not empty, without spaces around; without one, an empty text."""
        value = self._value(key, required=required)
        return "" if value is None else self._checked_text(key, value)

    def ident(self, key: str) -> str:
        """Return an id, code or version: letters, digits, hyphens and dots."""
        value = self.text(key)
        plain = value.replace("-", "").replace(".", "")
        if value and not (len(value) <= LONGEST_ID and value.isascii() and plain.isalnum()):
            self.fault(
                _(
                    "{key} is {value}; it may have letters, digits, hyphens and dots only, "
                    "at most {limit} altogether."
                ).format(key=self.called(key), value=quoted(value), limit=LONGEST_ID),
                key,
            )
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts, none of them empty; without one, an empty tuple."""
        values = self._list(key, _("a list of texts"), required=required)
        return tuple(self._checked_text(key, value, at) for at, value in enumerate(values))

    def choice(self, key: str, kinds: type[Choice]) -> Choice | None:
        """Return one word of a closed vocabulary, or ``None``."""
        value = self.text(key)
        return self._checked_choice(key, value, kinds) if value else None

    def choices(self, key: str, kinds: type[Choice]) -> tuple[Choice, ...]:
        """Return a list of words of a closed vocabulary."""
        found = (self._checked_choice(key, v, kinds) for v in self.texts(key) if v)
        return tuple(word for word in found if word is not None)

    def truth(self, key: str) -> bool:
        """Return true or false; false without the key."""
        value = self._value(key, required=False)
        if value is None or isinstance(value, bool):
            return bool(value)
        expected = _("TRUE or FALSE") if self._is_in_cells else _("true or false")
        self._mistyped(key, value, expected)
        return False

    def whole(self, key: str, lowest: int, highest: int, *, required: bool = True) -> int | None:
        """Return a whole number from ``lowest`` to ``highest``, or ``None``."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        expected = _("a whole number from {lowest} to {highest}").format(
            lowest=lowest, highest=highest
        )
        self._mistyped(key, value, expected)
        return None

    def number(self, key: str, *, required: bool = True) -> Fraction | None:
        """Return an exact number between -1,000 and 1,000, or ``None``."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if (
            isinstance(value, int | Fraction)
            and not isinstance(value, bool)
            and -1000 <= value <= 1000
        ):
            return Fraction(value)
        self._mistyped(key, value, number_expected(value))
        return None

    def table(self, key: str, *, required: bool = True) -> "Table | None":
        """Return the table under ``key``, or ``None``."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if isinstance(value, dict):
            return Table(value, inside(self.where, key), self.faults, self._row_name)
        self._mistyped(key, value, _("a table"))
        return None

    def tables(
        self,
        key: str,
        *,
        named_by: str,
        title: str,
        most: int,
        required: bool = True,
        names_repeat: bool = False,
    ) -> Iterator["Table"]:
        """Yield the tables in the list under ``key``.

        ``title`` (with ``{name}``) makes a table's place from its own key ``named_by``, or from
        its number in the list if it has none. ``names_repeat`` says that other parts of the pack
        may have tables of the same name, so that the place has to name this part too.
        """
        values = self._list(key, _("a list of tables"), most=most, required=required)
        for number, value in enumerate(values, start=1):
            if not isinstance(value, dict):
                self._mistyped(key, value, _("a list of tables"))
                continue
            name = value.get(named_by)
            is_named = isinstance(name, str) and bool(name.strip())
            shown = (
                shortened(str(name), LONGEST_ID) if is_named else _("number {n}").format(n=number)
            )
            place = title.format(name=shown)
            if names_repeat or not is_named:
                place = _("{part} of {whole}").format(part=place, whole=self.where)
            yield Table(value, place, self.faults, place if is_named else self._row_name)

    def refuse_unknown(self) -> None:
        """Note every key that nobody asked for, with the missing key that is nearest to it."""
        for key in self._rows:
            if key in self._known:
                continue
            problem = _("key {key} is not known here.").format(key=quoted(key))
            if not self.faults.is_full and (near := _nearest(key, self._known - set(self._rows))):
                problem = _('key {key} is not known here. Did you mean "{near}"?').format(
                    key=quoted(key), near=near
                )
            self.fault(problem, key)

    def _value(self, key: str, *, required: bool) -> Any:
        self._known.add(key)
        value = self._rows.get(key)
        if value is None and required:
            self.miss(key)
        return value

    def _list(
        self, key: str, expected: str, *, required: bool, most: int = LONGEST_LIST
    ) -> list[Any]:
        value = self._value(key, required=required)
        if value is None:
            return []
        if not isinstance(value, list):
            self._mistyped(key, value, expected)
            return []
        if required and not value:
            self.fault(_("{key} is an empty list.").format(key=self.called(key)), key)
        if len(value) > most:
            self.fault(
                _("{key} has {number} entries; at most {most} are possible.").format(
                    key=self.called(key), number=len(value), most=most
                ),
                key,
            )
            return []
        return value

    def _checked_text(self, key: str, value: object, entry: int | None = None) -> str:
        called = self.called(key, entry)
        if not isinstance(value, str):
            self._mistyped(key, value, self._text_expected(value), entry)
        elif not value.strip():
            empty = _("{key} is blank; please fill it in.") if self._is_in_cells else ""
            empty = empty or _("{key} is an empty text.")
            self.fault(empty.format(key=called), key, entry)
        elif len(value) > LONGEST_TEXT:
            self.fault(
                ngettext(
                    "{key} has {number} character; at most {limit} are possible.",
                    "{key} has {number} characters; at most {limit} are possible.",
                    len(value),
                ).format(key=called, number=len(value), limit=LONGEST_TEXT),
                key,
                entry,
            )
        elif not value.isprintable() and _has_control(value):
            self.fault(
                _("{key} has an invisible control character.").format(key=called), key, entry
            )
        else:
            return value.strip()
        return ""

    def _checked_choice(self, key: str, value: str, kinds: type[Choice]) -> Choice | None:
        try:
            return kinds(value)
        except ValueError:
            words = ", ".join(f'"{kind}"' for kind in kinds)
            self.fault(
                _("{key} is {value}; it needs one of {words}.").format(
                    key=self.called(key), value=quoted(value), words=words
                ),
                key,
            )
            return None

    def _mistyped(self, key: str, value: object, expected: str, entry: int | None = None) -> None:
        self.fault(
            _("{key} is {found}; it needs {expected}.").format(
                key=self.called(key, entry), found=described(value), expected=expected
            ),
            key,
            entry,
        )

    @property
    def _is_in_cells(self) -> bool:
        return isinstance(self._rows, Placed)

    def _text_expected(self, value: object) -> str:
        if not self._is_in_cells:
            return _("a text between quotation marks")
        if isinstance(value, bool):
            return _("a text")
        return _("a text. Please format the cell as text and type it once more")


def _nearest(key: str, known: Iterable[str]) -> str | None:
    import difflib  # only for a pack that has this fault

    near = difflib.get_close_matches(key[:LONGEST_ID].lower(), sorted(known), n=1)
    return near[0] if near else None


def _has_control(text: str) -> bool:
    return any(c in _NEVER_SHOWN or (c != "\n" and unicodedata.category(c) == "Cc") for c in text)
