"""A calendar file, read back with another library: the same days and the same words."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.errors import EnvironmentProblemError
from collabkit.files import write_safely
from collabkit.reports.calendar import FollowUp, render_calendar
from collabkit.reports.calendar.checks import check_calendar
from collabkit.reports.plain_text import plain_line, plain_text

MADE = date(2026, 11, 22)
DAY = date(2027, 3, 1)
ODD = {
    "signs of the format": 'a, b; c: d \\ e \\n \\N \\, \\; "f" ^n',
    "lines": "one\ntwo\n\n\tthree\n",
    "lines of the format": "x\nEND:VEVENT\nBEGIN:VEVENT\nUID:other\nSUMMARY:other\r\nEND:VCALENDAR",
    "emoji": "👍🏽 👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿" * 20,
    "welsh": "Tŷ Gŵyl Dŵr " * 30,
    "arabic": "السلام عليكم ورحمة الله " * 20,
    "chinese": "我们一起工作，互相帮助。" * 30,
    "long": "We talk about this with many partners, and it is never easy; " * 70,
    "one word": "x" * 4000,
    "spaces": "  two before,  two inside, two after  ",
    "spaces where lines are folded": "a" * 62 + "   " + "b" * 71 + "  c",
    "bidi": "\u202eabc\u202c and \u2066def\u2069",
}


def entry(title: str = "Due: ask", text: str = "Who: the chair", uid: str = "a-1@x") -> FollowUp:
    return FollowUp(uid, DAY, title, text)


def events(*entries: FollowUp, name: str = "Plan") -> list[Any]:
    data = render_calendar(name, entries, MADE)
    return list(vobject.readOne(data.decode()).vevent_list)


def lines_of(data: bytes) -> list[bytes]:
    return data.split(b"\r\n")


def check_comes_back(title: str, text: str) -> None:
    (found,) = events(entry(title, text))
    assert found.summary.value == plain_line(title)
    assert found.description.value == plain_text(text)
    assert found.uid.value == "a-1@x"


@pytest.mark.parametrize("name", ODD)
def test_odd_text_comes_back(name: str) -> None:
    """Character for character; a title is one line."""
    check_comes_back(ODD[name], ODD[name])


@settings(max_examples=80)
@given(title=st.text(min_size=1, max_size=100), text=st.text(max_size=300))
def test_any_text_comes_back(title: str, text: str) -> None:
    """Control characters, which no calendar can hold, excepted."""
    check_comes_back(title, text)


@settings(max_examples=40)
@given(text=st.text("aŵ😀\\,; \n\tN", max_size=300))
def test_folded_and_escaped_text_comes_back(text: str) -> None:
    """Wherever a line is folded: inside an escape, before a space, after a wide letter."""
    check_comes_back("Due", text)


def test_text_cannot_add_entries() -> None:
    """Lines that look like the format stay text."""
    text = ODD["lines of the format"]
    data = render_calendar(text, [entry(text, text, uid=text)], MADE)
    assert [line for line in lines_of(data) if line.startswith((b"BEGIN:", b"END:"))] == [
        b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"BEGIN:VALARM", b"END:VALARM", b"END:VEVENT",
        b"END:VCALENDAR",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_every_line_is_short_and_ends_as_it_should(name: str) -> None:
    """At most 75 bytes and CR LF; no letter is cut in two."""
    data = render_calendar(ODD[name], [entry(ODD[name], ODD[name])], MADE)
    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in lines_of(data):
        assert len(line) <= 75
        assert b"\n" not in line
        line.decode()


def test_an_entry_is_a_whole_day_on_which_people_are_free() -> None:
    """Nobody is asked to come, and nobody is named."""
    (found,) = events(entry())
    assert found.dtstart.value == DAY
    assert not isinstance(found.dtstart.value, datetime)
    assert found.transp.value == "TRANSPARENT"
    data = render_calendar("Plan", [entry()], MADE)
    assert b"ORGANIZER" not in data
    assert b"ATTENDEE" not in data
    assert b"METHOD" not in data


def test_a_reminder_comes_a_week_before_at_nine() -> None:
    """Counted from the midnight with which the day begins."""
    (found,) = events(entry())
    assert found.valarm.trigger.value == timedelta(days=-7, hours=9)
    assert found.valarm.action.value == "DISPLAY"
    assert found.valarm.description.value == "Due: ask"


@pytest.mark.parametrize("days", [-400, 0, 1, 7])
def test_a_reminder_that_is_over_is_left_out(days: int) -> None:
    """It would ring the moment the file is opened."""
    (found,) = events(FollowUp("u", MADE + timedelta(days=days), "Due", "x"))
    assert not hasattr(found, "valarm")


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date.max])
def test_any_day_has_its_place(day: date) -> None:
    """Though nobody will plan for it."""
    data = render_calendar("Plan", [FollowUp("u", day, "Due", "x")], MADE)
    assert b"DTSTART;VALUE=DATE:" + f"{day.year:04}{day:%m%d}".encode() in data


def test_a_later_calendar_takes_the_place_of_an_earlier_one() -> None:
    """The entry has the same name and a higher number."""
    (before,) = events(entry())
    data = render_calendar("Plan", [entry(title="Other words")], MADE + timedelta(days=1))
    after = vobject.readOne(data.decode()).vevent
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) > int(before.sequence.value)
    assert before.dtstamp.value == datetime(2026, 11, 22, tzinfo=UTC)
    assert after.dtstamp.value > before.dtstamp.value


def test_entries_keep_their_order_and_bytes() -> None:
    """The clock has no part in it."""
    entries = [entry(uid=f"u{number}", title=f"Due {9 - number}") for number in range(9)]
    assert [found.uid.value for found in events(*entries)] == [f"u{number}" for number in range(9)]
    assert render_calendar("P", entries, MADE) == render_calendar("P", entries, MADE)


def test_the_calendar_has_a_name() -> None:
    """Which most programs show."""
    calendar = vobject.readOne(render_calendar("Plan; ŵ, x", [entry()], MADE).decode())
    assert calendar.contents["x-wr-calname"][0].value.replace("\\", "") == "Plan; ŵ, x"
    assert calendar.version.value == "2.0"


def test_a_calendar_without_entries_is_none() -> None:
    """The format wants at least one."""
    with pytest.raises(ValueError, match="at least one"):
        render_calendar("Plan", [], MADE)


def check(folder: Path, data: bytes) -> None:
    path = folder / "plan.ics"
    path.write_bytes(data)
    check_calendar(path)


WHOLE = render_calendar(
    "Plan", [entry(uid=f"u{number}", text=ODD["long"] + ODD["emoji"]) for number in range(5)], MADE
)


@pytest.mark.parametrize("name", ODD)
def test_a_whole_calendar_passes(name: str, tmp_path: Path) -> None:
    """Whatever stands in it."""
    check(tmp_path, render_calendar(ODD[name], [entry(ODD[name], ODD[name])], MADE))
    check(tmp_path, WHOLE)


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.7, 0.99, 0.9999])
def test_a_calendar_that_ends_early_is_refused(share: float, tmp_path: Path) -> None:
    """Wherever the disk was full."""
    with pytest.raises(EnvironmentProblemError, match="safe"):
        check(tmp_path, WHOLE[: int(len(WHOLE) * share)])


@pytest.mark.parametrize("place", range(0, 100, 7))
def test_a_hole_in_the_calendar_is_refused(place: int, tmp_path: Path) -> None:
    """A block of the disk that was never written reads as nought bytes."""
    data = bytearray(WHOLE)
    start = len(data) * place // 100
    data[start : start + 512] = bytes(len(data[start : start + 512]))
    with pytest.raises(EnvironmentProblemError):
        check(tmp_path, bytes(data))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"UID:u3\r\n", b""),
        (b"UID:u3\r\n", b"UID:u2\r\n"),
        (b"DTSTART;VALUE=DATE:20270301", b"DTSTART;VALUE=DATE:2027XX01"),
        (b"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:u3", b"UID:u3"),
        (b"\r\n", b"\n"),
        (b"Plan", b"Pl\xffn"),
        (b"X-WR-CALNAME:Plan", b"X-WR-CALNAME:" + b"x" * 80),
    ],
)
def test_a_calendar_that_is_not_as_promised_is_refused(
    before: bytes, after: bytes, tmp_path: Path
) -> None:
    """An entry without a name or twice, no day, entries in one another, other lines."""
    assert before in WHOLE
    with pytest.raises(EnvironmentProblemError):
        check(tmp_path, WHOLE.replace(before, after))


@pytest.mark.parametrize("data", [b"", b"Hello", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_something_else_is_refused(data: bytes, tmp_path: Path) -> None:
    """A calendar without entries included."""
    with pytest.raises(EnvironmentProblemError):
        check(tmp_path, data)


def test_a_bad_calendar_never_replaces_a_good_one(tmp_path: Path) -> None:
    """The check is made before the new file takes the name."""
    path = tmp_path / "plan.ics"
    path.write_bytes(b"the older one")
    with pytest.raises(EnvironmentProblemError):
        write_safely(path, WHOLE[:-5], check_calendar)
    assert path.read_bytes() == b"the older one"
