"""``collabkit import``: what came back is looked at first, and taken in whole or not at all."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.cli.commands import run_command
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.bundles import Wanted
from collabkit.services.erasing_in_hand import InHand, take_in_hand
from collabkit.services.packs import builtin_pack

TODAY = date(2026, 11, 22)
PACK = builtin_pack("five-themes")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with a board's assessment, two answer files and a bundle; and the id."""
    root = tmp_path_factory.mktemp("import")
    services = open_services(DataFolder(root / "here"))
    charity = services.charities.add("Sample Charity")
    assessment = services.assessments.start(
        charity.id,
        PACK,
        selection=Selection.OWN_CHOICE,
        asked=["POW-1", "EMP-1"],
        minimum=5,
        title="June",
        today=TODAY,
    )
    sheets = services.handing_out.sheets(assessment.id, today=TODAY, how_many=2)
    written = services.handing_out.write_invitations(sheets, root)
    wanted = Wanted(assessment_id=assessment.id)
    services.bundles.write(wanted, root / "all.collabkit", TODAY)
    services.close()
    there = open_services(DataFolder(root / "there"))
    for number, invitation in enumerate(written):
        _answer(there, invitation.path, root / f"answers {number}.collabkit-answers")
    there.close()
    return root, assessment.id


def _answer(services: Services, invitation: Path, path: Path) -> None:
    assessment = services.invited.open_invitation(invitation, TODAY)
    (person,) = services.assessments.participants(assessment.id)
    for item_id in assessment.asked:
        services.responses.record(PACK, Response(person.id, item_id, "4"), lambda _problem: None)
    services.responses.flush()
    services.invited.give_back(
        assessment.id, path, with_notes=False, name=path.stem, role=Respondent.TRUSTEE
    )


@pytest.fixture
def here(kit: tuple[Path, str], tmp_path: Path) -> Path:
    """A data folder of its own for each test, with the board's assessment."""
    shutil.copytree(kit[0] / "here", tmp_path / "here")
    return tmp_path / "here"


def bring(data: Path, *words: str | Path) -> int:
    return run_command(["--data-dir", str(data), "import", *map(str, words)])


def test_what_is_said_only_once_is_said_here(
    kit: tuple[Path, str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The window would not hear of it any more; whoever only looks takes nothing away from it."""
    take_in_hand(DataFolder(here), InHand((), (), (), "Sample Name", True, 0, 0))
    file = kit[0] / "answers 0.collabkit-answers"
    assert bring(here, "--dry-run", file) == 0
    assert capsys.readouterr().err == ""
    assert bring(here, file) == 0
    assert "Nothing was erased" in capsys.readouterr().err
    assert bring(here, kit[0] / "answers 1.collabkit-answers") == 0
    assert capsys.readouterr().err == ""


def answered(data: Path, assessment_id: str) -> int:
    services = open_services(DataFolder(data), read_only=True)
    try:
        return len(services.assessments.participants(assessment_id))
    finally:
        services.close()


def test_answers_are_taken_in_once(
    kit: tuple[Path, str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of them; a second time nothing changes."""
    files = [kit[0] / f"answers {number}.collabkit-answers" for number in (0, 1)]
    assert bring(here, *files) == 0
    assert "2 sheets were taken in." in capsys.readouterr().out
    assert answered(here, kit[1]) == 2
    assert bring(here, *files) == 0
    assert "nothing new" in capsys.readouterr().out
    assert answered(here, kit[1]) == 2


def test_one_file_that_does_not_fit_stops_all(
    kit: tuple[Path, str], here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named with the reason."""
    bad = tmp_path / "damaged.collabkit-answers"
    bad.write_bytes((kit[0] / "answers 0.collabkit-answers").read_bytes()[:-40])
    assert bring(here, kit[0] / "answers 1.collabkit-answers", bad) == 2
    told = capsys.readouterr().err
    assert "damaged.collabkit-answers" in told
    assert "Nothing was taken in." in told
    assert answered(here, kit[1]) == 0


def test_looking_changes_nothing(
    kit: tuple[Path, str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --dry-run the database stays as it is, to the byte."""
    before = (here / "collabkit.db").read_bytes()
    assert bring(here, "--dry-run", kit[0] / "answers 0.collabkit-answers") == 0
    told = capsys.readouterr().out
    assert "only looked at" in told
    assert "more people have to answer before anything is shown" in told  # what would come of it
    assert (here / "collabkit.db").read_bytes() == before


def test_everything_from_another_computer(
    kit: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bundle is looked at and taken over, also where there was nothing before."""
    new = tmp_path / "new"
    assert bring(new, "--dry-run", kit[0] / "all.collabkit") == 0
    assert not new.exists()
    assert bring(new, kit[0] / "all.collabkit") == 0
    assert "1 assessment was taken over" in capsys.readouterr().out
    assert answered(new, kit[1]) == 0


def test_a_table_needs_to_be_told_where_it_belongs(
    kit: tuple[Path, str], here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then its rows are sheets like others."""
    table = tmp_path / "answers.csv"
    table.write_text(
        "respondent,role,item,answer\nA,trustee,POW-1,3\nA,trustee,EMP-1,dk\nB,staff,POW-1,5\n",
        encoding="utf-8",
    )
    assert bring(here, table) == 2
    assert "--assessment" in capsys.readouterr().err
    assert bring(here, table, "--assessment", "unknown") == 2
    assert bring(here, table, "--assessment", kit[1]) == 0
    assert answered(here, kit[1]) == 2


def test_other_files_are_for_the_window(
    kit: tuple[Path, str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An invitation is answered by a person."""
    (invitation, *_others) = sorted(kit[0].glob("*.collabkit-ask"))
    assert bring(here, invitation) == 2
    assert "in the window" in capsys.readouterr().err


@pytest.mark.parametrize("options", [("--dry-run",), ()])
def test_gone_data_is_told_and_nothing_is_made_anew(
    kit: tuple[Path, str],
    here: Path,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
) -> None:
    """Nor is a file judged as if there had never been anything here."""
    (here / "collabkit.db").unlink()
    before = sorted(here.rglob("*"))
    assert bring(here, kit[0] / "all.collabkit", *options) == 1
    told = capsys.readouterr()
    assert "Open the window of collabkit, which puts everything back." in told.err
    assert told.out == ""
    assert sorted(here.rglob("*")) == before
