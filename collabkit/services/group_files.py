"""What a group sends to its network: looked at first, then written to one file.

Which questionnaires leave, and what of them, stands in ``network.leaving``. Nothing is in the file
that is not in the results which the group can look at itself, and those are kept as they were
shown: a later file does not uncover anybody by being different in one person's answers.
"""

import hashlib
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from collabkit.assessments.limits import LONGEST_NAME, OWN_ASSESSMENT
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.outcomes.topics import INVITED
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.sentences import in_words
from collabkit.errors import DataRefusedError, EnvironmentProblemError, InvalidInputError
from collabkit.exchange.network.group_file import (
    ENDING,
    KEY_LENGTH,
    LONGEST_DETAILS,
    read_group_file,
)
from collabkit.exchange.network.group_text import group_bytes
from collabkit.files import write_safely
from collabkit.i18n import _
from collabkit.network.group import (
    Agreed,
    Answers,
    Group,
    GroupContact,
    first_of_month,
)
from collabkit.network.leaving import answers_of, unit_of
from collabkit.paths import DataFolder
from collabkit.services.group_file_preview import (
    Going,
    GroupFilePreview,
    Staying,
    with_contact,
)
from collabkit.services.group_file_words import (
    cautions,
    what_goes,
    why_never,
    why_on_request,
)
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.packs import PackShelf
from collabkit.services.results import Picture, ResultService
from collabkit.storage import Store, Summary

__all__ = [
    "ENDING",
    "LONGEST_DETAILS",
    "LONGEST_NAME",
    "Going",
    "GroupContact",
    "GroupFilePreview",
    "GroupFileService",
    "Staying",
]


