"""Verbs that the screens and the command line call. No Qt, no SQL."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.services.assessments import AssessmentService
from collabkit.services.charities import CharityService
from collabkit.services.erasing_in_hand import in_hand_file
from collabkit.services.packs import PackShelf
from collabkit.services.plans import PlanService
from collabkit.services.responses import ResponseService
from collabkit.storage import AlreadyOpenError, LockedError, Store

if TYPE_CHECKING:
    from collabkit.services.bundles import BundleService
    from collabkit.services.correcting import CorrectingService
    from collabkit.services.erasing import ErasingService
    from collabkit.services.exports import ExportService
    from collabkit.services.group_files import GroupFileService
    from collabkit.services.handing_out import HandingOutService
    from collabkit.services.invited import InvitedService
    from collabkit.services.named import NamedService
    from collabkit.services.networks import NetworkService
    from collabkit.services.occasions import OccasionService
    from collabkit.services.own_packs import OwnPackService
    from collabkit.services.person_files import PersonFileService
    from collabkit.services.personal import PersonalService
    from collabkit.services.privacy_notice import PrivacyNoticeService
    from collabkit.services.results import ResultService
    from collabkit.services.retention import RetentionService
    from collabkit.services.returns import ReturnService
    from collabkit.services.room_packs import RoomPackService
    from collabkit.services.safety import SafetyService
    from collabkit.services.session_reports import SessionReportService
    from collabkit.services.workshops import WorkshopService

__all__ = ["AlreadyOpenError", "LockedError", "Services", "open_services"]


@dataclass(frozen=True)
class Services:
    """Everything the program can do, handed to whoever needs it."""

    store: Store
    folder: DataFolder
    packs: PackShelf
    charities: CharityService
    assessments: AssessmentService
    responses: ResponseService
    plans: PlanService

    # Results and what is made of them are loaded when they are first asked for: the window starts
    # without them.

    @cached_property
    def results(self) -> "ResultService":
        """Verbs on results."""
        from collabkit.services.results import ResultService

        return ResultService(self.store, self.packs)

    @cached_property
    def occasions(self) -> "OccasionService":
        """Verbs on the occasions of one charity with one questionnaire."""
        from collabkit.services.occasions import OccasionService

        return OccasionService(self.store, self.packs)

    @cached_property
    def exports(self) -> "ExportService":
        """Verbs that write files."""
        from collabkit.services.exports import ExportService

        return ExportService(self.results, self.plans, self.folder)

    @cached_property
    def handing_out(self) -> "HandingOutService":
        """Verbs that make sheets for people elsewhere."""
        from collabkit.services.handing_out import HandingOutService

        return HandingOutService(self.store, self.packs, self.folder)

    @cached_property
    def returns(self) -> "ReturnService":
        """Verbs on sheets that come back from elsewhere."""
        from collabkit.services.returns import ReturnService

        return ReturnService(self.store, self.packs)

    @cached_property
    def invited(self) -> "InvitedService":
        """Verbs on what somebody elsewhere has asked to be answered here."""
        from collabkit.services.invited import InvitedService

        return InvitedService(self.store, self.packs, self.folder)

    @cached_property
    def group_files(self) -> "GroupFileService":
        """Verbs on what a charity gives to its network."""
        from collabkit.services.group_files import GroupFileService

        return GroupFileService(self.store, self.packs, self.results, self.folder)

    @cached_property
    def networks(self) -> "NetworkService":
        """Verbs on many groups side by side."""
        from collabkit.services.networks import NetworkService

        return NetworkService(self.store, self.packs, self.folder)

    @cached_property
    def personal(self) -> "PersonalService":
        """Verbs on what people write for their own eyes."""
        from collabkit.services.personal import PersonalService

        return PersonalService(self.store, self.packs, self.folder)

    @cached_property
    def own_packs(self) -> "OwnPackService":
        """Verbs on people's own packs."""
        from collabkit.services.own_packs import OwnPackService

        return OwnPackService(self.folder)

    @cached_property
    def workshops(self) -> "WorkshopService":
        """Verbs on sessions in the room."""
        from collabkit.services.workshops import WorkshopService

        return WorkshopService(self.store, self.packs, self.folder)

    @cached_property
    def room_packs(self) -> "RoomPackService":
        """Verbs that write what is printed for a session."""
        from collabkit.services.room_packs import RoomPackService

        return RoomPackService(self.workshops, self.folder)

    @cached_property
    def session_reports(self) -> "SessionReportService":
        """Verbs that write what comes out of a session."""
        from collabkit.services.session_reports import SessionReportService

        return SessionReportService(self.workshops, self.plans, self.folder)

    @cached_property
    def bundles(self) -> "BundleService":
        """Verbs on files that hold a whole charity or assessment."""
        from collabkit.services.bundles import BundleService

        return BundleService(self.store, self.packs, self.folder)

    @cached_property
    def erasing(self) -> "ErasingService":
        """Verbs that erase for good."""
        from collabkit.services.erasing import ErasingService

        return ErasingService(self.store, self.packs, self.folder)

    @cached_property
    def correcting(self) -> "CorrectingService":
        """Verbs that put wrong names right."""
        from collabkit.services.correcting import CorrectingService

        return CorrectingService(self.store)

    @cached_property
    def retention(self) -> "RetentionService":
        """Verbs on how long assessments are kept."""
        from collabkit.services.retention import RetentionService

        return RetentionService(self.store)

    @cached_property
    def person_files(self) -> "PersonFileService":
        """Verbs that write what is held about one person."""
        from collabkit.services.person_files import PersonFileService

        return PersonFileService(self.store, self.packs, self.folder)

    @cached_property
    def privacy_notices(self) -> "PrivacyNoticeService":
        """Verbs on the words with which people are told how their answers are kept."""
        from collabkit.services.privacy_notice import PrivacyNoticeService

        return PrivacyNoticeService(self.store, self.packs, self.folder)

    @cached_property
    def named(self) -> "NamedService":
        """Verbs that find a name in words, and take it out."""
        from collabkit.services.named import NamedService

        return NamedService(self.store, self.packs)

    @cached_property
    def safety(self) -> "SafetyService":
        """Verbs on safety copies."""
        from collabkit.services.safety import SafetyService

        return SafetyService(self.store, self.folder)

    def load_ahead(self) -> None:
        """Load in the background what the first answer and the first results need; return at once.

        Of the results only what is pure; a window loads its own parts when they are shown.
        """
        self.store.load_ahead()
        Thread(target=_load_results, name="collabkit-loading").start()

    def close(self, *, with_copy: bool = True) -> None:
        """Finish what is under way, make the verified copy and let go of the database.

        Without a copy for whoever makes one straight afterwards.
        """
        self.store.close(with_copy=with_copy)


