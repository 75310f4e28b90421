"""Who may answer, and how private that is, in words."""

from collabkit.assessments.limits import LARGEST_GROUP, SMALLEST_GROUP, USUAL_GROUP
from collabkit.assessments.names import role_name
from collabkit.assessments.pack import OutcomeKind, Pack, Respondent
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.services.company import Company


def company_name(company: Company, pack: Pack) -> str:
    """Return who answers, as one of several possibilities."""
    if company is Company.GROUP and pack.outcome.kind is OutcomeKind.MIRROR:
        return _("Partners, on this computer or elsewhere")
    if company is Company.ALONE and pack.outcome.kind is OutcomeKind.OPEN_ACTIONS:
        return _("One list, kept together")
    return {
        Company.ALONE: _("I answer alone"),
        Company.GROUP: _("Several people, on this computer or elsewhere"),
        Company.PARTNERS: _("Several people from each partner"),
        Company.MEMBERS: _("Several organisations, one answer each"),
        Company.VERSIONS: _("Two or more people separately, and then one agreed version"),
        Company.VIEWS: _("Each organisation gives one agreed view"),
        Company.SIDES: _("Each side prepares alone, and then you sit together"),
        Company.LISTS: _("A list for each of the two organisations"),
    }[company]


def assurances(company: Company) -> tuple[tuple[str, str], ...]:
    """Return how private it is: signs and sentences."""
    saved = ("lock", _("Your answers are saved on this computer and sent nowhere."))
    anybody = ("eye", _("Whoever can use this computer as you do can open and see them."))
    plan = ("file", _("A plan that you print or save as PDF goes where you take it."))
    if company is Company.ALONE:
        role = _("You are not asked for your name, only for your role.")
        return saved, ("person", role), anybody, plan
    saved = ("lock", _("All answers are saved on this computer and sent nowhere."))
    elsewhere = _(
        "People can answer here, one after the other, or elsewhere: with a file, a PDF or on "
        "paper. You take in what comes back."
    )
    if not company.has_secrets:
        agreed = _("Each sheet is opened again whenever you like, and is seen by all who do.")
        return ("info", elsewhere), saved, ("person", agreed), plan
    names = _("People are called “Person 1”, “Person 2” and so on, and choose their role.")
    if company is Company.MEMBERS:
        names = _("Organisations are called by the names that you give them.")
    closed = _(
        "Whoever has finished closes their sheet, and what comes back is closed. Nobody opens it "
        "again in this program."
    )
    before = _("Whoever takes in a file or a sheet of paper could read it before.")
    disk = _(
        "The answers lie in one file on this computer. Somebody who knows how to read such files "
        "could find out what was said under which of these names."
    )
    return (
        ("info", elsewhere),
        saved,
        ("person", names),
        ("lock", closed),
        ("eye", before),
        ("info", disk),
        plan,
    )


def group_sizes() -> tuple[tuple[str, str], ...]:
    """Return from how many people on results may be shown."""
    return tuple((str(n), str(n)) for n in range(SMALLEST_GROUP, LARGEST_GROUP + 1))


def group_hint(company: Company) -> str:
    """Return what the smallest group is for."""
    said = _(
        "Results are shown once so many have answered, and never about fewer. {usual} is usual. "
        "This is settled at the start and stays as it is."
    )
    if company is Company.PARTNERS:
        said = _(
            "Results are shown once so many have answered, and those of a partner once so many of "
            "its people have. {usual} is usual. This is settled at the start and stays as "
            "it is."
        )
    return said.format(usual=in_words(USUAL_GROUP).capitalize())


def consent(company: Company) -> tuple[str, str]:
    """Return what everybody has to have agreed to for a small group, and what it means."""
    meaning = _(
        "With three or four people, others can often guess who said what. Anonymity is not "
        "possible then."
    )
    if company is Company.PARTNERS:
        return _("Every partner has agreed beforehand that its people may be recognised"), meaning
    return _("Everybody has agreed to this beforehand"), meaning


def consent_missing() -> str:
    """Return why a small group cannot begin without everybody's consent."""
    return _(
        "Fewer than five is possible only if everybody has agreed to it beforehand. "
        "Please ask them first, or choose five or more."
    )


def role_options() -> tuple[tuple[str, str], ...]:
    """Return the codes of the roles in which people answer, with their names."""
    return tuple((role, role_name(role)) for role in Respondent)
