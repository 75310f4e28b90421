"""Ways in which a file goes wrong, by accident or on purpose, each from a number that chooses.

All take a ``random.Random``: the same number gives the same file again.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

Mutate = Callable[[Random, bytes], bytes]

_MOST = 400_000  # bytes of anything made here; larger files have tests of their own
_INTERESTING = (0, 1, 9, 10, 13, 27, 32, 34, 39, 44, 59, 61, 91, 93, 123, 125, 127, 128, 192, 255)
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 2**31, 2**63, -(2**63) - 1, 10**30, 10**400, 1e308, -0.0,
    float("nan"), float("inf"), "", " ", "\n", "x" * 5_000, "\ud800", "\u202e", "\0", "\x1b[2J",
    "=1+1", "../../etc/passwd", "C:\\con", "<b>", "{name}", "%s%n", "dk", "4", "2026-13-45",
    "2026-11-22", "0001-01-01", "9999-12-31", "İ", "ﬀ", "👩\u200d👧", "'; DROP TABLE response; --",
    [], {}, [[]], {"": {}}, [None] * 50, {"a": {"b": {"c": [1, {"d": []}]}}},
)  # fmt: skip
_JSON_WORDS = (
    b"null",
    b"NaN",
    b"1e999",
    b"-",
    b"[",
    b"{",
    b'"',
    b"\\ud800",
    b"\\",
    b",,",
    b"9" * 400,
)
_TOML_WORDS = (
    "true", "-1", "99999999999999999999999", "1e400", "nan", "inf",
    '""', '"""', "'''", "[]",
    "[[]]", "{}", "{a={b={}}}", "1979-05-27T07:32:00Z", "2026-13-45",
    '"\\ud800"', '"\\u0000"', "[" * 200,
    '"\\U0001F600"', "0x1F", "1_000", '"a" = 1', "# ", '"{name} %s <b>"', '"=1+1"', "a.b.c.d = 1",
)  # fmt: skip
_CELLS = (
    "", " ", "=1+1", "@SUM(1)", "\x00", "\x1b", "9" * 400, "-1", "dk", "na", "4", "4.0", "1e3",
    "NaN", '"', "'", "a\nb", "a\rb", "\u202e", "\ud7ff", "İ", "x" * 40_000, "trustee", "robot",
    "2026-11-22",
)  # fmt: skip


def by_bytes(random: Random, data: bytes, words: Sequence[bytes] = ()) -> bytes:
    """Flip, cut, double, overwrite and insert, up to six times."""
    changed = bytearray(data)
    for _time in range(random.randint(1, 6)):
        at = random.randint(0, len(changed))
        length = random.choice((0, 1, 1, 2, 4, 16, random.randint(0, 2_000)))
        match random.randrange(8):
            case 0 if at < len(changed):
                changed[at] ^= 1 << random.randrange(8)
            case 1 if at < len(changed):
                changed[at] = random.choice(_INTERESTING)
            case 2:
                del changed[at : at + length]
            case 3:
                changed[at:at] = changed[at : at + length] * random.choice((1, 2, 50))
            case 4:
                changed[at:at] = random.randbytes(length)
            case 5:
                changed[at : at + length] = bytes(length)
            case 6 if words:
                changed[at : at + random.choice((0, 1, 8))] = random.choice(words)
            case 7 if random.random() < 0.2:
                del changed[at:]
            case _:
                pass
    return bytes(changed[:_MOST])


def by_json(random: Random, data: bytes) -> bytes:
    """Another value somewhere, a key more or less, a part in another place; or other bytes."""
    if random.random() < 0.35:
        return by_bytes(random, data, _JSON_WORDS)
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return by_bytes(random, data, _JSON_WORDS)
    for _time in range(random.choice((1, 1, 1, 2, 3))):
        told = _with_one_change(random, told)
    return json.dumps(told, ensure_ascii=random.random() < 0.7).encode(errors="surrogatepass")


