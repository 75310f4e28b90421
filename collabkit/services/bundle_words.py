"""Bundles in sentences: what goes in, what stays, what would come, what came. Pure."""

from collections.abc import Iterable, Iterator

from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.pack import Pack
from collabkit.dates import day
from collabkit.exchange.bundles.bundle_file import counts_of
from collabkit.exchange.bundles.contents import Bundle, BundledAssessment
from collabkit.i18n import _, ngettext
from collabkit.services.bundle_contents import Gathered
from collabkit.services.bundle_preview import Previewed, Standing
from collabkit.services.company import company_of


def lines_of_contents(gathered: Gathered, *, is_locked: bool) -> Iterator[str]:
    """Yield what goes into a file, what does not, and what to think of.

    ``is_locked`` tells that it gets a passphrase.
    """
    bundle = gathered.bundle
    yield _("{charity}: {amount}.").format(
        charity=bundle.charity.name, amount=_amount(counts_of(bundle))
    )
    yield (
        _("Notes, evidence, how sure people are and what they have flagged are in it.")
        if bundle.with_notes
        else _(
            "Notes, evidence, how sure people are and what they have flagged are left out. Free "
            "words stay where they are the answer; so do names, what was settled, and the plan."
        )
    )
    if is_locked:
        yield _("Without its passphrase nobody can read the file.")
    elif any(map(_is_confidential, *_with_packs(bundle))):
        yield _(
            "Everybody’s answers are in it, each under the name they were given, also what was "
            "said in confidence: whoever has the file can read them with another program. Please "
            "set a passphrase, or let nobody else have the file. A lock on your data here does "
            "not reach it."
        )
    else:
        yield _(
            "Whoever has the file can read everything in it, unless you set a passphrase; a lock "
            "on your data here does not reach it."
        )
    yield _("What people wrote for their own eyes alone is never in it.")
    if gathered.sealed:
        yield ngettext(
            "{number} sealed sheet of a session stays on this laptop.",
            "{number} sealed sheets of sessions stay on this laptop.",
            gathered.sealed,
        ).format(number=gathered.sealed)
    if gathered.put_away:
        yield ngettext(
            "{number} assessment that is put away is left out.",
            "{number} assessments that are put away are left out.",
            gathered.put_away,
        ).format(number=gathered.put_away)


def lines_of_preview(
    bundle: Bundle, charity_line: str, refusal: str, things: Iterable[Previewed]
) -> Iterator[str]:
    """Yield what is in a file that was opened, and how it stands to what is here."""
    yield _("Saved on {day}: {amount}.").format(
        day=day(bundle.made_on), amount=_amount(counts_of(bundle))
    )
    yield charity_line
    if not bundle.with_notes:
        yield _("It was saved without notes.")
    if refusal:
        yield refusal
        return
    yield from map(line_of, things)


def line_of(one: Previewed) -> str:
    """Return how one assessment or session in a file stands to what is here."""
    return _standing_line(one).format(title=one.title, here=one.title_here, pack=one.pack_title)


def _standing_line(one: Previewed) -> str:
    match one.standing:
        case Standing.NEW:
            return _("“{title}” ({pack}) is new here.")
        case Standing.SAME if one.title != one.title_here:
            return _("“{title}” ({pack}) is here already, as “{here}”; nothing is to be done.")
        case Standing.SAME:
            return _("“{title}” ({pack}) is here already, just the same; nothing is to be done.")
        case Standing.OTHER_ANSWERS if one.is_session:
            return _(
                "“{title}” ({pack}) is here too, prepared otherwise. What is here stays as it is, "
                "unless you keep both."
            )
        case Standing.OTHER_ANSWERS:
            return _(
                "“{title}” ({pack}) is here too, with other answers. What is here stays as it is, "
                "unless you keep both."
            )
        case Standing.OTHER_PLAN:
            return _(
                "“{title}” ({pack}) is here with the same answers and another plan. What is here "
                "stays as it is, unless you keep both."
            )
        case Standing.PUT_AWAY:
            return _(
                "“{title}” ({pack}) is here, but put away. It stays there, unless you keep both."
            )


def line_of_charity(name: str, here: str | None) -> str:
    """Return to which charity a file belongs; ``here`` is the name of the one here, if it is."""
    if here is None:
        return _("{name} is a new charity here.").format(name=name)
    if here == name:
        return _("{name} is here already; what is known about it stays as it is.").format(name=name)
    return _(
        "{name} is called {here} here; the name here and what is known about it stay as they are."
    ).format(name=name, here=here)


def charity_put_away(name: str) -> str:
    """Return why nothing is taken over for a charity that is in the bin."""
    return _(
        "{name} is here, but put away, so nothing can be taken over. Please bring it back first, "
        "and open the file once more."
    ).format(name=name)


def lines_of_taking(assessments: int, sessions: int) -> Iterator[str]:
    """Yield what was taken over."""
    if assessments:
        yield ngettext(
            "{number} assessment was taken over, with its answers and its plan.",
            "{number} assessments were taken over, with their answers and plans.",
            assessments,
        ).format(number=assessments)
    if sessions:
        yield ngettext(
            "{number} session that was prepared was taken over.",
            "{number} sessions that were prepared were taken over.",
            sessions,
        ).format(number=sessions)
    if not assessments and not sessions:
        yield _("Nothing was taken over, and nothing has changed.")


def _amount(counts: dict[str, int]) -> str:
    """Return how much of everything there is; what there is none of is not told."""
    told = [
        ngettext(one, several, counts[name]).format(n=counts[name])
        for name, one, several in (
            ("assessments", "{n} assessment", "{n} assessments"),
            ("sheets", "{n} sheet", "{n} sheets"),
            ("answers", "{n} answer", "{n} answers"),
            ("actions", "{n} action", "{n} actions"),
            ("sessions", "{n} session", "{n} sessions"),
            ("packs", "{n} questionnaire", "{n} questionnaires"),
        )
        if counts[name]
    ]
    return listed(told) if told else _("nothing but what is known about it")


def _is_confidential(whole: BundledAssessment, pack: Pack) -> bool:
    people = len(whole.participants)
    return people > 0 and company_of(pack, whole.assessment, whole.parties, people).has_secrets


def _with_packs(bundle: Bundle) -> tuple[list[BundledAssessment], list[Pack]]:
    wholes = list(bundle.assessments)
    return wholes, [bundle.packs[whole.assessment.pack_digest].pack for whole in wholes]
