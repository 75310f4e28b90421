"""Verbs that the screens and the command line call. No Qt, no SQL."""

from dataclasses import dataclass

from collabkit.paths import DataFolder
from collabkit.services.assessments import AssessmentService
from collabkit.services.charities import CharityService
from collabkit.services.exports import ExportService
from collabkit.services.packs import PackShelf
from collabkit.services.plans import PlanService
from collabkit.services.responses import ResponseService
from collabkit.services.results import ResultService
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the program can do, handed to whoever needs it."""

    store: Store
    packs: PackShelf
    charities: CharityService
    assessments: AssessmentService
    responses: ResponseService
    results: ResultService
    plans: PlanService
    exports: ExportService

    def close(self) -> None:
        """Finish what is under way, make the verified copy and let go of the database."""
        self.store.close()


def open_services(folder: DataFolder, *, read_only: bool = False) -> Services:
    """Open the database in ``folder`` and return everything that works on it.

    Raises ``DataRefusedError`` for a newer, foreign or damaged file, which is left untouched, and
    ``EnvironmentProblemError`` if the folder cannot be used or another window is open.
    """
    store = Store.open(folder, read_only=read_only)
    packs = PackShelf(store)
    results = ResultService(store, packs)
    plans = PlanService(store)
    return Services(
        store=store,
        packs=packs,
        charities=CharityService(store),
        assessments=AssessmentService(store, packs),
        responses=ResponseService(store),
        results=results,
        plans=plans,
        exports=ExportService(results, plans),
    )
