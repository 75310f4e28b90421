"""Networks: files are looked at, taken all at once, and seen side by side."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from beginnings import TODAY

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.measure import measure
from collabkit.assessments.tally import tally_all
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.exchange.network.group_file import MOST_BYTES
from collabkit.exchange.network.group_text import group_bytes
from collabkit.network.group import Answers, Group, GroupContact
from collabkit.network.leaving import answers_of
from collabkit.services import Services, network_files
from collabkit.services.networks import (
    ALL,
    FileState,
    Filter,
    NetworkService,
    group_files_in,
    picture_of_files,
    write_document,
)
from collabkit.services.packs import builtin_file, builtin_pack

BARRIERS = builtin_pack("barriers")
NEW, REPLACES, SAME, REFUSED = FileState


@pytest.fixture
def networks(services: Services) -> NetworkService:
    return NetworkService(services.store, services.packs, services.folder)


@pytest.fixture
def network_id(networks: NetworkService) -> str:
    return networks.add("Sample Network", TODAY).id


def rated(answers: Mapping[str, str]) -> Answers:
    results = measure(
        BARRIERS,
        tally_all(BARRIERS, answers.items()),
        asked=[item.id for item in BARRIERS.items],
        minimum=1,
        respondents=1,
        selection=Selection.ALL,
    )
    return answers_of(BARRIERS, results, selection=Selection.ALL, finished=TODAY)


def group(number: int, rating: str = "2", made: date = date(2026, 11, 1)) -> Group:
    return Group(
        key=f"{number:032x}",
        made=made,
        size=IncomeBand.SMALL,
        run_by=RunBy.STAFF,
        contact=None,
        answers=(rated({"BAR-a": rating, "BAR-c": "0"}),),
    )


def write(folder: Path, name: str, data: Group | bytes) -> Path:
    path = folder / f"{name}.collabkit-group"
    path.write_bytes(data if isinstance(data, bytes) else group_bytes(data))
    return path


def states(networks: NetworkService, network_id: str, *paths: Path) -> list[FileState]:
    return [file.state for file in networks.preview(network_id, paths).files]


def test_files_are_looked_at_and_then_taken(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Looking changes nothing; a second time there is nothing to take."""
    paths = [write(tmp_path, f"group {n}", group(n)) for n in range(6)]
    preview = networks.preview(network_id, paths)
    assert [file.state for file in preview.files] == [NEW] * 6
    assert preview.files[0].told == "1 questionnaire, made in November 2026."
    assert networks.lines()[0].groups == 0
    assert networks.take(preview, TODAY) == 6
    assert networks.lines()[0].groups == 6
    again = networks.preview(network_id, paths)
    assert [file.state for file in again.files] == [SAME] * 6
    assert networks.take(again, TODAY) == 0
    assert networks.picture(network_id).number == 6


