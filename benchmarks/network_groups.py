"""Groups to measure a network with: varied, the same for every seed, clearly nobody's answers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.pack import AnswerForm, OutcomeKind, Pack
from collabkit.assessments.packs.reader import parse_pack
from collabkit.exchange.network.group_file import ENDING, MOST_BYTES
from collabkit.exchange.network.group_text import group_bytes
from collabkit.network.group import Agreed, Answers, Group, GroupContact, Table, table_of
from collabkit.network.leaving import codes_of, leaving_items, unit_of
from collabkit.services.packs import builtin_file, builtin_pack

if TYPE_CHECKING:
    from collabkit.services.networks import NetworkService

_TODAY = date(2026, 11, 22)
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


@contextmanager
def open_network(folder: Path) -> "Iterator[tuple[NetworkService, str]]":
    """Open the one network in a data folder; make both if they are not there."""
    from collabkit.paths import DataFolder
    from collabkit.services import open_services
    from collabkit.services.networks import NetworkService

    data = DataFolder(folder)
    for pack_id in _COPIED:
        data.packs.mkdir(parents=True, exist_ok=True)
        (data.packs / f"own-{pack_id}.toml").write_text(_copied(pack_id), encoding="utf-8")
    services = open_services(data)
    networks = NetworkService(services.store, services.packs, data)
    if not networks.lines():
        networks.add("Sample Network", _TODAY)
    yield networks, networks.lines()[0].network.id
    services.close()


def fill_network(folder: Path, number: int) -> None:
    """Put the network in a data folder together with so many groups."""
    paths = write_files(folder / "files", number)
    with open_network(folder) as (networks, network_id):
        networks.take(networks.preview(network_id, paths), _TODAY)


def write_files(folder: Path, number: int) -> list[Path]:
    """Write so many groups into a folder, a file each."""
    folder.mkdir(parents=True)
    paths = []
    for place, group in enumerate(many_groups(number)):
        paths.append(folder / f"group-{place}{ENDING}")
        paths[-1].write_bytes(group_bytes(group))
    return paths


def write_large_files(folder: Path, number: int) -> None:
    """Write so many files that are as large as they may be, with statements that nobody has."""
    folder.mkdir(parents=True)
    for place in range(number):
        random = Random(place)
        group = one_group(random, place)
        contact = GroupContact("\N{SLIGHTLY SMILING FACE}", "wide")  # four bytes a character
        answers = tuple(_large_answers(random, group.answers[0], one) for one in range(50))
        data = group_bytes(replace(group, contact=contact, answers=answers))
        assert MOST_BYTES * 0.9 < len(data) <= MOST_BYTES
        (folder / f"large-{place}{ENDING}").write_bytes(data)


def _large_answers(random: Random, answers: Answers, place: int) -> Answers:
    rows = {f"{random.getrandbits(150):038x}": [5, 5, *[0] * 9] for _row in range(226)}
    return replace(
        answers,
        pack_id=f"large-{place}",
        digest=f"{random.getrandbits(256):064x}",
        unit=Unit.PERSON,
        minimum=5,
        people=5,
        tables=(table_of([str(level) for level in range(10)], [], rows),),
        themes=(),
        scores=(),
    )


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
    return parse_pack(_copied(pack_id).encode(), f"own-{pack_id}.toml", is_proven=True)


def _copied(pack_id: str) -> str:
    path = builtin_file(pack_id)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    return text.replace(f'id = "{pack_id}"', f'id = "own-{pack_id}"', 1)


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
