"""What is open beside a recommendation: statements, each with what to do about it (BID)."""

from collections.abc import Iterable, Iterator

from collabkit.assessments.citations import reports_named
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fact,
    Facts,
    Ideas,
    Paragraph,
    Part,
    Tone,
)
from collabkit.assessments.outcomes.decision.rule import DecisionOutcome, amount
from collabkit.assessments.outcomes.decision.rules import ShareReason
from collabkit.assessments.outcomes.decision.words import (
    answer_name,
    asked_of,
    reason_sentence,
    weakness_sentence,
    who_can_answer,
)
from collabkit.assessments.outcomes.ideas import ideas_for
from collabkit.assessments.pack import Item
from collabkit.i18n import _, ngettext


class Lists:
    """Makes the lists of one outcome. A suggested action is offered once, where it comes first."""

    def __init__(self, answered: Answered, outcome: DecisionOutcome) -> None:
        self._answered = answered
        self._outcome = outcome
        self._told: set[str] = set()  # statements whose actions stand somewhere already

    def parts(self) -> Iterator[Part]:
        """Yield the lists that have something in them, in talking order."""
        outcome, weak = self._outcome, self._outcome.weak
        if outcome.recommendation is not None:
            yield Part("why", _("Why"), tuple(self._why()))
        said = self._answered.pack.outcome.settings.get("words", {})
        against = [item_id for item_id in weak.against if item_id not in outcome.deciding]
        lists = (
            (
                "fix-first",
                _("Fix first"),
                said.get("fix_first") or _("Put these right before you go on."),
                weak.fix_first,
            ),
            (
                "conditions",
                _("Conditions"),
                said.get("conditions") or _("Settle these before you go ahead, the gates first."),
                weak.conditions,
            ),
            (
                "questions",
                _("Questions to ask"),
                _("Find out about these, and who can tell you."),
                weak.questions,
            ),
            (
                "against",
                _("Also answered with no") if outcome.is_complete else _("Answered with no so far"),
                _("These did not decide, but they speak against the plan.")
                if outcome.is_complete
                else _("The check is not finished, so nothing is decided. These may weigh most."),
                against,
            ),
        )
        for key, title, words, item_ids in lists:
            if item_ids:
                blocks = self._with_ideas(item_ids, asks=key == "questions")
                yield Part(key, title, (Paragraph(words), *blocks))
        if weak.asks:
            title = _("What to ask of {whom}").format(whom=asked_of(self._answered.pack))
            yield Part("influence", title, self._asks())

    def _why(self) -> Iterator[Block]:
        outcome, pack = self._outcome, self._answered.pack
        if not outcome.reasons:
            yield Paragraph(_("None of the other rules applies to your answers."))
        listed = {*outcome.weak.fix_first, *outcome.weak.questions}
        shown: set[str] = set()
        for reason in outcome.reasons:
            if isinstance(reason, ShareReason) or listed.issuperset(reason.items):
                yield Paragraph(reason_sentence(reason, pack))
                continue
            new = [item for item in reason.items if item not in listed and item not in shown]
            shown.update(new)
            if new:
                answer = answer_name(pack.item(new[0]), pack, reason.answer)
                yield Paragraph(
                    ngettext(
                        "This was answered “{answer}”:", "These were answered “{answer}”:", len(new)
                    ).format(answer=answer)
                )
                yield from self._with_ideas(new)
        if outcome.points:
            yield Facts(
                tuple(
                    Fact(
                        pack.section(has.section).name,
                        _("{points} of {possible} points").format(
                            points=amount(has.points), possible=amount(has.possible)
                        ),
                    )
                    for has in outcome.points
                )
            )

    def _with_ideas(self, item_ids: Iterable[str], *, asks: bool = False) -> Iterator[Block]:
        for item_id in item_ids:
            item = self._answered.pack.item(item_id)
            ideas = () if item_id in self._told else ideas_for(item, self._answered.charity)
            again = item_id in self._told
            self._told.add(item_id)
            yield Entries((self._entry(item, asks=asks, again=again),))
            if ideas:
                yield Ideas(ideas)

    def _entry(self, item: Item, *, asks: bool, again: bool) -> Entry:
        sheet = self._outcome.sheet
        note = (sheet.notes.get(item.id, "") if sheet else "").strip()
        remarks = (
            who_can_answer(item) if asks else weakness_sentence(item, self._answered.pack),
            _("What to do about it is said above.") if again and item.actions else "",
        )
        return Entry(
            title=item.statement,
            text=_("Your note: {note}").format(note=note) if note else "",
            note=" ".join(filter(None, remarks)),
            mark=answer_name(item, self._answered.pack, self._outcome.filled.answers[item.id]),
            item_id=item.id,
        )

    def _asks(self) -> tuple[Block, ...]:
        settings = self._answered.pack.outcome.settings
        entries = tuple(
            Entry(title=ask["text"])
            for ask in settings["ask"]
            if ask["id"] in self._outcome.weak.asks
        )
        source = settings.get("ask_source")
        words = _("Some of what is weak is theirs to change. You could ask them to:")
        blocks: tuple[Block, ...] = (Paragraph(words), Entries(entries))
        if not source:
            return blocks
        sentences = (
            _("Source: {source}").format(source=source),
            *reports_named([source], self._answered.pack),
        )
        return (*blocks, Paragraph(" ".join(sentences), Tone.QUIET))
