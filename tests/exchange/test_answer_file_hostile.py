"""Hostile files change nothing: each is told in a sentence, and the database stays as it was."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from answer_samples import returned, source
from hostile_answers import hostile_answers, hostile_invitations
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit.assessments.assessment import Selection
from collabkit.errors import CollabkitError
from collabkit.exchange.answers.answer_file import answer_bytes
from collabkit.exchange.answers.invitation import invitation_bytes
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.handing_out import HandingOutService
from collabkit.services.invited import InvitedService
from collabkit.services.packs import builtin_pack
from collabkit.services.returns import ReturnService

DAY = date(2026, 11, 22)
LARGEST = 256_000_000  # bytes
HUNGRY = (
    "millions of objects",
    "millions of fields",
    "deep lists",
    "twice",
    "21 megabytes",
    "a note like a book",
    "far too many lines",
    "a thousand faults",
    "a zip bomb",
)
READ = """
import re, sys
from pathlib import Path
from collabkit.assessments.packs.reader import parse_pack
from collabkit.errors import CollabkitError
from collabkit.exchange.answers.invitation import read_invitation
from collabkit.exchange.answers.reading import read_returned
folder = Path(sys.argv[1])
pack = parse_pack((folder / "board-check.toml").read_bytes(), "board-check.toml")
refused = 0
for path in sorted(folder.glob("*.file")):
    data = path.read_bytes()
    for read in (lambda d: read_returned(d, "x.csv", pack), read_invitation):
        try:
            read(data)
        except CollabkitError:
            refused += 1
print(refused, re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """With an assessment that nobody has answered."""
    opened = open_services(DataFolder(tmp_path_factory.mktemp("hostile")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def sheet(services: Services) -> ReturnedSheet:
    """A sound sheet of that assessment."""
    assessment = services.assessments.start(
        services.charities.add("Sample Charity").id,
        builtin_pack("board-check"),
        selection=Selection.ALL,
        minimum=5,
        title="June",
        today=DAY,
    )
    return replace(returned(), assessment=assessment.id)


def dump(services: Services) -> list[str]:
    with closing(sqlite3.connect(f"file:{services.folder.database}?mode=ro", uri=True)) as opened:
        return list(opened.iterdump())


def test_no_hostile_file_is_taken(services: Services, sheet: ReturnedSheet) -> None:
    """All of them in one go, and each with a reason."""
    service = ReturnService(services.store, services.packs)
    before = dump(services)
    files = list(hostile_answers(sheet).values())
    preview = service.preview(sheet.assessment, files)
    assert len(preview.sheets) >= len(files)
    assert [each.file for each in preview.to_take] == []
    assert all(each.reason.endswith((".", "”.")) for each in preview.sheets)
    assert service.take(preview, DAY).new == 0
    assert dump(services) == before


def test_no_hostile_invitation_is_opened(
    services: Services, sheet: ReturnedSheet, tmp_path: Path
) -> None:
    """Nothing begins."""
    out = HandingOutService(services.store, services.packs, services.folder)
    (sound,) = out.sheets(sheet.assessment, today=DAY)
    invited = InvitedService(services.store, services.packs, services.folder)
    before = dump(services)
    path = tmp_path / "x.collabkit-ask"
    for _name, data in hostile_invitations(sound).values():
        path.write_bytes(data)
        with pytest.raises(CollabkitError):
            invited.open_invitation(path, DAY)
    assert dump(services) == before


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_was_changed_in_a_file_it_is_told(
    services: Services, sheet: ReturnedSheet, data: st.DataObject
) -> None:
    """Bytes cut out, put in or swapped: a sheet that can be taken, or a reason."""
    table = b"respondent,role,item,answer\nA,trustee,BRD-1,4\nB,staff,BRD-2,dk\n"
    whole = data.draw(st.sampled_from([answer_bytes(sheet), table]))
    for _change in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, min(len(whole), start + 20)))
        whole = whole[:start] + data.draw(st.binary(max_size=6)) + whole[end:]
    preview = ReturnService(services.store, services.packs).preview(
        sheet.assessment, [("answers.csv", whole)]
    )
    assert preview.sheets
    assert all(each.verdict.is_taken or each.reason for each in preview.sheets)


@settings(max_examples=40)
@given(st.data())
def test_whatever_was_changed_in_an_invitation_it_is_told(data: st.DataObject) -> None:
    """Bytes cut out or put in: a sheet that can be answered, or a sentence."""
    from answer_samples import handed_out

    from collabkit.exchange.answers.invitation import read_invitation

    whole = invitation_bytes(handed_out())
    start = data.draw(st.integers(0, 1_500) | st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 20)))
    with suppress(CollabkitError):
        read_invitation(whole[:start] + data.draw(st.binary(max_size=6)) + whole[end:])


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted differently there")
def test_the_hungriest_files_do_not_eat_the_machine(tmp_path: Path) -> None:
    """In a process of its own: all of them, one after the other, within 256 megabytes."""
    (tmp_path / "board-check.toml").write_bytes(source())
    files = {**hostile_invitations(), **hostile_answers()}
    for number, what in enumerate(HUNGRY):
        (tmp_path / f"{number}.file").write_bytes(files[what][1])
    done = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path)], capture_output=True, text=True, check=True
    )
    refused, most = map(int, done.stdout.split())
    assert refused == 2 * len(HUNGRY)
    assert most * 1_024 < LARGEST
