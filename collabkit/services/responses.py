"""Answers on their way to the disk."""

from dataclasses import replace

from collabkit.assessments.assessment import Response
from collabkit.assessments.limits import LONGEST_NOTE
from collabkit.assessments.pack import AnswerForm, Item, Pack
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.asking import is_private
from collabkit.services.outcome import WhenDone, tell_outcome
from collabkit.storage import Store
from collabkit.typed_text import clean_text

LONGEST_TEXT = LONGEST_NOTE


class ResponseService:
    """Checks an answer against its pack and hands it to the one writer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def record(self, pack: Pack, response: Response, when_done: WhenDone) -> None:
        """Save everything a person has said about one statement, without waiting.

        Control characters are taken out of its texts. ``when_done`` is called on the writer's
        thread after the commit has returned, or with the error if it failed; the same response can
        then be recorded again. Raises ``InvalidInputError`` for an unknown statement, an answer its
        form does not know, or a text over ``LONGEST_TEXT`` characters.
        """
        response = replace(
            response, note=clean_text(response.note), evidence=clean_text(response.evidence)
        )
        check_response(pack, response)
        tell_outcome(
            self._store.responses.save(response),
            when_done,
            _("This answer could not be saved. Your other answers are safe. Please try again."),
        )

    def flush(self) -> None:
        """Wait until everything recorded so far is on disk or has failed."""
        self._store.flush()


def check_response(pack: Pack, response: Response) -> None:
    """Raise ``InvalidInputError`` as ``ResponseService.record`` does."""
    try:
        item = pack.item(response.item_id)
    except KeyError:
        raise InvalidInputError(_("This statement does not belong to the questionnaire.")) from None
    check_said(item, pack.form_of(item), response)


def check_said(item: Item, form: AnswerForm, response: Response) -> None:
    """Do the same for whoever has the statement of ``response`` and its form at hand."""
    if is_private(item):  # see ``services.personal``
        raise InvalidInputError(_("This is for your own eyes, so it is not kept with the answers."))
    if response.answer is not None and not form.accepts(response.answer):
        raise InvalidInputError(_("This answer does not belong to the statement."))
    if max(len(response.note), len(response.evidence)) > LONGEST_TEXT:
        raise InvalidInputError(
            _("Please keep a note below {most} characters.").format(most=LONGEST_TEXT)
        )
