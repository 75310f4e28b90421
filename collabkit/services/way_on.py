"""Data that cannot be opened, for the command line: what can be put back, and by what."""

from datetime import date

from collabkit.errors import DataRefusedError, EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.recovery import Findings, check_is_not_gone, look, trouble_of
from collabkit.services.recovery_words import heading, nothing_left, promise
from collabkit.storage.opening import open_for_reading


def check_can_be_opened(folder: DataFolder) -> None:
    """Raise ``DataRefusedError`` if something is wrong with the data.

    And ``EnvironmentProblemError`` if nobody can tell: if there is none yet, if it is of an older
    release, or if the machine hinders it. Also beside an open window.
    """
    check_is_not_gone(folder)
    open_for_reading(folder).close()


def findings_here(folder: DataFolder, today: date) -> Findings | None:
    """Return what can be put back; ``None`` if the data can be opened, or nobody can tell.

    Also beside an open window. Changes nothing.
    """
    try:
        check_can_be_opened(folder)
    except EnvironmentProblemError:
        return None
    except DataRefusedError as error:
        trouble = trouble_of(error)
        return None if trouble is None else look(folder, trouble, today)
    return None


def what_can_be_put_back(findings: Findings, today: date) -> str:
    """Return how much of what was saved can be put back; ``findings.best`` must be there."""
    return " ".join((f"{heading(findings)}.", promise(findings, today), findings.hindrance)).strip()


def way_on(findings: Findings, folder: DataFolder, today: date) -> str:
    """Return what can be put back and how to do it, or what can be tried if nothing can."""
    if findings.best is not None:
        how = _(
            "Open the window of collabkit, which puts that back with one press, or use “collabkit "
            "restore everything”."
        )
        return f"{what_can_be_put_back(findings, today)} {how}"
    told = f"{heading(findings)}."
    rest = promise(findings, today)
    if rest:
        return f"{told} {rest} {_('The window of collabkit offers to take that.')}"
    return " ".join((told, *nothing_left(findings, folder), findings.hindrance)).strip()
