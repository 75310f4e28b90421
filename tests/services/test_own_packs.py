"""Own questionnaires: checked, added, replaced, taken away, written out and copied, safely."""

from pathlib import Path

import pytest

from collabkit.assessments.packs.faults import PackError
from collabkit.assessments.packs.reader import parse_pack, read_pack
from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.paths import DataFolder
from collabkit.services.own_packs import OwnPackService
from collabkit.services.packs import builtin_cards, builtin_pack

EXAMPLE = resource("templates", "partner-meetings.toml")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def own(folder: DataFolder) -> OwnPackService:
    return OwnPackService(folder)


def file_with(tmp_path: Path, **changes: str) -> Path:
    text = EXAMPLE.read_text(encoding="utf-8")
    for key, value in changes.items():
        before = next(line for line in text.split("\n") if line.startswith(f"{key} = "))
        text = text.replace(before, f'{key} = "{value}"', 1)
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_added_pack_can_be_chosen(own, folder):
    """It lies in the data folder under its id, byte for byte, and undo takes it away."""
    installed = own.install(EXAMPLE)
    assert (installed.is_done, installed.older) == (True, None)
    kept = folder.packs / "partner-meetings.toml"
    assert kept.read_bytes() == EXAMPLE.read_bytes()
    assert [pack.title for pack in own.packs()] == ["Meetings with partners"]
    assert installed.undo is not None
    installed.undo()
    assert own.packs() == ()


def test_a_spreadsheet_is_kept_as_toml(own, folder, tmp_path):
    """What assessments pin is one format."""
    sheet = tmp_path / "mine.xlsx"
    own.save_template(sheet)
    assert own.install(sheet).is_done
    kept = read_pack(folder.packs / "partner-meetings.toml")
    assert list(kept.items) == list(read_pack(EXAMPLE).items)
    assert kept.digest == own.packs()[0].digest


def test_a_pack_with_faults_is_not_added(own, folder, tmp_path):
    """Nothing is changed, and every fault is named."""
    with pytest.raises(PackError) as caught:
        own.install(file_with(tmp_path, title=" "))
    assert 'mine.toml: the top of the file: key "title" is an empty text.' in caught.value.faults
    assert not folder.packs.exists()


def test_the_same_file_again_changes_nothing(own):
    """Adding twice is harmless."""
    own.install(EXAMPLE)
    again = own.install(EXAMPLE)
    assert (again.is_done, again.undo) == (True, None)


def test_a_newer_version_waits_until_somebody_agrees(own, folder, tmp_path):
    """The older one is told, kept until then, and can be put back afterwards."""
    own.install(EXAMPLE)
    newer = file_with(tmp_path, version="1.1")
    asked = own.install(newer)
    assert not asked.is_done
    assert asked.older is not None
    assert (asked.older.version, asked.pack.version) == ("1.0", "1.1")
    assert own.packs()[0].version == "1.0"
    done = own.install(newer, replace=True)
    assert done.is_done
    assert own.packs()[0].version == "1.1"
    assert done.undo is not None
    done.undo()
    assert (folder.packs / "partner-meetings.toml").read_bytes() == EXAMPLE.read_bytes()


def test_a_damaged_older_file_can_be_replaced(own, folder, tmp_path):
    """What somebody broke by hand is not in the way for ever."""
    own.install(EXAMPLE)
    (folder.packs / "partner-meetings.toml").write_text("nonsense")
    assert own.packs() == ()
    assert not own.install(EXAMPLE).is_done
    assert own.install(EXAMPLE, replace=True).is_done
    assert len(own.packs()) == 1


@pytest.mark.parametrize("pack_id", ["five-themes", "Five-Themes", "nul", "com1.x"])
def test_some_ids_cannot_be_used(own, folder, tmp_path, pack_id):
    """Not those that come with the program, nor what some system cannot have as a file."""
    with pytest.raises(InvalidInputError, match="another id"):
        own.install(file_with(tmp_path, id=pack_id), replace=True)
    assert not folder.packs.exists()


def test_ids_that_differ_in_capitals_only_cannot_stand_side_by_side(own, tmp_path):
    """On some systems they would be the same file."""
    own.install(EXAMPLE)
    with pytest.raises(InvalidInputError, match="capitals"):
        own.install(file_with(tmp_path, id="Partner-Meetings"), replace=True)


