"""What holds for all packs together: ids, sources, terms, references and minutes."""

import re
from collections import Counter
from fractions import Fraction

import pytest
from every_pack import PACK_IDS, items, listed_ids, packs
from pack_sources import named, sections_known, sections_today
from stable_ids import lines_kept, lines_today

from collabkit.assessments.pack import FormKind, Item, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.library.glossary import builtin_glossary
from collabkit.library.references import references
from collabkit.services.packs import builtin_pack

# Minutes for what comes after the answers: to choose barriers, needs and a step; to talk about
# reasons and decide; to agree on owners and days; to write down an example or two.
AFTERWARDS = {"barriers": 6, "bid-check": 6, "handover": 5, "health-check": 1}
SHEETS = {"power-inventory": 2}  # each partner rates itself and the other
SECONDS = {FormKind.DESCRIBED: 25, FormKind.FROM_TO: 25, FormKind.NOTES: 60}  # much to read, write
SECONDS_SHORT = 12
SECONDS_FURTHER = 4  # a further question is left blank more often than not
# No source names a step for one of the needs, so the survey's joint one-off event stands there.
POINTERS = {("barriers", "OPP-5")}


def test_the_eleven_packs_are_all_there_are():
    """A new pack is added to the list, so that every test here looks at it."""
    assert {path.stem for path in resource("packs").glob("*.toml")} == set(PACK_IDS)


@pytest.mark.parametrize("pack_id", PACK_IDS)
def test_every_pack_is_in_order_by_every_rule(pack_id):
    """The program itself trusts those that come with it and does not go through all the rules."""
    assert read_pack(resource("packs", f"{pack_id}.toml")) == builtin_pack(pack_id)


def test_every_id_belongs_to_one_thing():
    """Statements, actions and entries of lists are told apart by their id alone, in all packs."""
    ids = Counter(
        [item.id for _pack, item in items()]
        + [idea.id for _pack, item in items() for idea in item.actions]
        + [
            entry
            for pack in packs()
            for _kind, entry in listed_ids(pack)
            if (pack.id, entry) not in POINTERS
        ]
    )
    assert [name for name, number in ids.items() if number > 1] == []


def test_no_id_that_was_once_released_is_gone():
    """Answers, plans and choices on people's disks refer to ids by their very letters."""
    gone = set(lines_kept()) - set(lines_today())
    assert not gone, (
        "These ids were there before and people's data refers to them. Bring them back under the "
        "same id (words may change, ids may not); a statement that is no longer wanted becomes a "
        f"new version of its pack: {sorted(gone)}"
    )


def test_every_id_is_on_the_list_of_stable_ids():
    """So that nobody changes it later by accident."""
    new = [line for line in lines_today() if line not in set(lines_kept())]
    assert not new, (
        "New ids: if each is spelt as it shall stay for ever, add the lines to "
        "tests/content/stable_ids.txt (python tests/content/stable_ids.py prints all): "
        f"{new}"
    )


def test_every_source_is_one_of_the_declared_reports():
    """“RtR 2021, Mission drift”: the key before the comma is a source of that pack."""
    wrong = [
        (item.id, source)
        for pack, item in items()
        for source in item.sources
        if named(source)[0] not in {declared.key for declared in pack.sources}
    ]
    assert wrong == []


def test_every_source_names_a_known_section_of_its_report():
    """A slip in a name would send readers looking for what is not there."""
    unknown = set(sections_today()) - set(sections_known())
    assert not unknown, (
        "Not a known section. If the report has it, add it to tests/content/source_sections.txt: "
        f"{sorted(unknown)}"
    )
    unused = set(sections_known()) - set(sections_today())
    assert not unused, f"No statement rests on these any longer: {sorted(unused)}"


def test_a_section_of_a_report_is_spelt_in_one_way():
    """“Decision-making” and “decision making” are one section and have one name."""
    spelt: dict[str, list[str]] = {}
    for section in sections_today():
        spelt.setdefault(re.sub(r"[\W_]+", " ", section.casefold()).strip(), []).append(section)
    assert [names for names in spelt.values() if len(names) > 1] == []


def test_every_statement_rests_on_something():
    """Further questions and what is asked in passing need no source of their own."""
    bare = [
        item.id
        for pack, item in items()
        if not item.sources and "about" not in item.marks and pack.id != "partners-view"
    ]
    assert bare == []


def test_every_term_that_a_statement_wants_explained_stands_in_the_glossary():
    """By its very name."""
    glossary = builtin_glossary()
    missing = []
    for _pack, item in items():
        for name in item.terms:
            try:
                assert glossary.term(name).meaning
            except KeyError:
                missing.append((item.id, name))
    assert missing == []


def test_everything_that_the_library_points_to_is_there():
    """Stories, guidance and facts name statements, groups of them, entries of lists, and packs."""
    there = {
        pack.id: {
            *(item.id for item in pack.items),
            *(section.code for section in pack.sections),
            *(entry for _kind, entry in listed_ids(pack)),
        }
        for pack in packs()
    }
    nowhere = [
        ref
        for ref in references()
        if ref.pack_id not in there or (ref.item_id and ref.item_id not in there[ref.pack_id])
    ]
    assert nowhere == []


def seconds(pack: Pack, item: Item) -> int:
    """Return how long one person takes over one statement."""
    if "about" in item.marks:
        return SECONDS_FURTHER
    return SECONDS.get(pack.form_of(item).kind, SECONDS_SHORT)


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.id)
def test_the_promised_minutes_are_plausible(pack):
    """Within a third of 25 seconds where there is much to read and 12 where there is little."""
    asked = [item for item in pack.items if not item.marks.get("private")]
    told = sum(seconds(pack, item) for item in asked) * SHEETS.get(pack.id, 1)
    expected = Fraction(told, 60) + AFTERWARDS.get(pack.id, 0)
    assert abs(pack.minutes_full - expected) <= expected / 3, f"about {float(expected):.1f}"


@pytest.mark.parametrize("pack", [p for p in packs() if p.minutes_short], ids=lambda pack: pack.id)
def test_the_short_version_is_as_short_as_promised(pack):
    """Its statements alone."""
    expected = Fraction(sum(seconds(pack, pack.item(i)) for i in pack.core_ids), 60)
    assert abs(pack.minutes_short - expected) <= expected / 3, f"about {float(expected):.1f}"
