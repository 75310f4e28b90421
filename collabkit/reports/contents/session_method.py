"""How a session's report came about: who answered how, what is kept and what is not."""

from collabkit.assessments.levels import is_numbered
from collabkit.assessments.pack import AnswerForm, Pack
from collabkit.i18n import _
from collabkit.reports.contents.method import sources_section, spread_section
from collabkit.reports.contents.parts import MethodPart, MethodSection
from collabkit.reports.contents.room import room_groups_section
from collabkit.room.meeting import Meeting
from collabkit.room.way_words import words_of
from collabkit.room.ways import Way


def session_method(meeting: Meeting, pack: Pack, *, is_practice: bool) -> MethodPart:
    """Return the method: only of what there was in this session."""
    sections = [
        *([_practice()] if is_practice else []),
        MethodSection(_("How far to trust this"), (pack.status,)),
        _answers(meeting, pack),
        _voting(meeting),
        spread_section(),
        _order(),
        room_groups_section(meeting.preparation.minimum),
        *_kept(),
        sources_section(pack),
    ]
    return MethodPart(
        title=_("How it was worked out"),
        lead=_("Everything in these pages follows from the votes by the rules below."),
        sections=tuple(sections),
    )


def _practice() -> MethodSection:
    return MethodSection(
        _("A practice"),
        (_("This was a practice. Nothing in it says anything about anybody."),),
    )


def _answers(meeting: Meeting, pack: Pack) -> MethodSection:
    """Return what people could answer, form by form, in the order of the session."""
    forms = {form.id: form for t in meeting.turns if (form := pack.form_of(pack.item(t.item_id)))}
    sentences = [_form(form) for form in forms.values()]
    if any(pack.item(turn.item_id).levels for turn in meeting.turns):
        sentences.append(
            _("“The statements in full” has the description of each level for each statement.")
        )
    sentences.append(
        _(
            "“Don't know” and “does not apply” are answers too: they are counted apart and are "
            "never low."
        )
    )
    return MethodSection(_("The answers"), tuple(sentences))


def _form(form: AnswerForm) -> str:
    numbered = is_numbered(form)
    names = [f"{o.code} {o.name}" if numbered else o.name for o in form.options]
    return _("{prompt} The answers were: {answers}.").format(
        prompt=form.prompt, answers="; ".join(names)
    )


def _voting(meeting: Meeting) -> MethodSection:
    used = {way for turn in meeting.turns for vote in turn.shown_votes for way in vote.came}
    return MethodSection(
        _("The votes"),
        (
            _(
                "Nobody saw a result before all of the room did. A second vote stands beside the "
                "first; who changed their mind is not known to anybody."
            ),
        ),
        tuple(words_of(way).method for way in Way if way in used),
    )


def _order() -> MethodSection:
    return MethodSection(
        _("The order of the map"),
        (
            _(
                "Split statements come first, the lowest mean before the higher ones; then all "
                "others in the same way; then those with too few answers, and those without a "
                "vote. Of several votes the last one counts."
            ),
        ),
    )


def _kept() -> tuple[MethodSection, MethodSection]:
    return (
        MethodSection(
            _("What is kept"),
            (),
            (
                _("For each vote, how many gave each answer, and how many answered in each way."),
                _("The notes of the talk, which are meant to be without names."),
                _("What became of each statement, and the actions with the last fist of five."),
            ),
        ),
        MethodSection(
            _("What is not kept"),
            (),
            (
                _("Who was there, and who answered what."),
                _("Which answers came by which way."),
                _("What one person answered to several statements."),
            ),
        ),
    )
