"""The closed vocabulary of marks and settings: what each kind of outcome understands.

An outcome needs things of its own from a pack: bands, gates, rules, matched needs, places. They
are data, and every key with its type is listed here, so that a slip of the pen is found when a
pack is read and not when results are wrong.
"""

from collections.abc import Mapping
from enum import StrEnum

from collabkit.assessments.pack import ActionKind, OutcomeKind
from collabkit.assessments.packs.keys import (
    Part,
    Vocabulary,
    count,
    from_one,
    group,
    groups,
    ident,
    name_of,
    names_of,
    number,
    text,
    texts,
    truth,
    word,
    words,
)


class Weakness(StrEnum):
    """What it means for a bid if a statement is not answered with yes (BID)."""

    GATE = "gate"
    INFLUENCE = "influence"
    SUPPORT = "support or leave"
    PARTNER = "partner"
    QUESTION = "question"
    FIX_FIRST = "fix first"


class Side(StrEnum):
    """For which side of a handover a statement is meant (HND)."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    BOTH = "both"


# A statement may ask something further about another one (is this barrier in our control?), or
# its answer may be nobody else's business.
_ANY_MARKS: Vocabulary = {
    "about": name_of(Part.ITEM).or_without(),
    "private": truth.or_without(),
}

MARKS: Mapping[OutcomeKind, Vocabulary] = {
    OutcomeKind.PROFILE: {**_ANY_MARKS, "little_power": truth.or_without()},
    OutcomeKind.DECISION: {
        **_ANY_MARKS,
        "gate": truth.or_without(),
        "points_to": words(Weakness).or_without(),
    },
    OutcomeKind.HOLDINGS: {**_ANY_MARKS, "weight": truth.or_without()},
    OutcomeKind.RANKING: {**_ANY_MARKS, "mentions": count.or_without()},
    OutcomeKind.COLUMNS: {
        **_ANY_MARKS,
        "place": name_of(Part.PLACE).or_without(),
        "first_step": text.or_without(),
        "first_step_volunteer_run": text.or_without(),
    },
    OutcomeKind.MIRROR: {**_ANY_MARKS, "mirrors": ident.or_without()},
    OutcomeKind.OPEN_ACTIONS: {
        **_ANY_MARKS,
        "side": word(Side).or_without(),
        "protects_people": truth.or_without(),
    },
    OutcomeKind.SHARED_PAGE: _ANY_MARKS,
}

_PROFILE: Vocabulary = {
    # From which mean, as people see it, a band starts; below the first it is "act first".
    "bands": group({"build": number, "keep_going": number, "share_it": number}),
    # Which forms make up a section's score; without it, all.
    "scored_forms": names_of(Part.FORM).or_without(),
    "talking_point_below": number.or_without(),  # for from-to pairs (BEH)
    "organisations": group(  # several organisations look at one partnership (PHC)
        {
            "ask_gap_from": number,
            "fix_below": number,
            "lead_section": name_of(Part.SECTION),
            "lead_gap_from": number,
        }
    ).or_without(),
    "agenda": group(  # an hour for a board (BRD), in minutes and numbers of statements
        {
            "minutes": from_one,
            "welcome": count,
            "each": from_one,
            "decide_at_least": count,
            "most_low": count,
            "most_divided": count,
            "first": names_of(Part.ITEM).or_without(),
        }
    ).or_without(),
}

# All that a condition says has to hold.
_CONDITION: Vocabulary = {
    "items": names_of(Part.ITEM).or_without(),  # without it, every statement that was asked
    "answer": name_of(Part.ANSWER).or_without(),
    "at_least": from_one.or_without(),  # so many of the items have the answer; without it, one
    "sections": names_of(Part.SECTION).or_without(),  # one of them has ...
    "points_below": number.or_without(),  # ... less than this share of its points
    "answered_below": number.or_without(),  # ... answers to less than this share of what applies
}

_DECISION: Vocabulary = {
    "first_question": text.or_without(),
    "mode": groups(
        {
            "code": ident,
            "name": text,
            "text": text.or_without(),
            "leaves_out": names_of(Part.SECTION).or_without(),
            "does_not_apply": names_of(Part.ITEM).or_without(),
        },
        named_by="code",
    ).or_without(),
    "recommendation": groups(
        {"code": ident, "name": text, "text": text.or_without()},
        named_by="code",
    ),
    # The first rule that applies decides; one without conditions always applies.
    "rule": groups(
        {
            "id": ident,
            "recommendation": name_of(Part.RECOMMENDATION),
            "mode": name_of(Part.MODE).or_without(),
            "any_of": groups(_CONDITION).or_without(),
            "text": text.or_without(),
            "text_for": groups(  # other words in one of the modes
                {"mode": name_of(Part.MODE), "text": text}, named_by="mode"
            ).or_without(),
        },
        named_by="id",
    ),
    # What people may decide beside what can be recommended; a reason is asked for unless the
    # choice is in line with what was recommended.
    "choice": groups(
        {
            "code": ident,
            "name": text,
            "text": text.or_without(),
            "in_line_with": names_of(Part.RECOMMENDATION).or_without(),
        },
        named_by="code",
    ).or_without(),
    "condition_answer": name_of(Part.ANSWER).or_without(),  # to be settled first: partly
    # What may be asked of a funder if one of the items is not answered with yes.
    "ask": groups(
        {"id": ident, "text": text, "items": names_of(Part.ITEM)}, named_by="id"
    ).or_without(),
    "ask_source": text.or_without(),
    # What the results say in the pack's own words; without one, in words that suit any decision.
    "words": group(
        {
            "fix_first": text.or_without(),
            "conditions": text.or_without(),
            "asked_of": text.or_without(),  # within a sentence: "the commissioner or funder"
            "decide": text.or_without(),
        }
    ).or_without(),
}

_HOLDINGS: Vocabulary = {
    "known_prompts": from_one,  # so many prompts of a source must be known
    "strong_from": number,
    "strong_sources": from_one,
    "strong_moves": count,  # moves for the strong party are suggested for so many sources
    "talk_from": number,
    "move_from": number,
    "worth_naming_from": number,
}

_RANKING: Vocabulary = {
    "most_chosen": from_one,
    "called": texts.or_without(),  # one of what is ranked, and several; without it "statement"
    # Of those that are level, those most often marked with the first answer are proposed first.
    "easiest_first": names_of(Part.ANSWER).or_without(),
    # In a network they rank by how many members give at least the one, then the other rating.
    "network": group({"holds_back_from": number, "stops_from": number}).or_without(),
    "mentions_name": text.or_without(),  # what the mark "mentions" counts; background only
    "notes": texts.or_without(),
    "needs_lead": text.or_without(),  # how the needs are introduced, as a sentence
    "need": groups(
        {
            "id": ident,
            "name": text,
            "group": text,
            "text": text,
            "volunteer_run": text.or_without(),
            "helps_with": names_of(Part.ITEM),
        },
        named_by="id",
    ),
    "step": groups(
        {
            "id": ident,
            "text": text,
            "alone": text.or_without(),  # in other words for one charity, outside a network
            "kind": word(ActionKind),
            "for_needs": names_of(Part.NEED),
        },
        named_by="id",
    ),
}

_COLUMNS: Vocabulary = {
    "place": groups({"code": ident, "name": text}, named_by="code"),
    "soon": name_of(Part.ANSWER),
    "later": name_of(Part.ANSWER),
    "not_wanted": name_of(Part.ANSWER),
    "done": name_of(Part.ANSWER),
    "most_above": number,  # a share of the answers above which most are of one mind
    "volunteer_run_first": names_of(Part.ITEM).or_without(),
    "volunteer_run_last": names_of(Part.ITEM).or_without(),
    "matching": group(  # what answers to further questions mean when offers meet needs
        {
            "offers": names_of(Part.ANSWER),
            "needs": names_of(Part.ANSWER),
            "may_be_named": name_of(Part.ANSWER),
        }
    ).or_without(),
    "notes": texts.or_without(),
}

_MIRROR: Vocabulary = {
    "mirrors_pack": ident,
    "blind_spot_from": number,
    "hidden_strength_from": number,
    # The statement that asks for a partner's role, and the answers of the smaller side.
    "role": group(
        {
            "item": name_of(Part.ITEM),
            "smaller": names_of(Part.ANSWER),
            "text": text.or_without(),  # what is said where the smaller side is shown apart
        }
    ).or_without(),
}

_OPEN_ACTIONS: Vocabulary = {
    "open": names_of(Part.ANSWER),
    "start": name_of(Part.ANSWER),
    "reminder": text.or_without(),
    "when_done": text.or_without(),  # what is said when nothing is open
}

_SHARED_PAGE: Vocabulary = {
    "cautious_first": names_of(Part.ANSWER),  # of two marks, the earlier one becomes the joint one
    "settle_first": group(
        {"items": names_of(Part.ITEM), "answer": name_of(Part.ANSWER), "text": text}
    ).or_without(),
    "ticked": name_of(Part.ANSWER).or_without(),  # a reason with this answer is one of ours
    "first_step": text,
    "first_step_note": text.or_without(),
    "neutral_step": text.or_without(),  # offered instead from so many stops
    "neutral_step_from": from_one.or_without(),
    "guide": groups(  # what to read before and after: ways to look, forms to choose from
        {
            "title": text,
            "text": text.or_without(),
            "entry": groups(
                {
                    "id": ident,
                    "name": text,
                    "text": text.or_without(),
                    "volunteer_run_name": text.or_without(),
                    "volunteer_run_text": text.or_without(),
                },
                named_by="id",
            ),
        },
        named_by="title",
    ).or_without(),
}

SETTINGS: Mapping[OutcomeKind, Vocabulary] = {
    OutcomeKind.PROFILE: _PROFILE,
    OutcomeKind.DECISION: _DECISION,
    OutcomeKind.HOLDINGS: _HOLDINGS,
    OutcomeKind.RANKING: _RANKING,
    OutcomeKind.COLUMNS: _COLUMNS,
    OutcomeKind.MIRROR: _MIRROR,
    OutcomeKind.OPEN_ACTIONS: _OPEN_ACTIONS,
    OutcomeKind.SHARED_PAGE: _SHARED_PAGE,
}
