"""Files that came back, read into sheets, and what is told of each before it is taken."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.text import read_file
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.exchange.answers.codes import tidied
from collabkit.exchange.answers.reading import MOST_BYTES, read_returned
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.services.naming import in_one_line
from collabkit.services.return_judging import Judged
from collabkit.services.return_preview import PreviewedSheet, Verdict
from collabkit.services.return_words import whose

# The file called so, or its name and its bytes.
File = Path | tuple[str, bytes]


def read_sheets(
    files: Sequence[File], pack: Pack
) -> Iterator[tuple[str, str, ReturnedSheet | CollabkitError]]:
    """Yield every sheet with its key and the name of its file; of a file that fails, the reason."""
    for number, file in enumerate(files, start=1):
        name = file.name if isinstance(file, Path) else file[0]
        try:
            data = read_file(file, MOST_BYTES) if isinstance(file, Path) else file[1]
            found = read_returned(data, name, pack)
        except CollabkitError as error:
            yield str(number), name, error
            continue
        for place, sheet in enumerate(found, start=1):
            yield f"{number}.{place}", name, sheet


def unreadable(key: str, name: str, error: CollabkitError) -> PreviewedSheet:
    """Return what is told of a file that cannot be read."""
    faults = error.faults if isinstance(error, InvalidInputError) else ()
    return PreviewedSheet(key, name, Verdict.UNREADABLE, reason=str(error), faults=faults)


def previewed(
    key: str, file: str, sheet: ReturnedSheet, judged: Judged, copy: int
) -> PreviewedSheet:
    """Return what is told of a sheet, the ``copy``-th of those that say the very same."""
    code, fitted = tidied(sheet.sheet), judged.fitted
    return PreviewedSheet(
        key=key,
        file=file,
        verdict=judged.verdict,
        whose=whose(sheet, code),
        kept_as=judged.person.pseudonym if judged.person else "",
        sheet=code,
        route=sheet.route,
        role=fitted.role if fitted else sheet.role,
        party=in_one_line(sheet.party),
        about=in_one_line(sheet.about),
        answered=fitted.answered if fitted else len(sheet.answers),
        of=fitted.of if fitted else 0,
        notes=fitted.notes if fitted else len(sheet.notes),
        reworded=fitted.reworded if fitted else (),
        not_asked=fitted.not_asked if fitted else (),
        reason=judged.reason,
        faults=judged.faults,
        can_be_another=judged.can_be_another,
        copy=copy,
        returned=sheet,
        person=judged.person,
    )
