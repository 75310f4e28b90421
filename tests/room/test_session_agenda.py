"""The agenda of a session."""

from dataclasses import replace

from away_day import pack, prepared

from collabkit.room.agenda import Agenda, AgendaKind, agenda_of
from collabkit.room.preparation import Times
from collabkit.room.suggesting import suggested_statements


def agenda(count: int, **times: int) -> Agenda:
    """The agenda with so many suggested statements."""
    statements = suggested_statements(pack(), count)
    return agenda_of(prepared(statements=statements, times=Times(**times)), pack())


def kinds(of: Agenda) -> str:
    """The parts in order, by their first letters."""
    return "".join(entry.kind.value[0] for entry in of.entries)


def test_a_short_session_has_no_break() -> None:
    """Welcome, statements, planning, closing."""
    assert kinds(agenda(4)) == "wsssspc"


def test_a_long_one_has_its_break_in_the_middle() -> None:
    """With more than 75 minutes of statements, unless no break is wanted."""
    assert kinds(agenda(12)) == "wssssssbsssssspc"
    assert kinds(agenda(12, pause=0)) == "wsssssssssssspc"
    assert kinds(agenda(1, room=90)) == "wspc"


def test_every_part_starts_where_the_one_before_ends() -> None:
    """And the last one ends with the session."""
    whole = agenda(9)
    ends = [entry.starts + entry.minutes for entry in whole.entries]
    assert [entry.starts for entry in whole.entries] == [0, *ends[:-1]]
    assert ends[-1] == whole.total


def test_single_minutes_add_up_to_the_time_of_all() -> None:
    """Twelve times 9 min 25 s are 113 minutes, and not twelve times ten."""
    minutes = [e.minutes for e in agenda(12).entries if e.kind is AgendaKind.STATEMENT]
    assert sum(minutes) == 113
    assert set(minutes) == {9, 10}


def test_the_usual_dozen_fits_into_the_usual_three_hours() -> None:
    """What is suggested can be held; with less time it says how much it is over."""
    assert (agenda(12).total, agenda(12).over) == (173, 0)
    assert agenda(12, available=150).over == 23


def test_at_most_twelve_are_talked_about() -> None:
    """The others are voted on and shown; the agenda says that it is an estimate."""
    fifteen = agenda(15)
    assert fifteen.total == agenda(12).total + 8  # three times 2 min 25 s
    assert "3 are read, voted on and shown without a talk" in fifteen.note
    assert "1 is read, voted on and shown" in agenda(13).note
    assert agenda(12).note == ""


def test_entries_name_their_statements() -> None:
    """By theme and first words, as people have seen them on the wall, and by id."""
    entry = agenda(3).entries[1]
    item_id = suggested_statements(pack(), 3)[0]
    section, words = entry.title.split(": ", 1)
    assert entry.item_id == item_id
    assert section == pack().section(pack().item(item_id).section).name
    assert words.endswith("…")
    assert pack().item(item_id).statement.startswith(words.removesuffix("…"))


def test_a_short_statement_stands_whole() -> None:
    """Nothing is cut that has room."""
    section = pack().section("COM")
    items = tuple(replace(item, statement="We talk, often.") for item in section.items)
    brief = replace(pack(), sections=(replace(section, items=items),))
    entry = agenda_of(prepared(statements=("COM-1",)), brief).entries[1]
    assert entry.title == "Communication: We talk, often."
