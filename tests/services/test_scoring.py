from fractions import Fraction
from pathlib import Path

import pytest

from collabkit.assessments.assessment import Selection
from collabkit.assessments.results import Results
from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.paths import DataFolder
from collabkit.services.own_packs import OwnPackService
from collabkit.services.scoring import chosen_pack, read_answer_file, score_answers

FIXTURES = Path(__file__).parent.parent / "fixtures"
PACK = chosen_pack("five-themes")
SEVEN = (FIXTURES / "answers" / "seven-people.csv").read_bytes()
ONE = (FIXTURES / "answers" / "one-person.csv").read_bytes()


def score(data: bytes, selection: Selection = Selection.ALL, minimum: int = 5) -> Results:
    return score_answers(PACK, data, "a.csv", selection, minimum).results


def test_a_file_of_answers_is_scored_as_a_whole():
    """Rows become tallies and tallies become results."""
    results = score(SEVEN)
    first = results.item("POW-1")
    assert (results.respondents, results.minimum, results.pack_id) == (7, 5, "five-themes")
    assert (first.n, first.mean) == (7, Fraction(25, 7))
    assert dict(first.counts) == {"1": 0, "2": 1, "3": 2, "4": 3, "5": 1}
    assert [(f.kind.value, f.item_id) for f in results.findings] == [
        ("split", "EMP-2"),
        ("low", "HON-1"),
        ("low", "COM-3"),
        ("low", "IMP-4"),
        ("not visible", "IMP-1"),
        ("not visible", "POW-6"),
        ("not visible", "COM-5"),
        ("strength", "HON-2"),
        ("strength", "COM-2"),
    ]


def test_all_statements_are_asked_unless_only_the_core_ones_were():
    """A theme of nine with three answered has no score; of four core ones with two it has."""
    assert score(SEVEN).section("POW").score is None
    core = score(SEVEN, Selection.CORE)
    assert (core.section("POW").applicable, core.section("POW").answered) == (4, 2)
    assert core.section("POW").score is not None
    assert sum(item.asked for item in core.items) == 20


def test_answers_to_statements_that_are_not_core_are_left_out_and_counted():
    """Seven people answered one more statement."""
    scored = score_answers(PACK, SEVEN, "a.csv", Selection.CORE, 5)
    assert scored.left_out == 7
    assert scored.results.item("POW-3").n == 0
    assert score_answers(PACK, SEVEN, "a.csv", Selection.ALL, 5).left_out == 0


def test_one_person_s_own_answers_are_a_group_of_one():
    """The minimum of 1 is theirs alone."""
    results = score(ONE, minimum=1)
    assert results.item("POW-1").mean == 2
    assert score(ONE).item("POW-1").mean is None


def test_a_minimum_of_one_is_refused_for_a_group():
    """It would show each of them."""
    with pytest.raises(InvalidInputError, match="answers of 7 people"):
        score(SEVEN, minimum=1)


@pytest.mark.parametrize("minimum", [-1, 0, 2, 11])
def test_a_minimum_that_nobody_may_agree_on_is_refused(minimum):
    """Three to ten, or one."""
    with pytest.raises(InvalidInputError, match=f"{minimum} is not possible"):
        score(ONE, minimum=minimum)


@pytest.mark.parametrize("minimum", [3, 10])
def test_the_smallest_and_largest_minimum_are_possible(minimum):
    """Agreed on by all beforehand."""
    assert (score(SEVEN, minimum=minimum).item("POW-1").mean is None) is (minimum == 10)


def test_a_pack_without_core_statements_has_no_short_version():
    """It says so instead of scoring nothing."""
    pack = chosen_pack(str(FIXTURES / "packs" / "behaviours.toml"))
    with pytest.raises(InvalidInputError, match="no core statements"):
        score_answers(pack, ONE, "a.csv", Selection.CORE, 5)


def test_a_pack_is_named_by_its_id_or_by_its_file():
    """Both lead to the same pack."""
    assert chosen_pack(str(resource("packs", "five-themes.toml"))).digest == PACK.digest


@pytest.mark.parametrize("ending", ["toml", "xlsx"])
def test_a_pack_of_ones_own_is_scored_by_its_id_and_as_a_file(tmp_path, ending):
    """What “packs list” shows, and what lies on the desk."""
    folder = DataFolder(tmp_path / "data")
    own = OwnPackService(folder)
    own.install(resource("templates", "partner-meetings.toml"))
    own.export("partner-meetings", tmp_path / f"own.{ending}")
    wanted = [item.statement for item in chosen_pack("partner-meetings", folder).items]
    assert len(wanted) == 10
    found = chosen_pack(str(tmp_path / f"own.{ending}"))
    assert [item.statement for item in found.items] == wanted
    with pytest.raises(InvalidInputError, match=r"There are: .*barriers.*partner-meetings"):
        chosen_pack("partner-meeting", folder)


def test_an_unknown_pack_is_refused():
    """The sentence names those that there are."""
    with pytest.raises(InvalidInputError, match="five-themes"):
        chosen_pack("seven-themes")
    with pytest.raises(EnvironmentProblemError, match="could not be opened"):
        chosen_pack("nowhere/pack.toml")


def test_a_file_is_read_as_it_is(tmp_path):
    """Bytes in, bytes out."""
    path = tmp_path / "a.csv"
    path.write_bytes(ONE)
    assert read_answer_file(path) == ONE


@pytest.mark.parametrize(
    ("name", "sentence"), [("b.csv", "There is no file"), (".", "cannot be read"), ("\0", "cannot")]
)
def test_a_file_that_cannot_be_read_has_a_sentence(tmp_path, name, sentence):
    """Missing, a folder, or a name that no file can have."""
    with pytest.raises(InvalidInputError, match=sentence):
        read_answer_file(tmp_path / name)