def _load_results() -> None:
    import collabkit.assessments.citations
    import collabkit.assessments.explanations
    import collabkit.assessments.meanings
    import collabkit.assessments.outcomes.profile.parts
    import collabkit.assessments.outcomes.work_out
    import collabkit.assessments.remarks
    import collabkit.assessments.shape
    import collabkit.library.cases
    import collabkit.services.answering
    import collabkit.services.results  # noqa: F401  loaded for later
    from collabkit.services.packs import first_pack

    first_pack()


def _finish_erasing(store: Store, packs: PackShelf, folder: DataFolder) -> tuple[str, ...]:
    from collabkit.services.erasing import ErasingService

    try:
        return ErasingService(store, packs, folder).finish(date.today())
    except CollabkitError as error:  # it is tried again at the next start
        return (str(error),)


def open_services(folder: DataFolder, *, read_only: bool = False) -> Services:
    """Open the database in ``folder`` and return everything that works on it.

    A folder that is locked must come from ``services.locking``; otherwise this raises
    ``LockedError``.

    Raises ``DataRefusedError`` for a newer, foreign or damaged file, which is left untouched, and
    ``EnvironmentProblemError`` if the folder cannot be used or another window is open.
    """
    store = Store.open(folder, read_only=read_only)
    packs = PackShelf(store, folder)
    if not read_only and in_hand_file(folder).is_file():
        store.notices += _finish_erasing(store, packs, folder)
    return Services(
        store=store,
        folder=folder,
        packs=packs,
        charities=CharityService(store),
        assessments=AssessmentService(store, packs),
        responses=ResponseService(store),
        plans=PlanService(store),
    )