def test_a_removed_pack_can_be_put_back(own, folder):
    """Its very bytes come back."""
    own.install(EXAMPLE)
    removed = own.remove("partner-meetings")
    assert removed.title == "Meetings with partners"
    assert own.packs() == ()
    removed.undo()
    assert (folder.packs / "partner-meetings.toml").read_bytes() == EXAMPLE.read_bytes()


def test_built_in_packs_stay(own):
    """They belong to the program."""
    with pytest.raises(InvalidInputError, match="comes with collabkit and stays"):
        own.remove("five-themes")


@pytest.mark.parametrize("pack_id", ["none", "../data/collabkit", ""])
def test_an_unknown_pack_is_told_in_a_sentence(own, tmp_path, pack_id):
    """No other file can be reached through an id."""
    for act in (own.remove, lambda pack: own.export(pack, tmp_path / "x.toml")):
        with pytest.raises(InvalidInputError, match="no questionnaire"):
            act(pack_id)


@pytest.mark.parametrize("ending", ["toml", "xlsx"])
@pytest.mark.parametrize("pack_id", ["bid-check", "partner-meetings"])
def test_an_exported_pack_is_the_same_pack(own, tmp_path, pack_id, ending):
    """Built in or own, as TOML or as a spreadsheet."""
    own.install(EXAMPLE)
    target = tmp_path / f"Written é.{ending}"
    own.export(pack_id, target)
    found = own.check(target)
    assert found.faults == ()
    assert found.pack is not None
    wanted = read_pack(EXAMPLE) if pack_id == "partner-meetings" else builtin_pack(pack_id)
    assert found.pack.sections == wanted.sections
    assert found.pack.outcome == wanted.outcome


def test_export_goes_to_one_of_two_kinds_of_file(own, tmp_path):
    """Anything else would surprise."""
    with pytest.raises(InvalidInputError, match=r"ends in \.toml or \.xlsx"):
        own.export("five-themes", tmp_path / "x.pdf")
    with pytest.raises(InvalidInputError, match=r"ends in \.xlsx"):
        own.save_template(tmp_path / "x.toml")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_among_the_programs_own_files(own, folder, tmp_path):
    """An export is no way round adding."""
    own.install(EXAMPLE)
    for name in ("new.toml", "partner-meetings.toml", "x.xlsx"):
        with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
            own.export("five-themes", folder.packs / name)
        with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
            own.save_template(folder.packs / name)
    assert [path.name for path in folder.packs.iterdir()] == ["partner-meetings.toml"]


def test_an_older_file_stays_if_the_new_one_cannot_be_written(own, tmp_path):
    """Whole or not at all."""
    with pytest.raises(EnvironmentProblemError, match="could not be written"):
        own.export("five-themes", tmp_path / "gone" / "x.xlsx")


@pytest.mark.parametrize("ending", ["toml", "xlsx"])
def test_a_copy_to_change_has_its_own_id_and_title(own, tmp_path, ending):
    """Everything else is as in the original; it starts with a version of its own."""
    target = tmp_path / f"copy.{ending}"
    own.copy_for_editing("handover", "our-handover", "Our handover", target)
    pack = own.install(target).pack
    assert (pack.id, pack.title, pack.version) == ("our-handover", "Our handover", "0.1")
    assert pack.sections == builtin_pack("handover").sections


@pytest.mark.parametrize(("pack_id", "title"), [("my pack", "A"), ("", "A"), ("mine", " ")])
def test_a_copy_needs_an_id_and_a_title(own, tmp_path, pack_id, title):
    """What could not be added later is not written."""
    with pytest.raises(InvalidInputError):
        own.copy_for_editing("handover", pack_id, title, tmp_path / "copy.toml")
    assert list(tmp_path.iterdir()) == []


def test_every_built_in_pack_can_be_copied(own, tmp_path):
    """Whatever its outcome."""
    for card in builtin_cards():
        target = tmp_path / f"{card.id}.toml"
        own.copy_for_editing(card.id, f"our-{card.id}", card.title, target)
        assert parse_pack(target.read_bytes(), target.name).id == f"our-{card.id}"
