"""What every column of a workbook is for, in a sentence for whoever fills it in.

A test proves that nothing is left out: who adds a key to the vocabulary says here what it means.
"""

from collections.abc import Mapping
from functools import cache

from collabkit.assessments.pack import OutcomeKind
from collabkit.exchange.packs.sheets import Column, Holds, SheetPlan, sheets_of
from collabkit.i18n import _

SHEETS: Mapping[str, str] = {
    "pack": "What the questionnaire is called, what it is for and who answers it.",
    "outcome": "What comes of the answers, and from which numbers on.",
    "forms": "The ways of answering. Most questionnaires need one.",
    "options": "The answers of each form, in the order in which they are offered.",
    "ways_out": "What people may say instead of an answer: don't know, does not apply.",
    "sources": "The reports, books or conversations on which the statements rest.",
    "expected": "What many groups of a size are content with. It never changes a score.",
    "often_not_applicable": "Statements for which “does not apply” is offered first to some.",
    "sections": "The parts of the questionnaire, in order.",
    "items": "The statements, in order, each in a row.",
    "levels": "For the form kind “described”: a description of each level of a statement.",
    "volunteer_run": "Other words for groups that volunteers run. What is left blank stays.",
    "actions": "What can be done about a statement.",
    "outcome.mode": "The cases between which people choose first, such as alone or together.",
    "outcome.recommendation": "What can be recommended.",
    "outcome.rule": "The rules, in order. The first that applies decides.",
    "outcome.rule.any_of": "The conditions of a rule. It applies if one of them holds.",
    "outcome.rule.text_for": "Other words for a rule in one of the cases.",
    "outcome.choice": "What people may decide beside what can be recommended.",
    "outcome.ask": "What may be asked of a funder if a statement is not answered with yes.",
    "outcome.need": "What would help, and with which statements.",
    "outcome.step": "First steps, and for which needs they are meant.",
    "outcome.place": "The groups in which areas of joint work are shown.",
    "outcome.guide": "What to read before and after a conversation.",
    "outcome.guide.entry": "The entries of each guide.",
}

