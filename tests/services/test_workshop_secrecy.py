"""Only tallies are ever on the disk: who answered what, and in which order, is nowhere."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from workshop_days import TODAY, by_slips, form, on, prepared, voting

from collabkit.assessments.tally import tally_answers
from collabkit.room import votes
from collabkit.services import Services
from collabkit.services.workshops import Session

# The order in which slips came out of the box, which no tally has.
SLIPS = ("5", "1", "4", "1", "5", "2", "4", "5")
COUNTS = {"1": 2, "2": 1, "3": 0, "4": 2, "5": 3}


def record_of(services: Services, session: Session) -> dict[str, Any]:
    """What the file says about the session, read without collabkit."""
    with closing(sqlite3.connect(services.folder.database)) as connection:
        (text,) = connection.execute(
            "SELECT record FROM session WHERE id = ?", (session.id,)
        ).fetchone()
    found: dict[str, Any] = json.loads(text)
    return found


def everything_in(services: Services) -> bytes:
    """Every byte in the folder of the data."""
    files = (path for path in services.folder.root.rglob("*") if path.is_file())
    return b"".join(path.read_bytes() for path in sorted(files))


def test_an_open_vote_is_not_on_the_disk(services: Services) -> None:
    """Whatever has been counted or keyed in so far."""
    session = prepared(services)
    before = voting(session.meeting)
    services.workshops.keep(session.id, before, TODAY)
    empty = record_of(services, session)
    meeting = votes.count_hands(before, {"2": 3})
    for code in SLIPS[:5]:
        meeting = votes.take_slip(meeting, code)
    services.workshops.keep(session.id, meeting, TODAY)
    assert record_of(services, session) == empty


def test_a_closed_vote_is_its_counts(services: Services) -> None:
    """Slips leave neither their order nor anything that is one person's."""
    session = prepared(services)
    meeting = by_slips(session.meeting, "".join(SLIPS))
    services.workshops.keep(session.id, meeting, TODAY)
    (vote,) = record_of(services, session)["turns"][0]["votes"]
    assert vote == {
        "counts": COUNTS,
        "dont_know": 0,
        "not_applicable": 0,
        "further": {},
        "hidden": 0,
        "came": {"slips": 8},
        "is_revealed": True,
    }
    raw = everything_in(services)
    for order in (SLIPS, SLIPS[::-1]):
        for between in ("", ",", '","', ", ", "\n", "\0"):
            assert between.join(order).encode() not in raw


def test_counts_by_way_are_not_kept(services: Services) -> None:
    """Whoever knows the raised hands cannot take them off the whole."""
    session = prepared(services)
    meeting = votes.count_hands(voting(session.meeting), {"5": 3})
    for code in ("1", "1", "2", "2", "4"):
        meeting = votes.take_slip(meeting, code)
    services.workshops.keep(session.id, on(on(meeting)), TODAY)
    (vote,) = record_of(services, session)["turns"][0]["votes"]
    assert vote["came"] == {"hands": 3, "slips": 5}
    assert vote["counts"] == {"1": 2, "2": 2, "3": 0, "4": 1, "5": 3}
    assert set(vote) == {
        "counts", "dont_know", "not_applicable", "further", "hidden", "came", "is_revealed",
    }  # fmt: skip


def test_what_would_never_be_shown_is_not_written(services: Services) -> None:
    """Of fewer levels than the smallest group only their number is kept."""
    session = prepared(services)
    meeting = voting(session.meeting)
    for code in ("1", "1", "5", "dk", "dk", "dk"):
        meeting = votes.take_slip(meeting, code)
    services.workshops.keep(session.id, on(on(meeting)), TODAY)
    (vote,) = record_of(services, session)["turns"][0]["votes"]
    assert (vote["counts"], vote["hidden"]) == (dict.fromkeys("12345", 0), 3)


def test_no_table_of_persons_is_touched(services: Services) -> None:
    """A session has neither participants nor responses."""
    session = prepared(services)
    services.workshops.keep(session.id, by_slips(session.meeting, "".join(SLIPS)), TODAY)
    with closing(sqlite3.connect(services.folder.database)) as connection:
        for table in ("participant", "response", "left_out", "party"):
            count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert count == (0,)


def sealed(services: Services) -> tuple[Session, bytes]:
    """A session with sheets keyed in, and how their sealed counts look in the file."""
    session = prepared(services, people=150)
    answers = ["1"] * 31 + ["4"] * 59 + ["5"] * 47
    sheets = {"POW-1": tally_answers("POW-1", form(), answers)}
    meeting = votes.seal(session.meeting, sheets, 137)
    services.workshops.keep(session.id, meeting, TODAY)
    return services.workshops.get(session.id), b'{"1":31,"4":59,"5":47}'


def test_sheets_are_sealed_counts(services: Services) -> None:
    """Not sheets: nothing says which answers were on one of them."""
    session, counts = sealed(services)
    assert record_of(services, session)["sealed"] == {"POW-1": {"1": 31, "4": 59, "5": 47}}
    assert everything_in(services).count(counts) == 1


def test_sealed_counts_leave_the_file_with_their_vote(services: Services) -> None:
    """No byte of them is left when it is closed, whatever else the record holds."""
    session, counts = sealed(services)
    long = tuple(replace(turn, note="n" * 3_900) for turn in session.meeting.turns)
    meeting = replace(session.meeting, turns=long)  # over several pages of the file
    services.workshops.keep(session.id, meeting, TODAY)
    assert counts in everything_in(services)
    meeting = votes.take_slip(voting(meeting), "2")
    services.workshops.keep(session.id, meeting, TODAY)
    assert counts in everything_in(services)
    services.workshops.keep(session.id, on(meeting), TODAY)
    services.store.flush()
    assert b'"sealed":{}' in everything_in(services)
    for left in (counts, b'"POW-1":{"1":31'):
        assert left not in everything_in(services)


def test_what_is_sealed_stays_so_for_later_statements(services: Services) -> None:
    """Closing one vote opens no other."""
    session, _counts = sealed(services)
    kept = MappingProxyType({**session.meeting.sealed, "HON-1": MappingProxyType({"2": 99})})
    meeting = replace(session.meeting, sealed=kept)
    services.workshops.keep(session.id, on(voting(meeting)), TODAY)
    assert record_of(services, session)["sealed"] == {"HON-1": {"2": 99}}
