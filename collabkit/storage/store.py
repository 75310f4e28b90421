"""The open file, as the rest of the program sees it."""

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from collabkit.storage.arrivals import Arrivals
    from collabkit.storage.assessments import Assessments
    from collabkit.storage.bundles import Bundles
    from collabkit.storage.charities import Charities
    from collabkit.storage.corrections import Corrections
    from collabkit.storage.erasing import Erasures
    from collabkit.storage.networks import Networks
    from collabkit.storage.packs import Packs
    from collabkit.storage.participants import Participants
    from collabkit.storage.parties import Parties
    from collabkit.storage.plans import Plans
    from collabkit.storage.responses import Responses
    from collabkit.storage.safety import Safety
    from collabkit.storage.sessions import Sessions
    from collabkit.storage.settled import Settled
    from collabkit.storage.writer import Writer


class Store:
    """Everything people said: charities, packs, assessments, who answers, responses, plans,
    sessions in the room.

    All methods may be called from any thread. Those that answer with a ``Future`` return at once;
    its callbacks run on the writer thread. All others take milliseconds and block until the file
    was read or, for a change, until the change is on the disk. Each change is one transaction.
    Any of them raises ``EnvironmentProblemError`` if the machine does not allow it; what was saved
    before is then safe, and the same call can be made again. ``KeyError`` means an unknown id.
    """

    def __init__(self, writer: "Writer", notices: tuple[str, ...]) -> None:
        from collabkit.storage.lists import Lists

        self._writer = writer
        self._closed = False
        self.notices = notices  # sentences to be shown once, such as that the disk is nearly full
        self.lists = Lists(writer)

    @property
    def damage_met(self) -> int:
        """How often something was refused because the open file is not as it was written."""
        return self._writer.damage_met

    @property
    def is_written_over(self) -> bool:
        """Whether a change was refused because another file was written over the open one."""
        return self._writer.is_written_over

    # The rest is loaded when it is first asked for: it brings SQLAlchemy. See ``load_ahead``.

    @cached_property
    def charities(self) -> "Charities":
        """Charities."""
        from collabkit.storage.charities import Charities

        return Charities(self._writer)

    @cached_property
    def packs(self) -> "Packs":
        """The packs that assessments were answered with."""
        from collabkit.storage.packs import Packs

        return Packs(self._writer)

    @cached_property
    def assessments(self) -> "Assessments":
        """Assessments."""
        from collabkit.storage.assessments import Assessments

        return Assessments(self._writer)

    @cached_property
    def participants(self) -> "Participants":
        """The people who answer."""
        from collabkit.storage.participants import Participants

        return Participants(self._writer)

    @cached_property
    def parties(self) -> "Parties":
        """The organisations or sides that take part."""
        from collabkit.storage.parties import Parties

        return Parties(self._writer)

    @cached_property
    def settled(self) -> "Settled":
        """What was settled about whole assessments."""
        from collabkit.storage.settled import Settled

        return Settled(self._writer)

    @cached_property
    def responses(self) -> "Responses":
        """What they said."""
        from collabkit.storage.responses import Responses

        return Responses(self._writer)

    @cached_property
    def arrivals(self) -> "Arrivals":
        """How sheets came in from elsewhere."""
        from collabkit.storage.arrivals import Arrivals

        return Arrivals(self._writer)

    @cached_property
    def networks(self) -> "Networks":
        """Groups side by side."""
        from collabkit.storage.networks import Networks

        return Networks(self._writer)

    @cached_property
    def plans(self) -> "Plans":
        """What is going to be done."""
        from collabkit.storage.plans import Plans

        return Plans(self._writer)

    @cached_property
    def sessions(self) -> "Sessions":
        """What happens in the room."""
        from collabkit.storage.sessions import Sessions

        return Sessions(self._writer)

    @cached_property
    def bundles(self) -> "Bundles":
        """Whole assessments with all that belongs to them."""
        from collabkit.storage.bundles import Bundles

        return Bundles(self._writer)

    @cached_property
    def corrections(self) -> "Corrections":
        """Names that are put right."""
        from collabkit.storage.corrections import Corrections

        return Corrections(self._writer)

    @cached_property
    def safety(self) -> "Safety":
        """Safety copies."""
        from collabkit.storage.safety import Safety

        return Safety(self._writer)

    @cached_property
    def erasures(self) -> "Erasures":
        """What is taken out of the file for good."""
        from collabkit.storage.erasing import Erasures

        return Erasures(self._writer)

    @classmethod
    def open(cls, folder: DataFolder, *, read_only: bool = False) -> Self:
        """Open the file in ``folder``, or make a new one, and wait until it is checked.

        ``read_only`` works beside a running window, writes nothing and takes no lock.
        Raises ``AlreadyOpenError`` if another collabkit may write, ``DataRefusedError`` for a
        newer, foreign or damaged file, which is left exactly as it is, and
        ``EnvironmentProblemError`` if the machine does not allow it.
        """
        return cls.open_later(folder, read_only=read_only).result()

    @classmethod
    def open_later(cls, folder: DataFolder, *, read_only: bool = False) -> "Future[Self]":
        """Begin to open the file on the writer thread and return at once; see ``open``."""
        from concurrent.futures import ThreadPoolExecutor

        executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="collabkit-writer")
        return executor.submit(cls._open, executor, folder, read_only)

    @classmethod
    def _open(cls, executor: "ThreadPoolExecutor", folder: DataFolder, read_only: bool) -> Self:
        try:
            from collabkit.storage.opening import open_for_reading, open_for_writing
            from collabkit.storage.writer import Writer

            if read_only:
                return cls(Writer(executor, open_for_reading(folder)), ())
            database, notices = open_for_writing(folder)
            return cls(Writer(executor, database), notices)
        except BaseException:
            executor.shutdown(wait=False)
            raise

    def load_ahead(self) -> None:
        """Begin to load what all but ``lists`` needs, so that nobody waits for it; return at once.

        Whatever is asked for meanwhile is done right after. If loading fails, the first verb that
        needs it fails in the same way, and says so.
        """
        self._writer.read_later(self._load)

    def flush(self) -> None:
        """Wait until everything that was handed in before is on the disk."""
        self._writer.flush()

    def close(self, *, with_copy: bool = True) -> None:
        """Save what is still waiting, keep a verified copy if anything changed, and let go.

        Who goes back to a copy straight afterwards, which keeps one of what is there, closes
        without. May be called twice. If the copy cannot be made, raises ``EnvironmentProblemError``
        or ``DamagedFileError`` after everything was saved and let go.
        """
        if not self._closed:
            self._closed = True
            self._writer.close(with_copy=with_copy)

    def _load(self, _connection: object) -> None:
        _all = (
            self.charities,
            self.packs,
            self.assessments,
            self.participants,
            self.parties,
            self.settled,
            self.responses,
            self.plans,
            self.sessions,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
