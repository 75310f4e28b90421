"""Write the tables of a pack as TOML, in one readable layout.

Reading what was written gives the same pack. Remarks of a file are not part of its tables and are
not kept.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.packs.keys import Key, Kind, Vocabulary
from collabkit.assessments.packs.shape import SHAPES

_WIDTH = 100
_RULE = "# " + "-" * 76
_HEAD = """\
# {title}
#
# A questionnaire for collabkit. "collabkit packs check FILE" lists everything that is not right
# yet; "Writing packs" in the documentation explains every key.

"""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}


def toml_of(tables: Mapping[str, Any]) -> str:
    """Return ``tables``, which have been read as a pack without a fault, as the text of a file."""
    shape = SHAPES[OutcomeKind(tables["outcome"]["kind"])]
    head = _HEAD.format(title=" ".join(tables["title"].split()))
    return head + "\n".join(_body(_in_order(tables, shape), shape)) + "\n"


def _in_order(table: Mapping[str, Any], shape: Vocabulary) -> dict[str, Any]:
    """Return the same table with its keys, and those of the tables in it, in the order of shape."""
    if unknown := set(table) - set(shape):
        raise ValueError(unknown)  # the tables were not read as a pack
    ordered: dict[str, Any] = {}
    for name, key in shape.items():
        if name not in table:
            continue
        ordered[name] = table[name]
        if key.kind is Kind.GROUP:
            ordered[name] = _in_order(table[name], key.inner)
        elif key.kind is Kind.GROUPS:
            ordered[name] = [_in_order(entry, key.inner) for entry in table[name]]
    return ordered


def _body(
    table: Mapping[str, Any], shape: Vocabulary, path: str = "", *, is_entry: bool = False
) -> Iterator[str]:
    """Give the lines of one table: its own keys first, as TOML demands, then those with a header.

    ``is_entry`` says that the table is one of a list; its own lists of answers and conditions
    then stay between brackets.
    """
    indent = _indent(path)
    headed = []
    for name, value in table.items():
        key = shape[name]
        stays = is_entry and key.named_by in ("", "code")
        if (key.kind is Kind.GROUPS and not stays) or (
            key.kind is Kind.GROUP and _needs_header(name, value)
        ):
            headed.append(name)
        else:
            yield from (indent + line for line in _lines(name, value))
    for name in headed:
        yield from _under_header(table[name], shape[name], f"{path}.{name}" if path else name)


def _under_header(value: Any, key: Key, path: str) -> Iterator[str]:
    indent = _indent(path)
    if key.kind is Kind.GROUP:
        yield from ("", f"{indent}[{path}]")
        yield from _body(value, key.inner, path)
        return
    for entry in value:
        if path == "section":
            yield from ("", "", _RULE, f"# {' '.join(entry['name'].split())}", _RULE)
        if path == "section.item":
            yield ""
        yield from ("", f"{indent}[[{path}]]")
        yield from _body(entry, key.inner, path, is_entry=True)


def _indent(path: str) -> str:
    """Set off what belongs to a statement."""
    return "  " if path.startswith("section.item.") else ""


def _lines(name: str, value: Any) -> Iterator[str]:
    """Give one key with its value: in one line if it fits, a list otherwise an entry a line."""
    line = f"{name} = {_value(value)}"
    if not isinstance(value, list) or not _is_list_of_lines(name, value, line):
        yield line
        return
    yield f"{name} = ["
    yield from (f"  {_value(entry)}," for entry in value)
    yield "]"


def _is_list_of_lines(name: str, value: list[Any], line: str) -> bool:
    is_rows = len(value) > 1 and isinstance(value[0], dict)
    return bool(value) and (is_rows or name == "levels" or len(line) > _WIDTH)


def _needs_header(name: str, value: Mapping[str, Any]) -> bool:
    has_tables = any(isinstance(inner, dict) for inner in value.values())
    return has_tables or name == "outcome" or len(f"{name} = {_value(value)}") > _WIDTH


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case Fraction():
            return _number(value)
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            inner = ", ".join(f"{key} = {_value(entry)}" for key, entry in value.items())
            return f"{{ {inner} }}"
        case int():
            return str(value)
        case _other:
            raise TypeError(type(value))  # nothing else is ever read as part of a pack


def _text(text: str) -> str:
    if '"' in text and "'" not in text and "\n" not in text:
        return f"'{text}'"
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def _number(number: Fraction) -> str:
    """Write a number that was read from at most 20 characters; its decimals come to an end."""
    with localcontext(prec=60):
        return format(Decimal(number.numerator) / Decimal(number.denominator), "f")
