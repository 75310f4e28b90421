"""The proof itself can be trusted: it counts, it fails, and it writes only what was proved."""

from dataclasses import replace
from pathlib import Path

import proof_table
import pytest
import tallies
from proof_rows import BY_NAME, ROWS
from tiers import Part, Tier

LAW = "kill -9 of the storage process"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted here is not part of the proof."""
    monkeypatch.setattr(tallies, "RESULTS", tmp_path)


def count_for(row: str, number: int, test: str = "a test") -> None:
    with tallies.counting(row, "change", test, "1") as count:
        count.tried(number)
        count.survived(number)
        count.note("hot journals", 3)


def test_a_tier_without_a_figure_has_that_of_the_tier_before() -> None:
    """Rows that are tried whole at each change are tried whole at night too."""
    assert Tier("release").count(share=1, change=5) == 5
    assert Tier("share").count(share=1, change=5) == 1


def test_the_parts_make_up_the_whole() -> None:
    """No case is left out."""
    parts = [Part(index, 7) for index in range(7)]
    assert sum(part.share(100) for part in parts) == 100


def test_what_does_not_survive_fails_the_test() -> None:
    """Counting is enough; nobody need remember to assert."""
    with pytest.raises(tallies.LostError, match="1 of 2 did not survive"):  # noqa: PT012, SIM117
        with tallies.counting(LAW, "change", "a test", "1") as count:
            count.tried(2)
            count.survived()
    assert tallies.totals(tallies.results("change"))[LAW].failures


def test_trying_nothing_fails_the_test() -> None:
    """A loop over nothing proves nothing."""
    with (
        pytest.raises(tallies.LostError, match="nothing was tried"),
        tallies.counting(LAW, "change", "a test", "1"),
    ):
        pass


def test_several_tests_make_up_one_row() -> None:
    """Parts that ran in several processes are added up."""
    count_for(LAW, 4, "one")
    count_for(LAW, 6, "other")
    total = tallies.totals(tallies.results("change"))[LAW]
    assert (total.tried, total.survived, total.notes) == (10, 10, {"hot journals": 6})


def test_the_table_wants_every_row() -> None:
    """All rows but one are not enough, and too few tries are not either."""
    for row in ROWS[1:]:
        count_for(row.name, row.change, row.name)
    assert proof_table.faults("change", tallies.results("change")) == [f"{LAW}: not tried"]
    count_for(LAW, BY_NAME[LAW].change - 1)
    (fault,) = proof_table.faults("change", tallies.results("change"))
    assert "199 tried, 200 promised" in fault
    count_for(LAW, BY_NAME[LAW].change)
    found = tallies.results("change")
    assert proof_table.faults("change", found) == []
    assert len(proof_table.table("change", found).splitlines()) == len(ROWS) + 4


def test_the_table_wants_one_state_of_the_program() -> None:
    """Results of two commits do not belong into one table."""
    count_for(LAW, 200)
    (one,) = tallies.results("change")
    faults = proof_table.faults("change", [one, replace(one, commit="another")])
    assert any("2 states of the program" in fault for fault in faults)


def test_the_table_stands_between_its_markers() -> None:
    """The rest of the document stays as it was; the old table goes."""
    document = "Before\n<!-- torture:change -->\nold\n<!-- torture:change:end -->\nAfter\n"
    written = proof_table.put_into(document, "change", "new")
    assert "old" not in written
    assert written.startswith("Before\n<!-- torture:change -->\n\nnew\n")
    assert written.endswith("<!-- torture:change:end -->\nAfter\n")
    with pytest.raises(ValueError, match="no lines"):
        proof_table.put_into("Nothing here", "change", "new")
