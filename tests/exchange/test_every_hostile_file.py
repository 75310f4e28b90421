"""Hostile files of every kind at the one door for files: a sentence, and nothing changes.

Each kind of file has closer tests beside this one, with limits on time and memory.
"""

from collections.abc import Iterator
from pathlib import Path

import hostile_bundles
import pytest
from hostile_answers import hostile_answers, hostile_invitations
from hostile_forms import hostile as hostile_forms

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.file_kinds import look_at
from collabkit.services.found_files import BundleFound, NothingFound

FEWEST = 80
FORMS = 10  # each is read in a process of its own; the others in the tests of forms


def corpus() -> Iterator[tuple[str, str, bytes]]:
    """Every hostile file with the name that a mail program might give it."""
    for what, (name, data) in {**hostile_answers(), **hostile_invitations()}.items():
        yield what, name, data
    for what, make in hostile_bundles.HOSTILE.items():
        yield what, "everything.collabkit", make()[0]
    for what, data in hostile_forms():
        yield what, "form.pdf", data


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    opened = open_services(DataFolder(tmp_path_factory.mktemp("hostile") / "data"))
    yield opened
    opened.close()


def test_there_are_enough() -> None:
    """Of every kind together at least eighty."""
    assert sum(1 for _file in corpus()) >= FEWEST


def test_a_sentence_and_nothing_changes(services: Services, tmp_path: Path) -> None:
    """Whatever it is called and whatever it is, looking at it ends with words for a trustee.

    What can be read so far as to be told apart says what is wrong with it where it is opened.
    """
    database = services.folder.database
    before = database.read_bytes()
    forms, path = 0, tmp_path / "a file.tmp"
    for what, name, data in corpus():
        if name.endswith(".pdf") and (forms := forms + 1) > FORMS:
            continue
        path = tmp_path / f"file{Path(name).suffix}"
        path.write_bytes(data)
        found = look_at(services, path)
        said = found.reason if isinstance(found, NothingFound) else _opened(services, found)
        assert said[:1].isupper() or said.startswith(("“", "„")), (what, said)
        assert "Traceback" not in said, what
    assert database.read_bytes() == before


def _opened(services: Services, found: object) -> str:
    """Return what is said where the file is opened that was only told apart so far."""
    match found:
        case BundleFound():
            with pytest.raises(CollabkitError) as caught:
                services.bundles.preview(found.path, hostile_bundles.PASSPHRASE)
            return str(caught.value)
        case _:
            return f"A file: {type(found).__name__}"
