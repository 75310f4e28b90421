"""A draft keeps what fits at once and holds what does not."""

import pytest

from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.room.preparation import Preparation
from collabkit.ui.workshop.prepare.draft import Draft


class Disk:
    """Keeps preparations as the service does: some it refuses, and it may be full."""

    def __init__(self) -> None:
        self.kept: list[Preparation] = []
        self.is_full = False

    def keep(self, preparation: Preparation) -> None:
        if not preparation.title:
            raise InvalidInputError("No title.")
        if preparation.people < preparation.minimum:
            raise InvalidInputError("Too few.")
        if self.is_full:
            raise EnvironmentProblemError("The disk is full.")
        self.kept.append(preparation)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def draft() -> Draft:
    return Draft(Preparation("Away-day", ("POW-1",)))


def test_what_fits_is_kept_at_once(draft: Draft, disk: Disk) -> None:
    draft.take("people", 14, disk.keep)
    assert [preparation.people for preparation in disk.kept] == [14]
    assert (draft.kept, draft.pending, draft.faults) == (disk.kept[0], {}, {})


def test_what_does_not_fit_waits_and_is_shown(draft: Draft, disk: Disk) -> None:
    """The fault is told at its own field; the others are kept without it."""
    draft.take("title", "", disk.keep)
    draft.take("people", 14, disk.keep)
    assert draft.faults == {"title": "No title."}
    assert (draft.shown.title, draft.shown.people) == ("", 14)
    assert (disk.kept[-1].title, disk.kept[-1].people) == ("Away-day", 14)


def test_two_fields_that_fit_only_together_are_kept_together(draft: Draft, disk: Disk) -> None:
    """A smallest group of eleven waits until eleven or more are expected."""
    draft.take("minimum", 11, disk.keep)
    assert draft.faults == {"minimum": "Too few."}
    draft.take("people", 12, disk.keep)
    assert (draft.kept.minimum, draft.kept.people) == (11, 12)
    assert draft.faults == {}


def test_a_full_disk_loses_nothing(draft: Draft, disk: Disk) -> None:
    """What was typed stays in hand and is kept with the next change."""
    disk.is_full = True
    with pytest.raises(EnvironmentProblemError):
        draft.take("title", "Board day", disk.keep)
    assert draft.shown.title == "Board day"
    disk.is_full = False
    draft.take("people", 14, disk.keep)
    assert (disk.kept[-1].title, disk.kept[-1].people) == ("Board day", 14)
    assert draft.pending == {}
