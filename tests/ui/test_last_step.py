"""The last thing that was done can be undone once, or again if that failed."""

import pytest

from collabkit.errors import EnvironmentProblemError
from collabkit.ui.last_step import LastStep


def test_only_the_last_step_is_undone_and_only_once() -> None:
    """What was done before it stands, and so does everything once there is nothing left."""
    undone: list[str] = []
    step = LastStep()
    assert not step.undo()
    step.keep(lambda: undone.append("first"))
    step.keep(lambda: undone.append("second"))
    assert step.undo()
    assert not step.undo()
    assert undone == ["second"]


def test_what_could_not_be_undone_can_be_tried_again() -> None:
    """As when the disk is full just then."""
    trouble = [EnvironmentProblemError("no room")]

    def undo() -> None:
        if trouble:
            raise trouble.pop()

    step = LastStep()
    step.keep(undo)
    with pytest.raises(EnvironmentProblemError):
        step.undo()
    assert step.undo()


def test_what_is_forgotten_stands() -> None:
    """It was brought back another way, say."""
    step = LastStep()
    step.keep(lambda: pytest.fail("this must stand"))
    step.forget()
    assert not step.undo()
