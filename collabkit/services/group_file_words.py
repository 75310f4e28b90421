"""What is said of a group's file before it leaves: what goes, what stays, and what to heed."""

from collections.abc import Collection, Iterator

from collabkit.assessments.limits import OWN_ASSESSMENT, USUAL_GROUP
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.sentences import in_words
from collabkit.dates import month
from collabkit.i18n import _, ngettext
from collabkit.network.group import Answers
from collabkit.services.packs import builtin_file


def why_never(pack: Pack) -> str:
    """Return why nothing of a pack ever leaves."""
    match pack.outcome.kind:
        case OutcomeKind.PROFILE:
            return _("People of other organisations answered it in confidence, for them and you.")
        case OutcomeKind.DECISION:
            return _("A decision about one opportunity is your own business.")
        case OutcomeKind.HOLDINGS:
            return _("It is about single organisations, by name.")
        case OutcomeKind.OPEN_ACTIONS:
            return _("It is about a handover, and about people who change their employer.")
        case _page:
            return _("It is what two organisations have told each other in private.")


def why_on_request(pack: Pack) -> str:
    """Return why a pack leaves only if it is chosen; empty if it leaves by itself."""
    if builtin_file(pack.id) is None:
        return _(
            "It is a questionnaire of your own, which a network can only show if it has the very "
            "same. Choose it if your network uses it too; its words stay here."
        )
    if pack.outcome.kind is OutcomeKind.MIRROR:
        return _("Partners answered it, for you. Choose it if they know that it goes further.")
    return ""


def what_goes(answers: Answers) -> str:
    """Return in a sentence what of an assessment goes into the file."""
    statements = sum(len(table.head.statements) for table in answers.tables)
    when = month(answers.held)
    if answers.minimum == OWN_ASSESSMENT:
        return ngettext(
            "Your group's one answer to {number} statement, of {month}.",
            "Your group's one answer to each of {number} statements, of {month}.",
            statements,
        ).format(number=statements, month=when)
    return ngettext(
        "How often each answer to {number} statement was given by {people} people, of {month}; "
        "nothing where fewer than {minimum} answered.",
        "How often each answer to {number} statements was given by {people} people, of {month}; "
        "nothing where fewer than {minimum} answered.",
        statements,
    ).format(
        number=statements,
        people=in_words(answers.people),
        month=when,
        minimum=in_words(answers.minimum),
    )


def cautions(answers: Collection[Answers]) -> Iterator[str]:
    """Yield what is to be heeded before the file leaves."""
    if any(one.minimum == OWN_ASSESSMENT for one in answers):
        yield _(
            "One person has answered for all of you. Send it only if that person spoke for the "
            "group."
        )
    if any(OWN_ASSESSMENT < one.minimum < USUAL_GROUP for one in answers):
        yield _(
            "It was agreed that fewer than {usual} people are enough to be shown. With so few, "
            "people can be recognised. Ask them before you send it."
        ).format(usual=in_words(USUAL_GROUP))
    if any(one.may_be_named for one in answers):
        yield _(
            "If you let your name be passed on, whoever opens the file can connect it with "
            "everything in it. The network's pictures never do."
        )
