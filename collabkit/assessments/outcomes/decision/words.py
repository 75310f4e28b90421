"""Sentences about a decision that several of its parts need (BID)."""

from collections.abc import Mapping
from typing import Any

from collabkit.assessments.names import any_of
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.decision.rule import DecisionOutcome, amount
from collabkit.assessments.outcomes.decision.rules import Reason, Share, ShareReason
from collabkit.assessments.pack import Item, Pack
from collabkit.assessments.packs.vocabulary import Weakness
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def answer_name(item: Item, pack: Pack, code: str) -> str:
    """Return an answer as people see it."""
    option = pack.form_of(item).option(code)
    return option.name if option else code


def recommendation_name(answered: Answered, code: str) -> str:
    """Return a recommendation as people see it."""
    return next(
        str(entry["name"])
        for entry in answered.pack.outcome.settings["recommendation"]
        if entry["code"] == code
    )


def rule_text(answered: Answered, outcome: DecisionOutcome) -> str:
    """Return what the deciding rule says in the settled mode; it may be empty."""
    rules = answered.pack.outcome.settings["rule"]
    rule: Mapping[str, Any] = next((r for r in rules if r["id"] == outcome.rule), {})
    for words in rule.get("text_for", ()):
        if words["mode"] == outcome.filled.mode:
            return str(words["text"])
    return str(rule.get("text", ""))


def reason_sentence(reason: Reason, pack: Pack) -> str:
    """Return why a rule applies."""
    if isinstance(reason, ShareReason):
        return _share_sentence(reason, pack)
    answer = answer_name(pack.item(reason.items[0]), pack, reason.answer)
    if len(reason.items) == 1:
        return _("“{statement}” was answered “{answer}”.").format(
            statement=pack.item(reason.items[0]).statement.removesuffix("."), answer=answer
        )
    return _("{number} statements were answered “{answer}”.").format(
        number=capital(in_words(len(reason.items))), answer=answer
    )


def _share_sentence(reason: ShareReason, pack: Pack) -> str:
    section = pack.section(reason.section).name
    if reason.share is Share.POINTS:
        return _("{section} has {have} of {of} points; at least {needed} would be enough.").format(
            section=section,
            have=amount(reason.have),
            of=amount(reason.of),
            needed=amount(reason.needed),
        )
    return _(
        "Under {section}, {have} of {of} statements could be answered; at least {needed} are "
        "needed to say anything."
    ).format(
        section=section,
        have=in_words(int(reason.have)),
        of=in_words(int(reason.of)),
        needed=in_words(int(reason.needed)),
    )


def asked_of(pack: Pack) -> str:
    """Return of whom something may be asked, such as “the commissioner or funder”."""
    whom: str = pack.outcome.settings.get("words", {}).get("asked_of", "")
    return whom or _("others")


def weakness_sentence(item: Item, pack: Pack) -> str:
    """Return what a statement means that is not a yes; empty if its list says it already."""
    said = {
        Weakness.GATE: _("A gate."),
        Weakness.SUPPORT: _("This points to supporting another organisation, or leaving it."),
        Weakness.PARTNER: _("This points to going with others."),
        Weakness.INFLUENCE: _("Something to raise with {whom}.").format(whom=asked_of(pack)),
    }
    named = item.marks.get("points_to", ())
    return " ".join(said[weakness] for weakness in named if weakness in said)


def who_can_answer(item: Item) -> str:
    """Return whom to ask; empty if the pack does not say."""
    if not item.ask:
        return ""
    return _("Ask {people}.").format(people=any_of(item.ask))


def how_many_left(number: int) -> str:
    """Return how many statements have no answer yet, as half a sentence."""
    if not number:
        return _("all answered")
    return ngettext(
        "{number} statement left to answer", "{number} statements left to answer", number
    ).format(number=in_words(number))
