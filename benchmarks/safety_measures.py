"""What keeping everything safe costs, with 10,000 answers in the file."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import figures
from benchmarks.figures import Figure

if TYPE_CHECKING:
    from collabkit.paths import DataFolder

_ANSWERS = 10_000
_ROUNDS = 15
_TODAY = date(2026, 11, 22)


def keeping(folder: Path) -> Iterator[Figure]:
    """The check at the start, and a verified copy, as the writer thread does them."""
    from collabkit.paths import DataFolder
    from collabkit.storage import Store
    from collabkit.storage.checks import check_file
    from collabkit.storage.connection import connect
    from collabkit.storage.copies import Reason
    from collabkit.storage.marks import place_of
    from collabkit.storage.second_copy.standing import standing

    data = DataFolder(folder)
    _fill(data)

    def check() -> float:
        start = time.perf_counter()
        check_file(data.database)
        with closing(connect(data.database, read_only=True)) as connection:
            standing(data, place_of(connection))
        return (time.perf_counter() - start) * 1e3

    yield figures.absolute("check at the start, 10,000 answers", "ms", _times(check), 50)

    with Store.open(data) as store:

        def copy() -> float:
            start = time.perf_counter()
            store.safety.make_copy(Reason.ASKED)
            return (time.perf_counter() - start) * 1e3

        yield figures.absolute("verified copy, 10,000 answers", "ms", _times(copy), 250)


ALL: tuple[Callable[[Path], Iterator[Figure]], ...] = (keeping,)


def _fill(data: "DataFolder") -> None:
    """Save so many answers of 223 people one by one, the log included."""
    from collabkit.assessments.assessment import Response, Selection
    from collabkit.assessments.pack import Respondent
    from collabkit.services import open_services
    from collabkit.services.packs import builtin_pack

    services = open_services(data)
    pack = builtin_pack("five-themes")
    charity = services.charities.add("Sample Keeping")
    left = _ANSWERS
    while left:
        sitting = services.assessments.start_alone(
            charity.id, pack, Selection.ALL, Respondent.TRUSTEE, "Keeping", _TODAY
        )
        for item_id in sitting.assessment.asked[:left]:
            services.store.responses.save(
                Response(sitting.participant.id, item_id, "4", "A note of a sentence, as usual.")
            )
            left -= 1
    services.close()


def _times(measure: Callable[[], float]) -> list[float]:
    measure()  # the first round warms the disk's memory
    return [measure() for _round in range(_ROUNDS)]
