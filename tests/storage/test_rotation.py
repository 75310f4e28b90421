"""Which safety copies stay: numbers decide, whatever the clock says."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from collabkit.storage.rotation import A_DAY, MOST, NEWEST, CopyLabel, gone_by, to_keep

START = datetime(2026, 3, 2, 19, 30)  # a Monday
moments = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2105, 12, 31))


@st.composite
def any_copies(draw: st.DrawFn) -> list[CopyLabel]:
    """Copies whose clock stood anywhere, though often where it stood before."""
    few = draw(st.lists(moments, min_size=1, max_size=8))
    makings = draw(st.lists(st.tuples(st.sampled_from(few), st.booleans()), max_size=90))
    return [CopyLabel(number, *making) for number, making in enumerate(makings, 1)]


def lived(moments: Sequence[datetime], *, lasting: Sequence[bool] = ()) -> list[frozenset[int]]:
    """Make a copy at each of ``moments``, letting go after each; return what was kept each time."""
    kept: frozenset[CopyLabel] = frozenset()
    history = []
    for number, made in enumerate(moments, 1):
        label = CopyLabel(number, made, bool(lasting) and lasting[number - 1])
        kept = to_keep([*kept, label])
        history.append(frozenset(copy.number for copy in kept))
    return history


def daily(days: int) -> list[datetime]:
    return [START + timedelta(days=day) for day in range(days)]


def test_the_first_copies_all_stay() -> None:
    """Three copies are never too many."""
    assert lived(daily(3))[-1] == {1, 2, 3}


def test_a_year_of_evenings_leaves_days_weeks_and_months() -> None:
    """After a year: the last seven days, four Sundays and twelve ends of months."""
    made = daily(365)
    kept = [made[number - 1].date() for number in sorted(lived(made)[-1])]
    assert kept[-7:] == [day.date() for day in made[-7:]]
    assert {date(2027, 2, 21), date(2027, 2, 14)} <= set(kept)  # Sundays, the weeks' last copies
    ends_of_months = [day for day in kept if (day + timedelta(days=1)).day == 1]
    assert ends_of_months[0] == date(2026, 4, 30)
    assert len(ends_of_months) == 11  # and the first of March is the twelfth month's last so far
    assert len(kept) <= 7 + 4 + 12


def test_every_copy_of_today_and_yesterday_stays() -> None:
    """Two days of work can be gone back to step by step; the day before keeps its last."""
    made = [START + timedelta(days=day, hours=hour) for day in range(3) for hour in range(4)]
    assert lived(made)[-1] == {4, 5, 6, 7, 8, 9, 10, 11, 12}


def test_a_busy_day_is_thinned_evenly() -> None:
    """Of a hundred copies in a day twenty stay, and no long stretch of work is without one."""
    kept = sorted(lived([START + timedelta(minutes=minute) for minute in range(100)])[-1])
    assert len(kept) <= A_DAY + NEWEST
    assert kept[0] == 1
    assert kept[-1] == 100
    gaps = [later - earlier for earlier, later in pairwise(kept)]
    assert max(gaps) <= 10


def test_a_lasting_copy_outlives_a_busy_day_and_a_week() -> None:
    """What was kept before an import is there on the seventh day, and not for ever."""
    made = [START + timedelta(minutes=minute) for minute in range(60)]
    made += [START + timedelta(days=day, hours=hour) for day in range(1, 8) for hour in range(3)]
    lasting = [number == 30 for number in range(1, len(made) + 1)]
    history = lived(made, lasting=lasting)
    assert all(30 in kept for kept in history[29 : 60 + 6 * 3])
    assert 30 not in history[-1]


def test_lasting_copies_are_bounded_too() -> None:
    """Four hundred imports in a day do not fill the disk."""
    made = [START + timedelta(days=day, minutes=n) for day in range(9) for n in range(60)]
    assert max(map(len, lived(made, lasting=[True] * len(made)))) <= MOST


def test_a_clock_that_falls_back_throws_nothing_new_away() -> None:
    """After an empty battery the clock says 1970; the copies made then are still the newest."""
    made = [*daily(30), *(datetime(1970, 1, 1, hour) for hour in range(3))]
    kept = lived(made)[-1]
    assert {31, 32, 33} <= kept
    assert {30, 29, 28, 27, 26, 25} <= kept  # six more days beside the one in 1970


@given(any_copies())
def test_what_always_holds(copies: list[CopyLabel]) -> None:
    """The newest three stay, no more than the bound stays, and the order makes no difference."""
    kept = to_keep(copies)
    assert kept <= set(copies)
    assert set(copies[-NEWEST:]) <= kept
    assert len(kept) <= MOST
    shuffled = list(copies)
    Random(len(copies)).shuffle(shuffled)
    assert to_keep(shuffled) == kept


@given(any_copies())
def test_no_clock_counts_more_than_its_order(copies: list[CopyLabel]) -> None:
    """The last copy of each of the seven newest runs of days stays."""
    kept = to_keep(copies)
    runs = 0
    last = None
    for copy in reversed(copies):
        if copy.made.date() != last:
            last, runs = copy.made.date(), runs + 1
            if runs <= 7:
                assert copy in kept


@given(st.lists(st.integers(min_value=0, max_value=40 * 24), max_size=80))
def test_letting_go_twice_is_letting_go_once(hours: list[int]) -> None:
    """With a clock that goes forward, what stayed stays."""
    made = [START + timedelta(hours=sum(hours[:place])) for place in range(len(hours))]
    kept = to_keep([CopyLabel(number, moment) for number, moment in enumerate(made, 1)])
    assert to_keep(kept) == kept


@given(st.integers(min_value=0, max_value=500), st.integers(min_value=1, max_value=28))
def test_a_copy_is_gone_when_it_was_said(days: int, step: int) -> None:
    """Whoever makes a copy every few days loses each of today's copies in time."""
    kept: frozenset[CopyLabel] = frozenset()
    for number, made in enumerate(daily(days + 1)[::step], 1):
        kept = to_keep([*kept, CopyLabel(number, made)])
    today = max(copy.made for copy in kept).date()
    ends = gone_by(kept, today)
    assert ends.keys() == kept
    number, now = days + 1, datetime(today.year, today.month, today.day, 20)
    remaining = kept
    while remaining & kept:
        now, number = now + timedelta(days=step), number + 1
        remaining = to_keep([*remaining, CopyLabel(number, now)])
        assert all(now.date() <= ends[copy] for copy in remaining & kept)


def test_when_a_copy_goes_is_told_by_month() -> None:
    """A copy of March is gone by the end of March next year; an older one of that day sooner."""
    copies = [CopyLabel(1, START), CopyLabel(2, START + timedelta(hours=1))]
    copies += [CopyLabel(3, START + timedelta(hours=2))]
    ends = gone_by(copies, START.date())
    assert ends[copies[2]] == date(2027, 3, 31)
    assert ends[copies[0]] < ends[copies[2]]


def test_a_copy_that_is_no_longer_held_goes_this_month() -> None:
    """It goes with the next copy that is made."""
    copies = [CopyLabel(number, made) for number, made in enumerate(daily(60), 1)]
    assert gone_by(copies, copies[-1].made.date())[copies[40]] == date(2026, 4, 30)


@given(any_copies(), st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_every_copy_has_an_end(copies: list[CopyLabel], today: date) -> None:
    """Whatever the clock did, nothing stays longer than thirteen months of use."""
    ends = gone_by(copies, today)
    assert ends.keys() == set(copies)
    assert all(today <= end <= today + timedelta(days=31 * 14) for end in ends.values())
