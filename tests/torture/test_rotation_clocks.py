"""A year of safety copies while the clock jumps: the rule alone, and real files.

Computers lose their clocks: a flat battery says 1970, a dual boot is hours off, somebody sets a
wrong year and puts it right again. Copies are made all the same, and none that is needed may go.
"""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from corrupted_folder import bit_flip, truncation, zeroed_page
from tiers import TIER

from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.copies import Reason, copies_in, copy_path
from collabkit.storage.pruning import is_sound, label_of, prune
from collabkit.storage.rotation import MOST, NEWEST, CopyLabel, to_keep

ROW = "backup rotation with jumping clocks"
SEEDS = TIER.count(share=1, change=3, nightly=200, release=1_000)
PARTS = TIER.parts(nightly=4)
FILES = TIER.count(share=1, change=4, nightly=60, release=300)
_DAYS = TIER.count(share=120, change=365)
_START = datetime(2026, 1, 1, 9)
_WRONG = (
    datetime(1970, 1, 1), datetime(2000, 1, 1), datetime(1980, 1, 1), datetime(2038, 1, 19, 3),
    datetime(9998, 12, 30), datetime(2027, 2, 28), datetime(2024, 2, 29),
)  # fmt: skip


def clock(random: Random, days: int) -> Iterator[datetime]:
    """What the clock says at each copy that is made in so many days."""
    now, wrong = _START, timedelta()
    end = _START + timedelta(days=days)
    while now < end:
        now += random.choice(
            (timedelta(minutes=30), timedelta(hours=7), timedelta(days=1), timedelta(days=3))
        )
        match random.randrange(40):
            case 0:
                wrong = random.choice(_WRONG) - now
            case 1:
                wrong = timedelta(days=random.randint(-400, 400), hours=random.randint(-12, 12))
            case 2 | 3:
                wrong = timedelta()  # somebody puts it right
            case 4:
                wrong += timedelta(hours=random.choice((-1, 1)))
            case _:
                pass
        try:
            yield now + wrong
        except OverflowError:
            wrong = timedelta()
            yield now


def broken_rules(copies: frozenset[CopyLabel], kept: frozenset[CopyLabel]) -> Iterator[str]:
    """What must hold whatever the clock said."""
    newest = sorted(copies, key=lambda copy: copy.number)[-NEWEST:]
    if not kept <= copies:
        yield "a copy that is not there stays"
    if not set(newest) <= kept:
        yield "one of the three newest goes"
    if len(kept) > MOST:
        yield "there is no end of copies"


@pytest.mark.parametrize("part", PARTS, ids=str)
def test_a_year_with_a_clock_that_jumps(part, rng: Random, tally) -> None:
    """After each copy the three newest stay, and never more than the bound."""
    with tally(ROW) as count:
        for _seed in range(part.share(SEEDS)):
            kept: frozenset[CopyLabel] = frozenset()
            most = 0
            faults = set()
            for number, made in enumerate(clock(rng, _DAYS)):
                copies = kept | {CopyLabel(number, made, rng.random() < 0.1)}
                kept = to_keep(copies)
                faults |= set(broken_rules(copies, kept))
                most = max(most, len(kept))
            count.tried()
            assert faults == set()
            count.survived()
            count.note("copies made", number + 1)
            count.note("years", 1 if _DAYS == 365 else 0)


def test_a_year_with_a_clock_that_goes_right(tally) -> None:
    """Every copy of the last two days, the last of seven days, four weeks and twelve months."""
    with tally(ROW) as count:
        kept: frozenset[CopyLabel] = frozenset()
        made: list[CopyLabel] = []
        for day in range(400):
            for hour in (10, 15):
                moment = _START + timedelta(days=day, hours=hour - 9)
                made.append(CopyLabel(len(made), moment))
                kept = to_keep(kept | {made[-1]})
        count.tried()
        days = sorted({copy.made.date() for copy in kept}, reverse=True)
        last = made[-1].made.date()
        assert {last - timedelta(days=back) for back in range(7)} <= set(days)
        assert set(made[-4:]) <= kept
        weeks = {day.isocalendar()[:2] for day in days}
        assert {(last - timedelta(weeks=back)).isocalendar()[:2] for back in range(4)} <= weeks
        assert len({(day.year, day.month) for day in days}) >= 12
        assert len(kept) < 30
        count.survived()


def test_real_copies_with_some_that_went_bad(rng: Random, tally, memory_path: Path) -> None:
    """The newest sound one stays, and three sound ones, however many are damaged meanwhile."""
    folder = DataFolder(memory_path / "data")
    Store.open(folder).close()
    sound = next(iter(copies_in(folder))).path.read_bytes()
    with tally(ROW) as count:
        for number_of_round in range(FILES):
            shutil.rmtree(folder.backups)
            folder.backups.mkdir()
            bad: set[int] = set()
            moments = list(clock(Random(rng.random()), 60 if TIER.name == "share" else 150))
            rate = rng.choice((0.0, 0.1, 0.5, 0.9))
            for number, made in enumerate(moments, 1):
                if not 1 <= made.year <= 9_999:
                    continue
                path = copy_path(folder, number, made, rng.choice(list(Reason)))
                path.write_bytes(sound)
                if rng.random() < rate:
                    bad.add(number)
                    rng.choice((bit_flip, truncation, zeroed_page))(rng, path)
                before = {copy.number: copy for copy in copies_in(folder)}
                prune(folder)
                after = {copy.number for copy in copies_in(folder)}
                if after == before.keys():
                    continue
                gone = [before[gone] for gone in before.keys() - after]
                good = [n for n in sorted(before) if n not in bad or is_sound(before[n].path)]
                assert len([n for n in good if n in after]) >= min(3, len(good)), (
                    f"round {number_of_round}: fewer than three sound copies are left"
                )
                assert not good or good[-1] in after, (
                    f"round {number_of_round}: the newest sound copy went, number {good[-1]}"
                )
                assert max(before) in after
                assert all(label_of(copy) for copy in gone)
            count.tried()
            assert len(copies_in(folder)) <= MOST + len(bad)
            count.survived()
            count.note("rounds with real files")
