"""Groups to measure a network with: varied, the same for every seed, clearly nobody's answers."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from random import Random

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.pack import AnswerForm, OutcomeKind, Pack
from collabkit.assessments.packs.reader import parse_pack
from collabkit.network.group import Agreed, Answers, Group, GroupContact, Table, table_of
from collabkit.network.leaving import codes_of, leaving_items, unit_of
from collabkit.services.packs import builtin_file, builtin_pack

_SHARED = (
    "five-themes", "barriers", "opportunities", "behaviours", "board-check", "partners-view",
)  # fmt: skip
_COPIED = ("five-themes", "behaviours", "board-check", "barriers", "partners-view")
_MONTHS = tuple(date(2026, month, 1) for month in range(1, 12))
_NAMED = 0.2  # of all groups want their name to be passed on


@cache
def packs() -> tuple[Pack, ...]:
    """Return eleven questionnaires: those of the program that leave it, and copies of five."""
    return (*map(builtin_pack, _SHARED), *map(_copy, _COPIED))


class KnownPacks:
    """These questionnaires, each in the one wording that there is."""

    def find(self, pack_id: str, digest: str) -> Pack | None:
        return next((p for p in packs() if (p.id, p.digest) == (pack_id, digest)), None)


def many_groups(number: int, seed: int = 2018) -> Iterator[Group]:
    """Yield groups that have all answered every questionnaire."""
    return (one_group(Random(f"{seed} {place}"), place) for place in range(number))


def one_group(random: Random, place: int) -> Group:
    """Return one group with answers to all questionnaires."""
    wants_to_be_named = random.random() < _NAMED
    return Group(
        key=f"{random.getrandbits(128):032x}",
        made=random.choice(_MONTHS),
        size=random.choice((*IncomeBand, *IncomeBand, None)),
        run_by=random.choice((*RunBy, None)),
        contact=GroupContact(f"Sample Group {place}", f"group{place}@sample.example")
        if wants_to_be_named
        else None,
        answers=tuple(
            _answers(random, pack, wants_to_be_named=wants_to_be_named) for pack in packs()
        ),
    )


def _copy(pack_id: str) -> Pack:
    path = builtin_file(pack_id)
    assert path is not None
    own_id = f"own-{pack_id}"
    text = path.read_text(encoding="utf-8").replace(f'id = "{pack_id}"', f'id = "{own_id}"', 1)
    return parse_pack(text.encode(), f"{own_id}.toml", is_proven=True)


def _answers(random: Random, pack: Pack, *, wants_to_be_named: bool) -> Answers:
    unit = unit_of(pack)
    assert unit is not None
    is_one_voice = unit is Unit.CHARITY and random.random() < 0.7
    people = 1 if is_one_voice else random.randint(5, 15)
    minimum = 1 if is_one_voice else 5
    items = leaving_items(pack)
    usual = random.random()
    areas = [item.id for item in items if "about" not in item.marks]
    is_named = wants_to_be_named and pack.outcome.kind is OutcomeKind.COLUMNS
    scored = unit is Unit.PERSON
    return Answers(
        pack_id=pack.id,
        pack_version=pack.version,
        digest=pack.digest,
        unit=unit,
        held=random.choice(_MONTHS),
        selection=Selection.ALL,
        minimum=minimum,
        people=people,
        tables=tuple(
            _table(random, form, [i.id for i in items if i.form == form.id], people, minimum, usual)
            for form in pack.forms
            if any(item.form == form.id for item in items)
        ),
        themes=tuple(section.code for section in pack.sections) if scored else (),
        scores=tuple(random.randint(15, 48) for _ in pack.sections) if scored else (),
        agreed=_agreed(random, pack) if pack.outcome.kind is OutcomeKind.RANKING else None,
        may_be_named=tuple(random.sample(areas, 8)) if is_named else (),
    )


def _table(
    random: Random,
    form: AnswerForm,
    statements: Sequence[str],
    people: int,
    minimum: int,
    usual: float,
) -> Table:
    levels, ways_out = codes_of(form)
    return table_of(
        levels,
        ways_out,
        {
            one: _numbers(random, len(levels), len(ways_out), people, minimum, usual)
            for one in statements
        },
    )


def _numbers(
    random: Random, levels: int, ways_out: int, people: int, minimum: int, usual: float
) -> list[int | None]:
    chosen = [0] * levels
    out = [0] * ways_out
    middle = (usual + random.random()) / 2 * levels
    for _person in range(people):
        if ways_out and random.random() < 0.08:
            out[random.randrange(ways_out)] += 1
        else:
            chosen[min(levels - 1, max(0, int(random.gauss(middle, 0.9))))] += 1
    n = sum(chosen)
    return [n, *(chosen if n >= minimum else [None] * levels), *out]


def _agreed(random: Random, pack: Pack) -> Agreed:
    settings = pack.outcome.settings
    needs = sorted(random.sample(range(len(settings["need"])), 3))
    ids = [settings["need"][place]["id"] for place in needs]
    return Agreed(
        needs=tuple(ids),
        steps=tuple(step["id"] for step in settings["step"] if set(step["for_needs"]) & set(ids)),
    )