def test_one_bad_file_is_told_and_stops_no_other(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """The rest can be taken without it."""
    paths = [
        write(tmp_path, "good", group(1)),
        write(tmp_path, "bad", b"{}"),
        tmp_path / "missing.collabkit-group",
        tmp_path,
    ]
    preview = networks.preview(network_id, paths)
    assert [file.state for file in preview.files] == [NEW, REFUSED, REFUSED, REFUSED]
    assert "no file of a group" in preview.files[1].told
    assert "could not be opened" in preview.files[2].told
    assert next(file.name for file in preview.of(REFUSED)) == "bad.collabkit-group"
    assert networks.take(preview, TODAY) == 1


def test_a_later_file_replaces_the_earlier_one(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """A group counts once; an older file never comes back."""
    june, november = (
        group(1, rating, date(2026, month, 1)) for rating, month in (("3", 6), ("0", 11))
    )
    old, new = write(tmp_path, "old", june), write(tmp_path, "new", november)
    networks.take(networks.preview(network_id, [old]), TODAY)
    preview = networks.preview(network_id, [new])
    assert preview.files[0].state is REPLACES
    assert "made in June 2026" in preview.files[0].told
    networks.take(preview, TODAY)
    assert networks.lines()[0].groups == 1
    (late,) = networks.preview(network_id, [old]).files
    assert late.state is REFUSED
    assert late.told == "What is here of this group is newer."


def test_two_files_of_one_group(networks: NetworkService, network_id: str, tmp_path: Path) -> None:
    """The newer one is taken, whatever their order; of one month somebody has to say which."""
    old = write(tmp_path, "old", group(1, "3", date(2026, 6, 1)))
    new = write(tmp_path, "new", group(1, "0"))
    other = write(tmp_path, "other", group(1, "1"))
    copy = write(tmp_path, "copy", group(1, "0"))
    assert states(networks, network_id, old, new) == [REFUSED, NEW]
    assert states(networks, network_id, new, old) == [NEW, REFUSED]
    assert states(networks, network_id, new, copy, old) == [NEW, SAME, REFUSED]
    assert states(networks, network_id, new, other, old) == [REFUSED] * 3
    told = networks.preview(network_id, [new, other]).files[0].told
    assert "take only the one that was sent last" in told


def test_what_does_not_fit_a_known_questionnaire_is_refused(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Statements that it does not have, or answers that nobody could give."""
    strange = rated({"BAR-a": "2"})
    head = strange.tables[0].head
    table = replace(strange.tables[0], head=replace(head, levels=("9", *head.levels[1:])))
    file = replace(group(1), answers=(replace(strange, tables=(table,)),))
    (looked,) = networks.preview(network_id, [write(tmp_path, "strange", file)]).files
    assert looked.state is REFUSED
    assert "does not fit its questionnaire “barriers”" in looked.told


def test_an_unknown_wording_is_kept_until_it_is_known(
    services: Services, networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """It is told at once, and seen as soon as the same questionnaire is here."""
    source = builtin_file("barriers")
    assert source is not None
    text = source.read_text(encoding="utf-8").replace('id = "barriers"', 'id = "own-bars"', 1)
    services.folder.packs.mkdir(parents=True, exist_ok=True)
    own = services.folder.packs / "own-bars.toml"
    own.write_text(text, encoding="utf-8")
    digest = services.packs.read("own-bars").digest
    own.unlink()
    paths = []
    for n in range(5):
        answers = replace(group(n).answers[0], pack_id="own-bars", digest=digest)
        paths.append(write(tmp_path, f"own {n}", replace(group(n), answers=(answers,))))
    preview = networks.preview(network_id, paths)
    assert "a wording that this computer does not know" in preview.files[0].told
    assert networks.take(preview, TODAY) == 5
    before = networks.picture(network_id)
    assert before.packs == ()
    assert before.unknown["own-bars"].number(ALL) == 5
    own.write_text(text, encoding="utf-8")
    assert networks.picture(network_id).pack("own-bars").groups.number(ALL) == 5


def test_a_wording_that_somebody_answered_here_is_known(
    services: Services, networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Also when the questionnaire itself has been changed since, and only under its own name."""
    source = builtin_file("barriers")
    assert source is not None
    text = source.read_text(encoding="utf-8").replace('id = "barriers"', 'id = "own-bars"', 1)
    services.folder.packs.mkdir(parents=True, exist_ok=True)
    own = services.folder.packs / "own-bars.toml"
    own.write_text(text, encoding="utf-8")
    pack = services.packs.read("own-bars")
    services.packs.pin(pack)
    own.unlink()
    answers = replace(group(1).answers[0], pack_id="own-bars", digest=pack.digest)
    known = write(tmp_path, "known", replace(group(1), answers=(answers,)))
    assert "does not know" not in networks.preview(network_id, [known]).files[0].told
    stranger = replace(answers, pack_id="other-bars")
    other = write(tmp_path, "other", replace(group(2), answers=(stranger,)))
    assert "does not know" in networks.preview(network_id, [other]).files[0].told


def test_what_strangers_write_beside_the_numbers_is_not_kept(
    services: Services, networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Only what can be read from a file is on the disk."""
    data = group_bytes(group(1)).replace(b"This file was made for a network.", b"canary")
    networks.take(networks.preview(network_id, [write(tmp_path, "strange", data)]), TODAY)
    (kept,) = services.store.networks.groups(network_id)
    assert "canary" not in kept.text
    assert kept.received == TODAY


@pytest.mark.parametrize(("minimum", "filters"), [(3, 1), (6, 1), (7, 0)])
def test_the_minimum_of_a_network_counts_groups(
    networks: NetworkService, tmp_path: Path, minimum: int, filters: int
) -> None:
    """It is settled when the network begins."""
    network = networks.add("Sample", TODAY, minimum)
    paths = [write(tmp_path, f"{n}", group(n)) for n in range(6)]
    networks.take(networks.preview(network.id, paths), TODAY)
    assert (ALL in networks.picture(network.id).filters) is bool(filters)


@pytest.mark.parametrize("minimum", [0, 1, 2, 11])
def test_a_minimum_is_three_to_ten(networks: NetworkService, minimum: int) -> None:
    """As everywhere."""
    with pytest.raises(InvalidInputError, match="from 3 to 10 groups"):
        networks.add("Sample", TODAY, minimum)


def test_networks_have_names_of_their_own(networks: NetworkService, network_id: str) -> None:
    """Also after one was put away and brought back."""
    with pytest.raises(InvalidInputError, match="already a network"):
        networks.add("sample NETWORK", TODAY)
    with pytest.raises(InvalidInputError):
        networks.add("  ", TODAY)
    assert networks.rename(network_id, "Sample  Network\n").name == "Sample Network"
    networks.remove(network_id, TODAY)
    assert networks.lines() == ()
    assert [removed.record.name for removed in networks.removed()] == ["Sample Network"]
    other = networks.add("Sample Network", TODAY)
    with pytest.raises(InvalidInputError):
        networks.restore(network_id)
    networks.rename(other.id, "Another")
    networks.restore(network_id)
    assert [line.network.name for line in networks.lines()] == ["Another", "Sample Network"]


def test_whoever_wanted_to_be_named_can_be_forgotten(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Name, details and all the rest."""
    named = replace(group(1), contact=GroupContact("Sample Group", "group@sample.example"))
    paths = [write(tmp_path, "named", named), write(tmp_path, "other", group(2))]
    networks.take(networks.preview(network_id, paths), TODAY)
    ((key, contact),) = networks.contacts(network_id)
    assert contact.name == "Sample Group"
    networks.drop(network_id, [key])
    assert networks.contacts(network_id) == ()
    assert networks.lines()[0].groups == 1


def test_what_was_let_go_of_can_be_taken_back(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Word for word, with the day on which it came; keys that nobody has are no fault."""
    paths = [write(tmp_path, f"{n}", group(n)) for n in range(6)]
    networks.take(networks.preview(network_id, paths), TODAY)
    let_go = networks.drop(network_id, [group(n).key for n in (1, 4, 99)])
    assert [(gone.key, gone.received) for gone in let_go] == [
        (group(1).key, TODAY),
        (group(4).key, TODAY),
    ]
    assert states(networks, network_id, *paths) == [SAME, NEW, SAME, SAME, NEW, SAME]
    networks.take_back(network_id, let_go)
    assert states(networks, network_id, *paths) == [SAME] * 6
    assert networks.picture(network_id).number == 6


def test_letting_go_of_nobody_changes_nothing(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """And a group is let go of in one network, not in another that has its file too."""
    other = networks.add("Another Network", TODAY).id
    path = write(tmp_path, "one", group(1))
    for each in (network_id, other):
        networks.take(networks.preview(each, [path]), TODAY)
    assert networks.drop(network_id, [group(2).key]) == ()
    assert networks.drop(network_id, []) == ()
    assert len(networks.drop(network_id, [group(1).key])) == 1
    assert states(networks, network_id, path) == [NEW]
    assert states(networks, other, path) == [SAME]


def test_nothing_is_taken_back_into_an_unknown_network(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """What was let go of stays in the hands of whoever has it."""
    networks.take(networks.preview(network_id, [write(tmp_path, "one", group(1))]), TODAY)
    let_go = networks.drop(network_id, [group(1).key])
    with pytest.raises(KeyError):
        networks.take_back("none", let_go)
    assert len(let_go) == 1


def test_more_files_than_can_be_looked_at_in_one_go(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Are told before any of them is read."""
    paths = [tmp_path / f"{n}.collabkit-group" for n in range(network_files.MOST_FILES + 1)]
    with pytest.raises(InvalidInputError, match="more than 2,000 files"):
        networks.preview(network_id, paths)
    for path in paths:
        path.touch()
    with pytest.raises(InvalidInputError, match="at most 2,000 in one go"):
        group_files_in(tmp_path)


def test_files_that_are_too_much_together_are_taken_one_part_after_the_other(
    networks: NetworkService,
    network_id: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What fits is looked at; the others are not read, and say what to do."""
    paths = [write(tmp_path, f"{n}", group(n)) for n in range(5)]
    monkeypatch.setattr(network_files, "MOST_KEPT", 5_000)  # an ordinary file has about 3,700
    preview = networks.preview(network_id, paths)
    assert [file.state for file in preview.files] == [NEW, NEW, REFUSED, REFUSED, REFUSED]
    assert "Please choose it once more, without those" in preview.files[2].told
    networks.take(preview, TODAY)
    assert states(networks, network_id, *paths[2:]) == [NEW, NEW, REFUSED]


def test_what_could_not_be_read_again_is_not_taken(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Written out as it is kept, a file without any blanks is longer; a network must stay open."""
    file = json.loads(group_bytes(group(1)))
    (told,) = file["questionnaires"]
    del file["questionnaires"]
    table = {"levels": list("0123456789"), "ways_out": []}
    table["rows"] = {f"a{n}": [1, 1, *[0] * 9] for n in range(900)}
    file["questionnaires"] = [told | {"id": f"p{n}", "tables": [table]} for n in range(30)]
    data = json.dumps(file, separators=(",", ":")).encode()
    assert len(data) < MOST_BYTES
    (looked,) = networks.preview(network_id, [write(tmp_path, "wide", data)]).files
    assert looked.state is REFUSED
    assert "far larger than it can be" in looked.told


def test_a_folder_that_cannot_be_opened(tmp_path: Path) -> None:
    """Is told by its name, such as one that was on a stick."""
    with pytest.raises(EnvironmentProblemError, match="The folder “gone” could not be opened"):
        group_files_in(tmp_path / "gone")


def test_an_unknown_network(networks: NetworkService, tmp_path: Path) -> None:
    """Is no network."""
    for verb in (networks.get, networks.picture):
        with pytest.raises(KeyError):
            verb("none")
    with pytest.raises(KeyError):
        networks.preview("none", [tmp_path])


def test_a_document_says_whose_it_is_and_which_groups(
    networks: NetworkService, network_id: str, tmp_path: Path
) -> None:
    """Nothing else than the views in it."""
    paths = [write(tmp_path, f"{n}", group(n)) for n in range(6)]
    networks.take(networks.preview(network_id, paths), TODAY)
    document = networks.document(network_id, TODAY)
    assert (document.title, document.subject) == ("Groups side by side", "Sample Network")
    assert [(fact.label, fact.value) for fact in document.facts][1] == ("Groups", "6, all groups")
    small = networks.document(network_id, TODAY, Filter(IncomeBand.SMALL))
    assert small.facts[1].value == "6, small groups"
    with pytest.raises(InvalidInputError, match="Micro groups cannot be looked at alone"):
        networks.document(network_id, TODAY, Filter(IncomeBand.MICRO))


@pytest.mark.parametrize("suffix", ["html", "csv"])
def test_an_export_is_a_file_that_can_be_opened(
    networks: NetworkService, network_id: str, tmp_path: Path, suffix: str
) -> None:
    """The kind of file that its name asks for."""
    paths = [write(tmp_path, f"{n}", group(n)) for n in range(6)]
    networks.take(networks.preview(network_id, paths), TODAY)
    path = tmp_path / f"network.{suffix}"
    assert networks.export(network_id, path, TODAY).path == path
    assert "Finding time to organise joint work" in path.read_text(encoding="utf-8")


def test_files_alone_are_enough(services: Services, tmp_path: Path) -> None:
    """Without a database, for the command line."""
    paths = [write(tmp_path, f"{n}", group(n)) for n in range(5)] + [write(tmp_path, "x", b"")]
    (tmp_path / "notes.txt").write_text("no group")
    assert group_files_in(tmp_path) == tuple(paths)
    picture, files = picture_of_files(paths, 5, services.folder)
    assert picture.number == 5
    assert [file.state for file in files] == [NEW] * 5 + [REFUSED]


def test_no_file_of_the_program_is_written_over(
    services: Services, networks: NetworkService, network_id: str
) -> None:
    """Whatever it is called."""
    document = networks.document(network_id, TODAY)
    path = services.folder.root / "collabkit.html"
    path.write_text("ours")
    with pytest.raises(InvalidInputError, match="belongs to collabkit"):
        write_document(document, path, services.folder)
    with pytest.raises(InvalidInputError, match="no kind of file that this"):
        write_document(document, services.folder.root.parent / "network.exe", services.folder)
    assert path.read_text() == "ours"