def _with_one_change(random: Random, told: Any) -> Any:
    places = list(_places(told))
    holder, key = random.choice(places) if places else (None, None)
    if holder is None:
        return deepcopy(random.choice(ODD))
    match random.randrange(7):
        case 0 | 1 | 2:
            holder[key] = deepcopy(random.choice(ODD))
        case 3:
            del holder[key]
        case 4 if isinstance(holder, list):
            holder.extend([holder[key]] * random.choice((1, 30)))
        case 4:
            holder[f"{key} "] = holder[key]
        case 5:
            other, place = random.choice(places)
            holder[key] = deepcopy(other[place])  # nothing may hold itself
        case _:
            value = holder[key]
            if isinstance(value, bool | None):
                holder[key] = str(value)
            elif isinstance(value, int):
                holder[key] = random.choice((value + 1, -value, value * 10**9, str(value)))
            elif isinstance(value, str):
                holder[key] = by_bytes(random, value.encode("utf-8", "replace")).decode(
                    "utf-8", "replace"
                )
    return told


def _places(told: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    left = [told] if isinstance(told, dict | list) else []
    while left and len(found) < 20_000:
        part = left.pop()
        keys = part.keys() if isinstance(part, dict) else range(len(part))
        for key in keys:
            found.append((part, key))
            if isinstance(part[key], dict | list):
                left.append(part[key])
    return found


def by_lines(random: Random, data: bytes) -> bytes:
    """TOML: other values behind the equals sign, lines and tables doubled, moved and left out."""
    if random.random() < 0.3:
        return by_bytes(random, data, [word.encode() for word in _TOML_WORDS])
    lines = data.decode("utf-8", "replace").split("\n")
    for _time in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(lines))
        name, sign, _value = lines[at].partition(" = ")
        match random.randrange(6):
            case 0 | 1 | 2 if sign:
                lines[at] = f"{name} = {random.choice(_TOML_WORDS)}"
            case 3:
                lines.insert(random.randrange(len(lines)), lines[at])
            case 4 if len(lines) > 1:
                del lines[at]
            case _:
                lines[at] = random.choice(
                    (
                        "[[section]]",
                        "[outcome]",
                        "[a]",
                        "[[a]]",
                        "x",
                        f"{name} = ",
                        "[[section.item]]",
                    )
                )
    return "\n".join(lines).encode()


def by_cells(random: Random, data: bytes) -> bytes:
    """CSV: other cells, rows and columns more or less, another separator, another alphabet."""
    if random.random() < 0.3:
        return by_bytes(random, data, (b'"', b"\r", b"\n", b",", b"\xef\xbb\xbf", b"\0"))
    rows = [list(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig", "replace")))]
    for _time in range(random.choice((1, 2, 5))):
        row = random.choice(rows or [[]])
        match random.randrange(5):
            case 0 | 1 | 2 if row:
                row[random.randrange(len(row))] = random.choice(_CELLS)
            case 3:
                rows.insert(random.randint(0, len(rows)), list(row) * random.choice((1, 1, 30)))
            case _:
                row.append(random.choice(_CELLS))
    text = io.StringIO()
    # Without quoting, some signs cannot be written; then they are left out.
    csv.writer(text, delimiter=random.choice(",,,;\t|")).writerows(rows)
    codec = random.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"))
    return text.getvalue().encode(codec, "replace")[:_MOST]


def by_members(change: dict[str, Mutate], finished: Callable[[dict[str, bytes]], bytes]) -> Mutate:
    """Zip: one member changed by its ending's way, or the container itself."""

    def mutate(random: Random, data: bytes) -> bytes:
        if random.random() < 0.3:
            return by_bytes(random, data, (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"))
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
            return by_bytes(random, data)
        name = random.choice(sorted(members))
        ending = name.rpartition(".")[2]
        match random.randrange(8):
            case 0:
                del members[name]
            case 1:
                members[random.choice(("../x.json", name.upper(), name + "/", "a" * 300))] = b"{}"
            case _:
                members[name] = change.get(ending, by_bytes)(random, members[name])
        return finished(members)

    return mutate


def zipped(members: dict[str, bytes]) -> bytes:
    """Return an ordinary zip."""
    container = io.BytesIO()
    with zipfile.ZipFile(container, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return container.getvalue()
