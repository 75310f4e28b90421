"""A disk that is really full: what is there can be read and taken elsewhere; nothing is lost."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import recorded_work as work
from conftest import SmallDisk, Tally
from opening_again import everything
from tiers import TIER, Part

from collabkit.assessments.assessment import Response
from collabkit.errors import CollabkitError, EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.bundle_contents import Wanted
from collabkit.storage import Store
from collabkit.storage.history import History
from collabkit.storage.marks import place_of
from collabkit.storage.second_copy.lines import Change
from collabkit.storage.second_copy.standing import Step, standing

ROW = "real full disk"
AMPLE = 64_000_000  # bytes
PAGE = 4096
MOST_ROOM = 150  # pages beyond what is there already
MOST_NOTES = 1000
LONG = 1990  # bytes, two signs each; a note has at most 4,000 signs
CHINESE = (0x4E00, 0x9FFF)
LITTLE = 60_000  # bytes: too few for a new file
Saved = dict[tuple[str, str], Response]


@pytest.fixture
def disk(small_disk: SmallDisk) -> Path:
    """A disk with the sample charity on it, and room enough so far."""
    place = small_disk(AMPLE)
    work.with_sample(DataFolder(place / "data"), place / "outside")
    return place


def leave(disk: Path, pages: int) -> None:
    """Leave so many pages of room on the disk."""
    facts = os.statvfs(disk)
    used = (facts.f_blocks - facts.f_bfree) * facts.f_frsize
    _remount(disk, used + pages * PAGE)


def _remount(disk: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


def notes(services: Services) -> Iterator[Response]:
    """Long notes on one statement after another, which cannot be packed; then on all anew."""
    (assessment,) = services.store.assessments.all()
    people = services.store.participants.of_assessment(assessment.id)
    sheets = [(person.id, item) for person in people for item in assessment.asked]
    for number in range(MOST_NOTES):
        yield Response(
            *sheets[number % len(sheets)], "3", random.Random(number).randbytes(LONG).hex()
        )


def fill(services: Services) -> tuple[Saved, Response | None, Exception | None]:
    """Write notes until one does not fit; return those that were saved, that one, and why."""
    saved: Saved = {}
    for response in notes(services):
        error = services.store.responses.save(response).exception()
        if error is not None:
            assert isinstance(error, EnvironmentProblemError), repr(error)
            return saved, response, error
        saved[response.participant_id, response.item_id] = response
    return saved, None, None


def kept(services: Services, saved: Saved, failed: Response | None) -> bool:
    """Whether every saved note is there; of the one that failed, the old one or the new one."""
    (assessment,) = services.store.assessments.all()
    found = {
        (response.participant_id, response.item_id): response
        for response in services.store.responses.of_assessment(assessment.id)
    }
    return all(
        found[place] == response or (failed is not None and found[place] == failed)
        for place, response in saved.items()
    )


def taken_elsewhere(services: Services, elsewhere: Path) -> None:
    """Take the plan and everything else to another disk."""
    (assessment,) = services.store.assessments.all()
    services.exports.export(assessment.id, elsewhere / "plan.pdf", work.TODAY)
    services.bundles.write(Wanted(assessment.charity_id), elsewhere / "all.collabkit", work.TODAY)


def refused_here(services: Services, outside: Path) -> bool:
    """Whether writing to the full disk was refused in a sentence, without harm to what is there."""
    (assessment,) = services.store.assessments.all()
    try:
        services.exports.export(assessment.id, outside / "plan.pdf", work.TODAY)
    except EnvironmentProblemError as error:
        return str(error).endswith(".") and (outside / "plan.pdf").read_bytes() == work.LAST_YEAR
    return True


def closed(services: Services) -> None:
    """Close; what cannot be done on a full disk is told in a sentence."""
    try:
        services.close()
    except CollabkitError as told:
        if not str(told).endswith("."):
            raise


@pytest.mark.parametrize("part", TIER.parts(change=1, nightly=2), ids=str)
def test_what_is_there_can_be_read_and_taken_elsewhere(
    part: Part, disk: Path, tmp_path: Path, rng: random.Random, tally: Tally
) -> None:
    """With any room, from none at all; closed with the disk still full, or after it was cleared."""
    folder, outside = DataFolder(disk / "data"), disk / "outside"
    fresh = tmp_path / "fresh"
    shutil.copytree(disk, fresh)
    with tally(ROW) as count:
        for number in range(part.share(TIER.count(share=1, change=4, nightly=40))):
            for path in (folder.root, outside):
                shutil.rmtree(path)
                shutil.copytree(fresh / path.name, path)
            pages = 0 if number == 0 else rng.randint(0, MOST_ROOM)
            leave(disk, pages)
            count.tried()
            services = open_services(folder)
            saved, failed, error = fill(services)
            assert error is not None, f"{pages} pages were enough"
            assert kept(services, saved, failed)
            taken_elsewhere(services, tmp_path)
            assert refused_here(services, outside)
            count.note("saved before it was full", len(saved))
            if number % 2:
                closed(services)
                services = open_services(folder)
                assert kept(services, saved, failed)
            _remount(disk, AMPLE)
            assert failed is not None
            services.store.responses.save(failed).result()
            services.close()
            services = open_services(folder)
            assert kept(services, saved | {(failed.participant_id, failed.item_id): failed}, None)
            services.close()
            count.survived()


def test_a_disk_without_room_for_a_new_file_leaves_nothing_half(
    small_disk: SmallDisk, rng: random.Random, tally: Tally
) -> None:
    """The first start says so; with room, it is as if nothing had happened."""
    with tally(ROW) as count:
        for _disk in range(TIER.count(share=1, change=1, nightly=10)):
            place = small_disk(rng.randrange(PAGE, LITTLE))
            folder = DataFolder(place / "data")
            count.tried()
            with pytest.raises(EnvironmentProblemError, match=r"\.$"):
                Store.open(folder)
            _remount(place, AMPLE)
            assert everything(folder)
            count.survived()


def test_a_disk_that_is_full_when_the_log_is_written(
    disk: Path, rng: random.Random, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else fills it as soon as a change is in the database; room was taken before that."""
    folder = DataFolder(disk / "data")
    services = open_services(folder)
    first = next(notes(services))
    write_line = History.after_commit

    def full_by_now(history: History, change: Change) -> None:
        leave(disk, 0)
        write_line(history, change)

    monkeypatch.setattr(History, "after_commit", full_by_now)
    with tally(ROW) as count:
        for _change in range(TIER.count(share=20, change=20, nightly=200)):
            response = replace(first, note=long_note(rng))
            count.tried()
            services.store.responses.save(response).result()
            place = services.store._writer.read_plainly(place_of)
            assert standing(folder, place).step is Step.IN_STEP
            _remount(disk, AMPLE)
            count.survived()
        services.close()


def long_note(rng: random.Random) -> str:
    """A note that cannot be packed, whose line in the log needs several pages."""
    return "".join(chr(rng.randint(*CHINESE)) for _sign in range(2 * LONG))
