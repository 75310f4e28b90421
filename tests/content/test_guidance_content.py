"""Guidance by size, role and who runs a group is complete, and leads on to what exists."""

import re

import pytest

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.outcomes.blocks import Bullets, Entries, Paragraph, Table
from collabkit.library.cases import builtin_cases
from collabkit.library.entries import library_entries
from collabkit.library.guidance import builtin_guidance
from collabkit.library.guide import GuidanceGroup
from collabkit.library.search import FoundKind

GUIDANCE = builtin_guidance()
ALL_WORDS = {e.key: e.text for e in library_entries() if e.kind is FoundKind.GUIDANCE}


def section_of(page: str, key: str):
    return next(section for section in GUIDANCE.page(page).sections if section.key == key)


def blocks_of(page: str, section: str):
    return section_of(page, section).blocks


def table_of(page: str, section: str) -> Table:
    return next(block for block in blocks_of(page, section) if isinstance(block, Table))


def test_pages_of_every_size_role_and_way_of_running():
    """A general page comes first, then one for each."""
    keys = {group: [page.key for page in GUIDANCE.of_group(group)] for group in GuidanceGroup}
    assert keys[GuidanceGroup.SIZE] == ["sizes", *(f"size-{band}" for band in IncomeBand)]
    assert keys[GuidanceGroup.ROLE] == [
        "roles",
        *(f"role-{name}" for name in ("lead", "subcontractor", "peer")),
        *(f"role-{name}" for name in ("incumbent", "newcomer", "broker", "not-now")),
    ]
    assert keys[GuidanceGroup.RUNNING] == ["running", "volunteer-run", "staff-run"]
    assert keys[GuidanceGroup.ANSWERING] == ["who-answers"]


def test_page_keys_are_unique_over_all_files():
    """A page is found by its key."""
    assert len({page.key for page in GUIDANCE.pages}) == len(GUIDANCE.pages) == 19


def test_bands_follow_each_other_without_gap():
    """The corrected limits: each size begins where the one before it ends."""
    rows = table_of("sizes", "bands").rows
    assert [row[0].lower() for row in rows] == list(IncomeBand)
    assert [row[2] for row in rows[1:]] == [row[3] for row in rows[:-1]]
    assert rows[3] == ("Large", "£1 million to £10 million", "£1,000,000", "£10,000,000")


def test_misprint_of_the_source_is_explained():
    """Who compares with the report finds why ours differs, and where the right figure stands."""
    text = ALL_WORDS["sizes/bands"]
    assert "£1 million to £100 million" in text
    assert "misprint" in text
    assert "21 January 2019" in text


@pytest.mark.parametrize("band", IncomeBand)
def test_every_size_has_the_same_five_sections(band):
    """Strengths, traps, what matters, expected level, where to start."""
    page = GUIDANCE.page(f"size-{band}")
    assert [s.key for s in page.sections] == ["strengths", "traps", "stress", "expected", "packs"]
    assert section_of(page.key, "packs").packs[0] == "five-themes"


def test_lead_partners_complaints_are_complete():
    """Seven complaints, nine duties."""
    assert len(blocks_of("role-lead", "duties")[0].entries) == 9
    (complaints,) = (b for b in blocks_of("role-lead", "complaints") if isinstance(b, Bullets))
    assert len(complaints.entries) == 7


def test_moves_with_little_power():
    """Eight moves for the smaller partner, its own duties, and what leads complain of."""
    assert len(blocks_of("role-subcontractor", "moves")[0].entries) == 8
    assert len(blocks_of("role-subcontractor", "duties")[0].entries) == 5
    assert len(blocks_of("role-subcontractor", "complaints")[0].entries) == 5


def test_differences_stand_side_by_side_and_on_pages_of_their_own():
    """14 differences: one table for both, one list for each."""
    table = table_of("running", "differences")
    assert len(table.rows) == 14
    for number, page in enumerate(("volunteer-run", "staff-run"), start=1):
        (entries,) = (b for b in blocks_of(page, "differences") if isinstance(b, Entries))
        assert [entry.title for entry in entries.entries] == [row[0] for row in table.rows]
        assert [entry.text.lower() for entry in entries.entries] == [
            f"{row[number]}.".lower() for row in table.rows
        ]


def test_wording_for_groups_that_volunteers_run():
    """Four words are replaced."""
    assert table_of("running", "wording").rows == (
        ("staff", "people"),
        ("board, trustees", "committee"),
        ("contract", "agreement"),
        ("commissioner", "funder"),
    )


def test_who_should_answer_has_five_people():
    """People served are asked two statements only."""
    assert len(table_of("who-answers", "people").rows) == 5
    assert section_of("who-answers", "person-served").items == ("IMP-1", "IMP-3")


def test_statements_that_often_do_not_apply():
    """Nine for small groups, three without contracts, twelve without partners."""
    sections = ("not-applicable", "no-contracts", "no-partners")
    assert [len(section_of("sizes", key).items) for key in sections] == [9, 3, 12]


def test_cases_that_pages_name_exist():
    """A link to a story leads somewhere."""
    named = {c for page in GUIDANCE.pages for s in page.sections for c in s.cases}
    assert named
    assert named <= {case.id for case in builtin_cases().cases}


def test_nothing_is_empty_and_all_is_in_sentences():
    """Every page can be read aloud: whole sentences, no codes of packs."""
    code = re.compile(r"\b(BEH|BID|PHC|INV|BAR|OPP|BRD|PEV|HND|FIT)\b|\*\*|`")
    for page in GUIDANCE.pages:
        assert page.lead.endswith((".", "?")), page.key
        for section in page.sections:
            assert section.blocks, (page.key, section.key)
            assert section.part.title == section.title
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    assert block.text.endswith((".", ":")), (page.key, block.text)
                if isinstance(block, Bullets):
                    assert all(e.endswith((".", "?")) for e in block.entries), block
            assert not code.search(ALL_WORDS[f"{page.key}/{section.key}"])


def test_library_is_in_british_english():
    """No American spelling in guidance, stories, words and facts."""
    foreign = re.compile(
        r"\b(?!sizes?\b)\w+(?:ization|iz(?:e|es|ed|ing))\b|\bprograms?\b|\bcenter|\w(?:abor|avor)\b",
        re.IGNORECASE,
    )
    for found in library_entries():
        assert not foreign.search(f"{found.title} {found.text}"), found


@pytest.mark.parametrize("band", [None, *IncomeBand])
@pytest.mark.parametrize("role", [None, *PartnershipRole])
@pytest.mark.parametrize("run_by", [None, *RunBy])
def test_every_charity_has_its_pages(band, role, run_by):
    """Size, role, who runs it and who should answer; the general page for what is not said."""
    pages = GUIDANCE.pages_for(Charity("c", "Sample Charity", band, run_by, role))
    assert [page.group for page in pages] == list(GuidanceGroup)
    general = [page.key in ("sizes", "roles", "running") for page in pages[:3]]
    assert general == [band is None, role is None, run_by is None]
