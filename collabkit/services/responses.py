"""Answers on their way to the disk."""

from collections.abc import Callable
from concurrent.futures import Future

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Pack
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.storage import Saved, Store

LONGEST_TEXT = 4_000

# Called with ``None`` once the answer is on disk, otherwise with the error to show.
WhenDone = Callable[[CollabkitError | None], None]


class ResponseService:
    """Checks an answer against its pack and hands it to the one writer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def record(self, pack: Pack, response: Response, when_done: WhenDone) -> None:
        """Save everything a person has said about one statement, without waiting.

        ``when_done`` is called on the writer's thread after the commit has returned, or with the
        error if it failed; the same response can then be recorded again. Raises
        ``InvalidInputError`` for an unknown statement, an answer its form does not know, or a
        text over ``LONGEST_TEXT`` characters.
        """
        _check(pack, response)
        future = self._store.responses.save(response)

        def report(done: "Future[Saved]") -> None:
            problem = done.exception()
            if problem is None or isinstance(problem, CollabkitError):
                when_done(problem)
                return
            when_done(
                CollabkitError(
                    _(
                        "This answer could not be saved. Your other answers are safe. "
                        "Please try again."
                    )
                )
            )

        future.add_done_callback(report)

    def flush(self) -> None:
        """Wait until everything recorded so far is on disk or has failed."""
        self._store.flush()


def _check(pack: Pack, response: Response) -> None:
    try:
        item = pack.item(response.item_id)
    except KeyError:
        raise InvalidInputError(_("This statement does not belong to the questionnaire.")) from None
    if response.answer is not None and not pack.form_of(item).accepts(response.answer):
        raise InvalidInputError(_("This answer does not belong to the statement."))
    if max(len(response.note), len(response.evidence)) > LONGEST_TEXT:
        raise InvalidInputError(
            _("Please keep a note below {most} characters.").format(most=LONGEST_TEXT)
        )
