"""Small packs with random slips, and random answers to those that are in order all the same."""

import random
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from answering import TODAY, answered

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.answered import Answered, OwnView
from collabkit.assessments.pack import FormKind, Item, OutcomeKind, Pack
from collabkit.assessments.packs.faults import Faults, PackError
from collabkit.assessments.packs.reader import pack_from, read_pack

FOLDER = Path(__file__).parents[2] / "fixtures" / "packs"
_NUMBERS = (-1, 0, 1, 2, 5, 7, 60, Fraction(1, 2), Fraction(3, 2))
_WORDS = "A word"


def small_packs(kind: OutcomeKind, tries: int) -> Iterator[tuple[random.Random, Pack]]:
    """Yield those of ``tries`` packs with the outcome ``kind`` that are in order after slips."""
    bases = [tables for tables in _bases() if tables["outcome"]["kind"] == kind]
    for seed in range(tries):
        rng = random.Random(f"{kind} {seed}")
        tables = deepcopy(bases[seed % len(bases)])
        for _slip in range(seed // len(bases) and rng.randint(1, 4)):  # the first is as it is
            _slip_in(tables, rng)
        try:
            yield rng, pack_from(tables, f"{seed}", Faults("own.toml"))
        except PackError:
            continue


def any_answers(pack: Pack, rng: random.Random) -> Answered:
    """Return ``pack`` answered by nobody, one or several, with whatever can be answered."""
    minimum = rng.choice((1, 3, 5))
    people = [f"p{number}" for number in range(rng.choice((0, 1, 1, 2, 6)))]
    parties = tuple(
        Party(f"o{number}", "", f"Party {number}", is_own=not number, is_lead=number == 1)
        for number in range(rng.choice((0, 0, 1, 2, 3)))
    )
    asked = tuple(item.id for item in pack.items if not item.marks.get("private"))
    items = [item for item in pack.items if item.id in asked]
    own = read_pack(FOLDER / "described.toml")
    own_results = answered(own, {"us": {"POW-2": "4", "POW-9": "2"}}).results
    return answered(
        pack,
        {who: dict(_answers(pack, items, rng)) for who in people},
        minimum=minimum,
        notes={who: {item.id: _WORDS for item in items if rng.random() < 0.3} for who in people},
        speaks_for={who: rng.choice(parties).id for who in people if parties},
        speaks_about={who: rng.choice(parties).id for who in people if parties},
        asked=asked,
        parties=parties,
        settled=_settled(pack, people, rng),
        mirrored=rng.choice((None, own)),
        own_view=rng.choice((None, OwnView(own_results, TODAY, is_one_person=True))),
    )


def _bases() -> Iterator[dict[str, Any]]:
    for path in sorted(FOLDER.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text, parse_float=lambda number: Fraction(Decimal(number)))
        yield tables
        if path.stem in _FURTHER:
            fuller = deepcopy(tables)
            fuller["outcome"] |= tomllib.loads(_FURTHER[path.stem])
            yield fuller


# Settings that the excerpts do without.
_FURTHER = {
    "barriers": """
easiest_first = ["ours", "shared"]
called = ["hurdle", "hurdles"]
network = { holds_back_from = 2, stops_from = 3 }
""",
    "opportunities": """
matching = { offers = ["offer", "both"], needs = ["need"], may_be_named = "both" }
""",
}


def _slip_in(tables: dict[str, Any], rng: random.Random) -> None:
    """Change one thing somewhere: a number, a name for another one, a mark, an answer, a form."""
    places = [(t, key) for t in _tables(tables) for key in t if key not in _KEPT]
    names = [t[key] for t in _tables(tables) for key in ("id", "code") if key in t]
    change = rng.random()
    if change < 0.2:
        form = rng.choice(tables["form"])
        options = form.get(rng.choice(("options", "ways_out")))
        if options and rng.random() < 0.5:
            options.remove(rng.choice(options))
        elif options:
            last = options[-1]
            further = {"value": last["value"] + 1} if "value" in last else {}
            options.append({"code": rng.choice(("na", "early", "more")), "name": _WORDS, **further})
    elif change < 0.35:
        item = rng.choice([item for section in tables["section"] for item in section["item"]])
        item["form"] = rng.choice([form["id"] for form in tables["form"]])
    elif change < 0.45:
        section = rng.choice(tables["section"])
        section["item"].append(deepcopy(rng.choice(section["item"])) | {"id": "NEW"})
        section["item"][-1].pop("action", None)
    else:
        table, key = rng.choice(places)
        value = table[key]
        if change < 0.55:
            del table[key]
        elif isinstance(value, bool):
            table[key] = not value
        elif isinstance(value, int | Fraction):
            table[key] = rng.choice(_NUMBERS)
        elif value in names and key != "code":
            table[key] = rng.choice(names)
        elif isinstance(value, list) and value and value[0] in names:
            value[rng.randrange(len(value))] = rng.choice(names)


# What every pack has; without it there is nothing to try.
_KEPT = (
    "kind", "format", "version", "id", "title", "question", "purpose", "answered_by", "period",
    "status", "prompt", "statement", "sources", "name", "section", "item", "form", "options",
    "source", "outcome", "key",
)  # fmt: skip


def _tables(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
        found = list(found.values())
    if isinstance(found, list):
        for inner in found:
            yield from _tables(inner)


def _answers(pack: Pack, items: list[Item], rng: random.Random) -> Iterator[tuple[str, str]]:
    for item in items:
        form = pack.form_of(item)
        codes = [option.code for option in (*form.options, *form.ways_out)]
        if form.kind is FormKind.DATE:
            codes += ["2026-11-21", "2026-12-24"]
        if codes and rng.random() < 0.9:
            yield item.id, rng.choice(codes)


def _settled(pack: Pack, people: list[str], rng: random.Random) -> Mapping[str, str]:
    settings = pack.outcome.settings
    ids = " ".join(item.id for item in pack.items if rng.random() < 0.5)
    modes = [mode["code"] for mode in settings.get("mode", ())] or ["none"]
    choices = [choice["code"] for choice in settings.get("choice", ())] or ["none"]
    topics = {
        "mode": rng.choice(modes),
        "agreed": rng.choice(people or ["nobody"]),
        "decision": rng.choice(choices),
        "side": rng.choice(("outgoing", "incoming", "both", "none")),
        "wording": rng.choice(("plain", "volunteer-run")),
        "identifiable": "yes",
        "chosen": ids,
        "needs": " ".join(need["id"] for need in settings.get("need", ())),
        "reopened": ids,
        "decided_on": "soon",
        "by_when": "2026-12-24",
    }
    return {topic: kept for topic, kept in topics.items() if rng.random() < 0.7}
