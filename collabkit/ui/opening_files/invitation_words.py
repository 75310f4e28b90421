"""Says in words who asks for answers, and what happens with them."""

from collections.abc import Iterator

from collabkit.assessments.sentences import answered_so_far
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.services.found_files import InvitationFound
from collabkit.ui.opening_files.state import Deed, Told, Way
from collabkit.ui.progress_words import subject


def tell_invitation(found: InvitationFound) -> Told:
    """Return who asks for what, what happens with the answers, and the ways on."""
    return Told(
        path=found.path,
        file=found.path.name,
        heading=_("{charity} asks for your answers").format(charity=found.charity),
        strong=subject(found.pack_title, found.title),
        lines=tuple(_about_invitation(found)),
        promises=(
            _("Your answers stay on this computer until you send them back yourself."),
            *found.who_sees,
            _("At the end you decide whether your notes go along."),
        ),
        ways=tuple(_ways_of_invitation(found)),
    )


def _about_invitation(found: InvitationFound) -> Iterator[str]:
    if found.question:
        yield found.question
    if found.party:
        yield _("You answer for {organisation}.").format(organisation=found.party)
    if found.about and found.about != found.party:
        yield _("It is about {organisation}.").format(organisation=found.about)
    yield _("{how_long} You can stop and go on when you like.").format(how_long=found.how_long)
    if found.made_for:
        yield _("This invitation was made on this computer. Send the file to whoever is to answer.")
    elif found.given_back:
        yield _(
            "You saved your answers on {day}. You can still change them, and save them again."
        ).format(day=day(found.given_back))
    elif found.answered:
        yield _("You have begun: {progress}.").format(
            progress=answered_so_far(found.answered, found.of)
        )
    if found.here and found.is_shared and not found.made_for:
        yield _(
            "Everybody got the same file. If another person answers at this computer too, each can "
            "see what the other one has answered."
        )


def _ways_of_invitation(found: InvitationFound) -> Iterator[Way]:
    of_here = {"assessment_id": found.here}
    if found.made_for:
        arguments = {"assessment_id": found.made_for}
        yield Way(_("See who has answered"), place="sheets", arguments=arguments)
    if found.given_back:
        yield Way(_("Give the answers back"), place="giving-back", arguments=of_here)
        yield Way(_("See your answers"), Deed.ANSWER, arguments={"from_start": True})
    else:
        yield Way(_("Go on") if found.here else _("Answer now"), Deed.ANSWER)
    if found.here and found.is_shared:
        yield Way(_("Answer as another person"), Deed.ANSWER_ANEW)
