"""Says in words what a file is, from whom, and what happens next."""

from collections.abc import Sequence

from collabkit.assessments.sentences import in_words
from collabkit.dates import day, month
from collabkit.i18n import _, ngettext
from collabkit.services.found_files import (
    AnswersFound,
    BundleFound,
    Found,
    GroupFileFound,
    InvitationFound,
    NothingFound,
    QuestionnaireFound,
    SessionFound,
    TableFound,
)
from collabkit.ui.first_faults import MOST_FAULTS
from collabkit.ui.network.visit import to_networks
from collabkit.ui.opening_files.invitation_words import tell_invitation
from collabkit.ui.opening_files.state import Deed, Told, Way
from collabkit.ui.progress_words import subject


def tell(found: Sequence[Found]) -> tuple[Told, ...]:
    """Return what is told of files; answers to one assessment are told together."""
    together: dict[str, list[AnswersFound]] = {}
    for file in found:
        if isinstance(file, AnswersFound) and file.assessment_id and not file.is_put_away:
            together.setdefault(file.assessment_id, []).append(file)
    told = [_answers_here(files) for files in together.values()]
    there = {file.path for files in together.values() for file in files}
    return (*told, *(_one(file) for file in found if file.path not in there))


def _one(found: Found) -> Told:
    match found:
        case InvitationFound():
            return tell_invitation(found)
        case AnswersFound():
            return _answers_elsewhere(found)
        case TableFound():
            return _table(found)
        case BundleFound():
            return _bundle(found)
        case GroupFileFound():
            return _group(found)
        case SessionFound():
            return _session(found)
        case QuestionnaireFound():
            return _questionnaire(found)
        case NothingFound():
            return Told(
                path=found.path,
                file=found.path.name,
                heading=_("This file cannot be used as it is"),
                lines=(found.reason,),
                faults=found.faults[:MOST_FAULTS],
                hidden_faults=max(0, len(found.faults) - MOST_FAULTS),
            )


def _answers_here(files: Sequence[AnswersFound]) -> Told:
    first, number = files[0], len(files)
    return Told(
        path=first.path,
        file=", ".join(file.path.name for file in files),
        heading=ngettext(
            "Answers that came back", "Answers of {number} sheets that came back", number
        ).format(number=in_words(number)),
        strong=_("{charity} · {title}").format(charity=first.charity, title=first.title),
        lines=(_("Next you see what would be taken in. Until you agree, nothing changes."),),
        promises=(_("Nobody's answers are shown, and single sheets stay closed."),),
        ways=(
            Way(
                _("Take them in"),
                place="coming-back",
                arguments={
                    "assessment_id": first.assessment_id,
                    "paths": tuple(str(file.path) for file in files),
                },
            ),
        ),
    )


def _answers_elsewhere(found: AnswersFound) -> Told:
    ways: tuple[Way, ...] = ()
    if found.given_by:
        heading = _("These are answers that were given on this computer")
        lines = (
            _(
                "They are for {charity}. Send this file to whoever sent you the invitation; it is "
                "taken in there."
            ).format(charity=found.charity),
        )
        ways = (
            Way(_("Give the answers back"), place="giving-back", arguments=_of(found.given_by)),
        )
    elif found.is_put_away:
        heading = _("Answers that came back")
        lines = (
            _(
                "They belong to {charity} · {title}, which is put away. Bring it back under "
                "“Assess”, at the end of the list, and open this file once more."
            ).format(charity=found.charity, title=found.title),
        )
        ways = (Way(_("Go to Assess"), place="assess"),)
    else:
        heading = _("Answers to an assessment that is not on this computer")
        lines = (
            _(
                "They can be taken in where the invitation was made. Please open this file there, "
                "or send it back to whoever sent it to you. Nothing was changed."
            ),
        )
    return Told(found.path, found.path.name, heading, lines=lines, ways=ways)


def _table(found: TableFound) -> Told:
    return Told(
        path=found.path,
        file=found.path.name,
        heading=_("This is a table"),
        lines=(
            _(
                "If answers stand in it, it does not say to which assessment they belong. Open the "
                "assessment under “Assess”, choose “Take in what came back”, and then this file."
            ),
        ),
        ways=(Way(_("Go to Assess"), place="assess"),),
    )


def _bundle(found: BundleFound) -> Told:
    if found.is_locked:
        heading = _("This file is locked with a passphrase")
        lines = [_("It holds whole assessments of a charity. Next you give the passphrase.")]
    else:
        heading = _("Assessments of {charity}").format(charity=found.charity)
        lines = [
            _(
                "This file holds whole assessments with their answers and plans. Next you see "
                "what is in it. Until you agree, nothing changes."
            )
        ]
        if found.made_on:
            lines.append(_("Saved on {day}.").format(day=day(found.made_on)))
    way = Way(
        _("Give the passphrase") if found.is_locked else _("See what is in it"),
        place="bundle",
        arguments={"path": str(found.path)},
    )
    return Told(found.path, found.path.name, heading, lines=tuple(lines), ways=(way,))


def _group(found: GroupFileFound) -> Told:
    return Told(
        path=found.path,
        file=found.path.name,
        heading=_("What a group sends to its network"),
        lines=(
            _("Made in {month}. It holds counts, and nobody's single answers.").format(
                month=month(found.made)
            ),
            _("Next you choose the network that it belongs to."),
        ),
        ways=(
            Way(_("Go to the networks"), place="networks", arguments=to_networks(str(found.path))),
        ),
    )


def _session(found: SessionFound) -> Told:
    whose = (
        _("It belongs to {charity}.").format(charity=found.charity)
        if found.charity
        else _("It is a template, for any charity.")
    )
    return Told(
        path=found.path,
        file=found.path.name,
        heading=_("A session in the room, from another laptop"),
        strong=subject(found.pack_title, found.title),
        lines=(whose, _("Once it is taken over, you find it under “Workshop”.")),
        ways=(Way(_("Take it over"), Deed.TAKE_SESSION),),
    )


def _questionnaire(found: QuestionnaireFound) -> Told:
    see = {"path": str(found.path)}
    if found.title:
        return Told(
            path=found.path,
            file=found.path.name,
            heading=_("A questionnaire"),
            strong=found.title,
            lines=(_("Next you can read it, and add it to your questionnaires."),),
            ways=(Way(_("See the questionnaire"), place="packs", arguments=see),),
        )
    lines = [_("If it is to be a questionnaire, see what has to be put right.")]
    if found.is_spreadsheet:
        lines.append(
            _(
                "If answers stand in it, save it as “CSV UTF-8”, with the columns respondent, "
                "role, item and answer. Then take that file in at its assessment."
            )
        )
    return Told(
        path=found.path,
        file=found.path.name,
        heading=_("This is a spreadsheet, but no questionnaire yet")
        if found.is_spreadsheet
        else _("This is no questionnaire yet"),
        lines=tuple(lines),
        ways=(Way(_("See what to put right"), place="packs", arguments=see),),
    )


def reading(names: Sequence[str]) -> str:
    """Return which files are being looked at."""
    if len(names) == 1:
        return _("Reading “{name}”…").format(name=names[0])
    return _("Reading {number} files…").format(number=in_words(len(names)))


def _of(assessment_id: str) -> dict[str, str]:
    return {"assessment_id": assessment_id}
