"""Whether a sheet that came back fits its assessment, and what of it can be taken. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from collabkit.assessments.assessment import Party
from collabkit.assessments.pack import NOTED, Item, Pack, Respondent
from collabkit.assessments.sentences import capital, in_words
from collabkit.assessments.statement_names import called
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.i18n import _, ngettext
from collabkit.services.elsewhere import Elsewhere
from collabkit.services.former_names import was_called
from collabkit.services.naming import in_one_line, is_same_name, shortened
from collabkit.services.responses import LONGEST_TEXT
from collabkit.typed_text import clean_text

_LONGEST_QUOTE = 40  # characters of an organisation's name that a fault repeats


@dataclass(frozen=True, slots=True)
class Said:
    """What a sheet says about one statement, as a ``Response`` holds it."""

    item_id: str
    answer: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """What of a sheet can be taken; nothing of it if there are ``faults``, a line each.

    Faults say where and what kind, and repeat no answer or note: others read them.
    ``of`` is how many statements have to be answered and ``answered`` how many of them are. The
    rest is as in ``PreviewedSheet``.
    """

    role: Respondent | None
    party: Party | None
    about: Party | None
    said: tuple[Said, ...]
    left_out: tuple[str, ...]
    answered: int
    of: int
    reworded: tuple[str, ...]
    not_asked: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def notes(self) -> int:
        """About how many statements something was written."""
        return sum(bool(said.note) for said in self.said)


@dataclass(frozen=True, slots=True)
class Words:
    """In which words a sheet was asked, where they are not those of the assessment.

    ``before`` is the questionnaire then, and ``same`` are the statements whose words are unchanged.
    """

    before: Pack
    same: Collection[str]


def fit(there: Elsewhere, sheet: ReturnedSheet, words: Words | None = None) -> Fitted:
    """Return what of ``sheet`` can be taken, and everything that does not fit."""
    fitting = _Fitting(there, sheet, words)
    party, about = fitting.side()
    role = fitting.role(party)
    asked = there.asked(party, about)
    said = tuple(fitting.said(asked))
    needed = there.needed(asked)
    return Fitted(
        role=role,
        party=party,
        about=about,
        said=said,
        left_out=there.left_out(party, about),
        answered=sum(each.answer is not None and each.item_id in needed for each in said),
        of=len(needed),
        reworded=tuple(fitting.reworded),
        not_asked=tuple(fitting.not_asked),
        faults=tuple(fitting.faults),
    )


class _Fitting:
    """One sheet that is held against its assessment."""

    def __init__(self, there: Elsewhere, sheet: ReturnedSheet, words: Words | None) -> None:
        self._there = there
        self._sheet = sheet
        self._words = words
        self._items = {item.id: item for item in there.pack.items}
        self.reworded: list[str] = []
        self.not_asked: list[str] = []
        self.faults: list[str] = []

    def side(self) -> tuple[Party | None, Party | None]:
        """Return for and about which organisation the sheet speaks."""
        before = len(self.faults)
        party, about = self._party(self._sheet.party), self._party(self._sheet.about)
        if len(self.faults) == before:
            try:
                self._there.check_side(party, about)
            except InvalidInputError as error:
                self.faults.append(str(error))
        return party, about

    def _party(self, name: str) -> Party | None:
        name = in_one_line(name)
        if not name:
            return None
        for party in self._there.parties:
            if is_same_name(party.name, name):
                return party
        # Whoever answered saw this name: one that it has today comes before one that it had.
        former = was_called(self._there.settled, name)
        once = [party for party in self._there.parties if party.id in former]
        if len(once) == 1:
            return once[0]
        self.faults.append(
            _("No organisation called “{name}” takes part.").format(name=_quoted(name))
        )
        return None

    def role(self, party: Party | None) -> Respondent | None:
        """Return in which role the person answers."""
        settled, given = self._there.settled_role(party), self._sheet.role
        if settled is None and given is None:
            self.faults.append(_("It does not say in which role the person answers."))
        if settled is Respondent.PARTNER and given not in (None, Respondent.PARTNER):
            self.faults.append(
                _("Here partners answer, and this is from somebody in another role.")
            )
        return settled or given

    def said(self, asked: Collection[str]) -> Iterator[Said]:
        """Yield what can be taken, in pack order."""
        unknown = 0
        for item_id in self._told_about():
            item = self._items.get(item_id)
            if self._words and item_id not in self._words.same and self._was_asked(item_id):
                self.reworded.append(item_id)
            elif item is None:
                unknown += 1
            elif item_id not in asked:
                self.not_asked.append(item_id)
            elif said := self._one(item, asked):
                yield said
        if unknown:
            self.faults.append(
                ngettext(
                    "{number} statement on it is not in “{title}”.",
                    "{number} statements on it are not in “{title}”.",
                    unknown,
                ).format(number=capital(in_words(unknown)), title=self._there.pack.title)
            )

    def _told_about(self) -> list[str]:
        """Return the statements about which anything is said, in pack order, unknown ones last."""
        told = {*self._sheet.answers, *(i for i, n in self._sheet.notes.items() if n.strip())}
        return [i for i in self._items if i in told] + sorted(told - self._items.keys())

    def _was_asked(self, item_id: str) -> bool:
        return self._words is not None and any(i.id == item_id for i in self._words.before.items)

    def _one(self, item: Item, asked: Collection[str]) -> Said | None:
        form = self._there.pack.form_of(item)
        answer = self._sheet.answers.get(item.id)
        note = clean_text(self._sheet.notes.get(item.id, "")).strip()
        if form.is_words_only and answer in (None, NOTED):
            answer = NOTED if note else None  # without words nothing was said
        if answer is not None and not form.accepts(answer):
            self.faults.append(
                _("{statement}: the answer is none of those that can be chosen.").format(
                    statement=self._called(item, asked)
                )
            )
        if len(note) > LONGEST_TEXT:
            self.faults.append(
                _("{statement}: the note is longer than {most} characters.").format(
                    statement=self._called(item, asked), most=LONGEST_TEXT
                )
            )
        return Said(item.id, answer, note) if answer is not None or note else None

    def _called(self, item: Item, asked: Collection[str]) -> str:
        """Return what a statement is called; in other words it may have had another number."""
        return called(self._there.pack, item.id, () if self._words else asked)


def _quoted(text: str) -> str:
    return shortened(in_one_line(text), _LONGEST_QUOTE)
