"""Groups for the tests of networks, made from people's answers by the rules that groups go by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.blocks import Paragraph, Part, Table
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.tally import tally_all
from collabkit.assets import resource
from collabkit.network.group import Answers, Group, GroupContact
from collabkit.network.leaving import answers_of
from collabkit.network.picture import NetworkPicture

DAY = date(2026, 11, 22)


@cache
def builtin(pack_id: str) -> Pack:
    return read_pack(resource("packs", f"{pack_id}.toml"), is_proven=True)


class Known:
    """The wordings that a test wants to be known."""

    def __init__(self, *packs: Pack) -> None:
        self._packs = packs

    def find(self, pack_id: str, digest: str) -> Pack | None:
        return next((p for p in self._packs if (p.id, p.digest) == (pack_id, digest)), None)


def by_people(
    pack: Pack, sheets: Sequence[Mapping[str, str]], minimum: int = 5, **other: Any
) -> Answers:
    """What leaves of a group whose people have filled in these sheets."""
    results = measure(
        pack,
        tally_all(pack, [answer for sheet in sheets for answer in sheet.items()]),
        asked=[item.id for item in pack.items],
        minimum=minimum,
        respondents=len(sheets),
        selection=Selection.ALL,
    )
    return answers_of(pack, results, **({"selection": Selection.ALL, "finished": DAY} | other))


def one_voice(pack: Pack, answers: Mapping[str, str], **other: Any) -> Answers:
    """What leaves of a charity for which one voice has answered."""
    return by_people(pack, [answers], minimum=1, **other)


def group(
    number: int,
    *answers: Answers,
    size: IncomeBand | None = None,
    run_by: RunBy | None = None,
    contact: GroupContact | None = None,
) -> Group:
    return Group(f"{number:032x}", DAY.replace(day=1), size, run_by, contact, answers)


def picture(groups: Iterable[Group], *packs: Pack, minimum: int = 5) -> NetworkPicture:
    return NetworkPicture(groups, minimum, Known(*packs))


def level(pack: Pack, answer: str, statements: Iterable[str] | None = None) -> dict[str, str]:
    """A sheet with the same answer to every statement that has it."""
    return {
        item.id: answer
        for item in pack.items
        if (statements is None or item.id in statements) and pack.form_of(item).accepts(answer)
    }


def tables(parts: Sequence[Part]) -> Iterator[Table]:
    return (block for part in parts for block in part.blocks if isinstance(block, Table))


def rows(parts: Sequence[Part]) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for table in tables(parts) for row in table.rows}


def said(parts: Sequence[Part]) -> str:
    return " ".join(
        block.text for part in parts for block in part.blocks if isinstance(block, Paragraph)
    )