_VOLUNTEER_RUN = "The same in words for a group that volunteers run."
_MEANINGS: Mapping[str, str] = {
    "pack.format": "Always 1: the version of this layout.",
    "pack.id": "A short name for the program: letters, digits and hyphens, such as our-meetings.",
    "pack.version": "Such as 1.0. Give a higher one whenever you change something.",
    "pack.title": "The name that people see.",
    "pack.question": "The one question that the questionnaire answers.",
    "pack.purpose": "What people get out of it.",
    "pack.when": "In which situation to use it.",
    "pack.answered_by": "Who should answer, and whether alone or together.",
    "pack.period": "The time that the statements are about, such as: The past 12 months.",
    "pack.status": "How well it has been tried out. Be honest.",
    "pack.parts_called": "What one section and several are called, a word a line: area, areas.",
    "pack.minutes.full": "How many minutes all statements take. Allow 25 seconds for each with "
    "described levels and 12 for every other.",
    "pack.minutes.short": "How many minutes the short version takes, if there is one.",
    "outcome.kind": "One word from the list; see “Outcomes” in “Writing packs”.",
    "outcome.bands.build": "From which mean a result is called “build”; below it is “act first”.",
    "outcome.bands.keep_going": "From which mean a result is called “keep going”.",
    "outcome.bands.share_it": "From which mean a result is called “share it”.",
    "outcome.scored_forms": "Which forms count for the score of a section; blank for all.",
    "outcome.talking_point_below": "Pairs with a mean below this are talking points.",
    "outcome.organisations.ask_gap_from": "From which gap between partners on to ask why.",
    "outcome.organisations.fix_below": "Below which mean a statement is to be put right first.",
    "outcome.organisations.lead_section": "The section in which the lead partner is compared.",
    "outcome.organisations.lead_gap_from": "From which gap to the lead partner on to say so.",
    "outcome.agenda.minutes": "How long the meeting about the results is, in minutes.",
    "outcome.agenda.welcome": "How many minutes of it go to the welcome.",
    "outcome.agenda.each": "How many minutes there are for each statement.",
    "outcome.agenda.decide_at_least": "How many minutes to keep for deciding.",
    "outcome.agenda.most_low": "How many low statements the agenda takes up at most.",
    "outcome.agenda.most_divided": "How many divided statements the agenda takes up at most.",
    "outcome.agenda.first": "Statements that come first on the agenda when they are low.",
    "outcome.first_question": "The question by which people choose a case first.",
    "outcome.condition_answer": "The answer that leaves something to be settled, such as partly.",
    "outcome.ask_source": "On what the things to ask of a funder rest.",
    "outcome.known_prompts": "How many statements of a section must be known for a comparison.",
    "outcome.strong_from": "From which number on a party holds a strong advantage.",
    "outcome.strong_sources": "In how many sections an advantage makes a party the strong one.",
    "outcome.strong_moves": "For how many sections moves are suggested to the strong party.",
    "outcome.talk_from": "From which difference between two views on to talk about it.",
    "outcome.move_from": "From which number on moves are suggested.",
    "outcome.worth_naming_from": "From which number on a strength is worth naming.",
    "outcome.most_chosen": "How many can be chosen at most.",
    "outcome.easiest_first": "Of level ones, those with most of these answers come first.",
    "outcome.network.holds_back_from": "In a network: the rating from which on it holds back.",
    "outcome.network.stops_from": "In a network: the rating from which on it stops.",
    "outcome.mentions_name": "What the numbers in marks.mentions count.",
    "outcome.notes": "Notes for whoever uses the results, one a line.",
    "outcome.soon": "The answer that means: soon.",
    "outcome.later": "The answer that means: later.",
    "outcome.not_wanted": "The answer that means: not for us.",
    "outcome.done": "The answer that means: we do it already.",
    "outcome.most_above": "Above which share of the answers most are of one mind, such as 0.5.",
    "outcome.volunteer_run_first": "Statements to show first to groups that volunteers run.",
    "outcome.volunteer_run_last": "Statements to show last to groups that volunteers run.",
    "outcome.matching.offers": "Answers to a further question that mean: we can offer it.",
    "outcome.matching.needs": "Answers to a further question that mean: we need it.",
    "outcome.matching.may_be_named": "The answer that allows others to be told the name.",
    "outcome.mirrors_pack": "The id of the questionnaire with the charity's own view.",
    "outcome.blind_spot_from": "From which difference on the charity thinks better of itself.",
    "outcome.hidden_strength_from": "From which difference on partners think better of it.",
    "outcome.role.item": "The statement that asks for the partner's role.",
    "outcome.role.smaller": "The answers of partners on the smaller side.",
    "outcome.open": "The answers that mean: still open.",
    "outcome.start": "The answer with which every statement starts.",
    "outcome.reminder": "A reminder that is always shown with the results.",
    "outcome.cautious_first": "The answers, the most cautious first; of two, that one counts.",
    "outcome.settle_first.items": "Statements to settle first if one has the answer below.",
    "outcome.settle_first.answer": "The answer that has to be settled first.",
    "outcome.settle_first.text": "What is then said.",
    "outcome.ticked": "The answer that marks a reason as one of ours.",
    "outcome.first_step": "The first step that is suggested.",
    "outcome.first_step_note": "A remark on the first step.",
    "outcome.neutral_step": "The step that is suggested instead if there is much to settle.",
    "outcome.neutral_step_from": "From how many open points on that is so.",
    "forms.id": "A short name that the sheet “items” uses.",
    "forms.kind": "One word from the list; see “Forms” in “Writing packs”.",
    "forms.prompt": "What people are asked above the answers.",
    "options.code": "What is stored: a short word or number that never changes.",
    "options.name": "What people see.",
    "options.value": "The number used for means; blank for answers that are no numbers.",
    "ways_out.code": "dk for don't know, na for does not apply; others are possible.",
    "ways_out.name": "What people see.",
    "sources.key": "A short name with the year, such as Survey 2026.",
    "sources.title": "Its full title.",
    "sources.authors": "Who wrote it.",
    "sources.publisher": "Who published it.",
    "sources.year": "The year, as a number.",
    "expected.size": "The size of charity by yearly income.",
    "expected.low": "The code of the lowest answer that is usual.",
    "expected.high": "The code of the highest answer that is usual.",
    "expected.items": "For which statements; blank for all that no other row names.",
    "expected.sections": "For which sections.",
    "often_not_applicable.who": "To whom the statements often do not apply.",
    "often_not_applicable.items": "Which statements.",
    "sections.code": "A short name of capital letters, such as MEET.",
    "sections.name": "What people see.",
    "sections.question": "The question that the section answers.",
    "sections.covers": "What belongs to it, in a few sentences.",
    "items.id": "A name that never changes, such as MEET-1, even when the words get better.",
    "items.core": "TRUE if the short version asks it.",
    "items.title": "Two or three words that stand for the statement in lists.",
    "items.statement": "The statement itself: one behaviour, at most 20 words.",
    "items.from": "For the form kind from-to: what stands at the one end.",
    "items.to": "For the form kind from-to: what stands at the other end.",
    "items.form": "How it is answered: the id of a row of the sheet “forms”.",
    "items.help": "What helps to understand it.",
    "items.why": "Why it matters, in a sentence.",
    "items.evidence": "What could show it: a document, a date, a number.",
    "items.ask": "Who knows best; several words with commas between them.",
    "items.partner_wording": "The same statement as a partner would say it of you.",
    "items.not_applicable_when": "Goes on after “does not apply if …”; blank if it always applies.",
    "items.sources": "On what it rests, one source a line: its key, a comma, the place.",
    "items.terms": "Words of the glossary that it uses, one a line.",
    "items.marks.about": "The statement about which this one asks something further.",
    "items.marks.private": "TRUE if the answer is nobody else's business.",
    "items.marks.little_power": "TRUE if a charity with little power can hardly change it.",
    "items.marks.gate": "TRUE if the answer no stops everything.",
    "items.marks.points_to": "What it means if the answer is not yes.",
    "items.marks.weight": "TRUE if it says how much the section counts.",
    "items.marks.mentions": "How often it was named in the source.",
    "items.marks.place": "In which group it is shown: a code of the sheet outcome.place.",
    "items.marks.first_step": "A first step.",
    "items.marks.first_step_volunteer_run": _VOLUNTEER_RUN,
    "items.marks.mirrors": "The statement of the own view that it is compared with.",
    "items.marks.side": "For which side it is meant.",
    "items.marks.protects_people": "TRUE if people may come to harm while it is open.",
    "levels.levels": "The descriptions from the lowest level to the highest, one a column.",
    "volunteer_run.title": _VOLUNTEER_RUN,
    "volunteer_run.statement": _VOLUNTEER_RUN,
    "volunteer_run.from": _VOLUNTEER_RUN,
    "volunteer_run.to": _VOLUNTEER_RUN,
    "volunteer_run.levels": "All descriptions in words for a group that volunteers run.",
    "volunteer_run.help": _VOLUNTEER_RUN,
    "volunteer_run.why": _VOLUNTEER_RUN,
    "volunteer_run.evidence": _VOLUNTEER_RUN,
    "volunteer_run.not_applicable_when": _VOLUNTEER_RUN,
    "actions.id": "A name that never changes, such as MEET-1-A1.",
    "actions.when": "For whom it is meant: who holds more, or who holds less.",
    "actions.kind": "One word from the list.",
    "actions.effort": "Hours (low), days (med), or weeks and money (high).",
    "actions.suits": "Whom it suits.",
    "actions.text": "What to do, beginning with a verb.",
    "actions.volunteer_run": _VOLUNTEER_RUN,
    "outcome.mode.code": "A short name.",
    "outcome.mode.name": "What people see.",
    "outcome.mode.text": "What it means.",
    "outcome.mode.leaves_out": "Sections that are not asked in this case.",
    "outcome.mode.does_not_apply": "Statements that do not apply in this case.",
    "outcome.recommendation.code": "A short name.",
    "outcome.recommendation.name": "What people see.",
    "outcome.recommendation.text": "What to do then.",
    "outcome.rule.id": "A short name.",
    "outcome.rule.recommendation": "What it recommends: a code of that sheet.",
    "outcome.rule.mode": "The case in which alone it applies; blank for all.",
    "outcome.rule.text": "What is said when it decides.",
    "outcome.rule.any_of.items": "The statements it looks at; blank for all.",
    "outcome.rule.any_of.answer": "The answer it looks for.",
    "outcome.rule.any_of.at_least": "How many statements need that answer; blank for one.",
    "outcome.rule.any_of.sections": "The sections it looks at.",
    "outcome.rule.any_of.points_below": "It holds below this share of the points, such as 0.5.",
    "outcome.rule.any_of.answered_below": "It holds below this share of answers, such as 0.5.",
    "outcome.rule.text_for.mode": "In which case.",
    "outcome.rule.text_for.text": "What is said then.",
    "outcome.choice.code": "A short name.",
    "outcome.choice.name": "What people see.",
    "outcome.choice.text": "What it means.",
    "outcome.choice.in_line_with": "The recommendations after which no reason is asked for.",
    "outcome.ask.id": "A short name.",
    "outcome.ask.text": "What may be asked for.",
    "outcome.ask.items": "If one of these statements is not answered with yes.",
    "outcome.need.id": "A short name.",
    "outcome.need.name": "What people see.",
    "outcome.need.group": "Under which heading it stands.",
    "outcome.need.text": "What it is.",
    "outcome.need.volunteer_run": _VOLUNTEER_RUN,
    "outcome.need.helps_with": "The statements with which it helps.",
    "outcome.step.id": "A short name.",
    "outcome.step.text": "What to do.",
    "outcome.step.alone": "The same in words for one charity, outside a network.",
    "outcome.step.kind": "One word from the list.",
    "outcome.step.for_needs": "The needs for which it is a step.",
    "outcome.place.code": "A short name.",
    "outcome.place.name": "What people see.",
    "outcome.guide.title": "Its heading.",
    "outcome.guide.text": "What stands below the heading.",
    "outcome.guide.entry.id": "A short name.",
    "outcome.guide.entry.name": "What people see.",
    "outcome.guide.entry.text": "What it says.",
    "outcome.guide.entry.volunteer_run_name": _VOLUNTEER_RUN,
    "outcome.guide.entry.volunteer_run_text": _VOLUNTEER_RUN,
}


def meaning_of(plan: SheetPlan, column: Column) -> str:
    """Return what ``column`` is for; empty for a key that nobody has described yet."""
    return _MEANINGS.get(f"{plan.name}.{column.head}", "")


def meaning_at(path: tuple[str, ...]) -> str:
    """Return what the key at ``path``, from the top of a pack, is for."""
    return _by_path().get(path, "")


@cache
def _by_path() -> Mapping[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for plan in (plan for kind in OutcomeKind for plan in sheets_of(kind)):
        above = plan.path[:-1] if plan.holds is Holds.LISTS else plan.path
        found |= {(*above, *column.path): meaning_of(plan, column) for column in plan.columns}
    return found


def notes_on(kind: OutcomeKind) -> Mapping[str, str]:
    """Return what every column of a pack with the outcome ``kind`` is for, by sheet and head."""
    notes = {
        f"{plan.name}.{column.head}": meaning_of(plan, column)
        for plan in sheets_of(kind)
        for column in plan.columns
    }
    for plan in sheets_of(kind):
        if plan.parent_head:
            notes[f"{plan.name}.{plan.parent_head}"] = _("To which {part} the row belongs.").format(
                part=plan.parent_head
            )
    return notes
