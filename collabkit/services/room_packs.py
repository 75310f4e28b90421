"""Everything on paper that a session needs, written into a folder in one go."""

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.files import replacing
from collabkit.paths import DataFolder
from collabkit.services.exports import Exported, Paper, size_of
from collabkit.services.own_files import check_can_hold
from collabkit.services.progress import Progress

if TYPE_CHECKING:
    from collabkit.services.workshops import WorkshopService


class RoomPackService:
    """Draws and writes room packs: a second or so, to be called off the GUI thread."""

    def __init__(self, workshops: "WorkshopService", folder: DataFolder) -> None:
        self._workshops = workshops
        self._folder = folder

    def export(
        self, session_id: str, folder: Path, paper: Paper, progress: Progress | None = None
    ) -> tuple[Exported, ...]:
        """Write every paper of a session into ``folder``, numbered as they are needed.

        All of them are on the disk, under names of the moment, before the first takes its own name
        and with it the place of an older file; so a full disk leaves everything as it was.
        ``progress`` is told how many of how many are drawn. Raises ``KeyError`` for an unknown
        session, ``InvalidInputError`` for the program's own folder and ``EnvironmentProblemError``
        if a file cannot be written.
        """
        from collabkit.reports.room_pack.material import Material  # ReportLab: never at the start
        from collabkit.reports.room_pack.papers import room_papers

        session = self._workshops.get(session_id)
        material = Material(
            session.meeting.preparation,
            session.pack,
            session.charity.name,
            session.changed_on,
            is_practice=session.is_practice,
        )
        check_can_hold(folder, self._folder)
        size = size_of(paper)
        papers = room_papers(size)
        pages: dict[Path, int] = {}

        with ExitStack() as files:
            for number, each in enumerate(papers, start=1):
                path = folder / f"{each.name}.pdf"
                temporary = files.enter_context(replacing(path, partial(_check, path, pages)))
                temporary.write_bytes(each.draw(material, size))
                if progress:
                    progress(number, len(papers))
        return tuple(Exported(path, pages[path]) for path in sorted(pages))


def _check(path: Path, pages: dict[Path, int], written: Path) -> None:
    from collabkit.reports.checks import check_pdf

    pages[path] = check_pdf(written)