class GroupFileService:
    """Makes the file of one charity for its network."""

    def __init__(
        self, store: Store, packs: PackShelf, results: ResultService, folder: DataFolder
    ) -> None:
        self._store, self._packs = store, packs
        self._results, self._folder = results, folder

    def preview(
        self,
        charity_id: str,
        chosen: Sequence[str] = (),
        today: date | None = None,
        *,
        without: Collection[str] = (),
    ) -> GroupFilePreview:
        """Return what would leave of a charity's assessments.

        Of each questionnaire that is the latest finished one that can leave, or the first of those
        whose ids are ``chosen``. Those among ``without`` stay, even if they are chosen too; no
        other one takes their place unless it is chosen. Raises ``InvalidInputError`` for the sample
        charity and ``KeyError`` for an unknown one.
        """
        charity = self._store.charities.get(charity_id)
        today = today or date.today()
        if charity.is_sample:
            raise InvalidInputError(
                _(
                    "The sample charity is there to play with, so nothing of it goes to a network. "
                    "Please choose your own charity."
                )
            )
        going: dict[str, tuple[Going, Answers]] = {}
        staying: list[Staying] = []
        held_back: set[str] = set()  # questionnaires of which one was left out
        invited = self._store.settled.by_assessment(INVITED)
        for summary in self._latest_first(charity_id, chosen, without):
            assessment = summary.assessment
            pack = self._packs.of(assessment)
            found = self._look(
                summary,
                pack,
                is_chosen=assessment.id in chosen,
                is_taken=pack.id in going,
                is_elsewhere=bool(invited.get(assessment.id)),
                today=today,
            )
            if isinstance(found, Staying):
                staying.append(found)
            elif assessment.id in without:
                held_back.add(pack.id)
                staying.append(_left_out(found[0], _("You have left it out.")))
            elif pack.id in held_back and assessment.id not in chosen:
                why = _("Another one with the same questionnaire was left out.")
                staying.append(_left_out(found[0], why))
            else:
                going[pack.id] = found
        answers = tuple(answers for _going, answers in going.values())
        return GroupFilePreview(
            group=Group(
                key=_key(charity_id),
                made=first_of_month(today),
                size=charity.income_band,
                run_by=charity.run_by,
                contact=None,
                answers=answers,
            ),
            going=tuple(one for one, _answers in going.values()),
            staying=tuple(staying),
            cautions=tuple(cautions(answers)),
            areas=sum(len(one.may_be_named) for one in answers),
        )

    def write(
        self, preview: GroupFilePreview, path: Path, contact: GroupContact | None = None
    ) -> GroupContact | None:
        """Write the file to ``path`` and read it again; return the contact as it stands in it.

        Without a contact no name is in it. Raises ``InvalidInputError`` if nothing would be in it,
        for a contact without a name or details and for one of the program's own files, and
        ``EnvironmentProblemError`` if it cannot be written; an older file is unharmed then.
        """
        if not preview.group.answers:
            raise InvalidInputError(
                _(
                    "There is nothing yet that could go to a network. Nothing was written. Finish "
                    "an assessment that enough people have answered, then come back."
                )
            )
        check_is_not_ours(path, self._folder)
        group = with_contact(preview.group, contact)

        def check(written: Path) -> None:
            try:
                is_whole = read_group_file(written.read_bytes()) == group
            except DataRefusedError:
                is_whole = False
            if not is_whole:
                raise EnvironmentProblemError(
                    _(
                        "“{name}” could not be read again as it was written, so it was not kept. "
                        "Please save it in another place."
                    ).format(name=path.name)
                )

        write_safely(path, group_bytes(group), check)
        return group.contact

    def _latest_first(
        self, charity_id: str, chosen: Sequence[str], without: Collection[str]
    ) -> list[Summary]:
        """Return the charity's assessments: as they are chosen, then the latest finished first."""
        of_charity = [
            summary
            for summary in self._store.lists.summaries()
            if summary.assessment.charity_id == charity_id
        ]
        unknown = {*chosen, *without} - {summary.assessment.id for summary in of_charity}
        if unknown:
            raise KeyError(sorted(unknown)[0])

        wanted = {assessment_id: -place for place, assessment_id in enumerate(chosen)}

        def order(summary: Summary) -> tuple[int, date, int]:
            finished = summary.assessment.finished or date.min
            return wanted.get(summary.assessment.id, -len(wanted)), finished, summary.seq

        return sorted(of_charity, key=order, reverse=True)

    def _look(
        self,
        summary: Summary,
        pack: Pack,
        *,
        is_chosen: bool,
        is_taken: bool,
        is_elsewhere: bool,
        today: date,
    ) -> tuple[Going, Answers] | Staying:
        """Return what would leave of one assessment, or why it stays."""
        assessment = summary.assessment

        def stays(why: str, *, can_be_chosen: bool = False) -> Staying:
            return Staying(assessment.id, assessment.title, pack.title, why, can_be_chosen)

        unit = unit_of(pack)
        if is_elsewhere:
            return stays(_("It is answered for another charity, which sends its own file."))
        if unit is None:
            return stays(why_never(pack))
        if assessment.finished is None:
            return stays(_("It is not finished yet."))
        if unit is Unit.PERSON and assessment.minimum == OWN_ASSESSMENT:
            return stays(_("It is one person's own, and one person's answers never leave."))
        if self._store.parties.of_assessment(assessment.id):
            return stays(_("Other organisations have answered it too; each sends its own file."))
        if is_taken:
            return stays(
                _("Another one with the same questionnaire goes along, and only one can."),
                can_be_chosen=True,
            )
        if not is_chosen and (why := why_on_request(pack)):
            return stays(why, can_be_chosen=True)
        picture = self._results.picture(assessment.id, today)
        if not any(item.counts is not None for item in picture.results.items):
            return stays(
                _("Fewer than {minimum} people have answered each statement.").format(
                    minimum=in_words(picture.results.minimum)
                )
                if picture.results.minimum != OWN_ASSESSMENT
                else _("Nothing in it is answered.")
            )
        answers = answers_of(
            pack,
            picture.results,
            selection=assessment.selection,
            finished=assessment.finished,
            agreed=_agreed(picture),
        )
        return Going(assessment.id, assessment.title, pack.title, what_goes(answers)), answers


def _left_out(going: Going, why: str) -> Staying:
    return Staying(going.assessment_id, going.title, going.pack_title, why, can_be_chosen=True)


def _key(charity_id: str) -> str:
    """Return what tells this charity's files from others', and nobody which charity it is.

    The id is random and never leaves, so it cannot be found from its digest.
    """
    return hashlib.sha256(f"group file of {charity_id}".encode()).hexdigest()[:KEY_LENGTH]


def _agreed(picture: Picture) -> Agreed | None:
    """Return the needs that were ticked and the steps that follow; ``None`` if none was."""
    if picture.pack.outcome.kind is not OutcomeKind.RANKING:
        return None
    told = picture.told.data
    if not told["ticked"]:
        return None
    return Agreed(tuple(told["ticked"]), tuple(step["id"] for step in told["steps"]))
