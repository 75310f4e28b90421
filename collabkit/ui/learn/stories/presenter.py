"""Which stories meet what a person wishes, without widgets."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.library.case import Case, Choice, Example, Situation
from collabkit.library.cases import builtin_cases
from collabkit.library.entries import story_entries
from collabkit.library.search import SearchIndex
from collabkit.ui.learn.stories.state import Option, StoriesState, Wishes


class StoriesPresenter(QObject):
    """Knows what is wished for. ``state_changed(StoriesState)``."""

    state_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wishes = Wishes()

    def open(self, situation: str = "") -> None:
        """Show what was wished for last, or the stories for one situation."""
        known = {one.key for one in builtin_cases().situations}
        if situation in known:
            self._wishes = Wishes(situation=situation)
        self._tell()

    def wish(self, **changes: str) -> None:
        """Change some of the wishes."""
        self._wishes = replace(self._wishes, **changes)
        self._tell()

    def wish_nothing(self) -> None:
        """Show all stories again."""
        self._wishes = Wishes()
        self._tell()

    def _tell(self) -> None:
        book, wishes = builtin_cases(), self._wishes
        cases, examples = _cases(wishes), _examples(wishes)
        situation = book.situation(wishes.situation) if wishes.situation else None
        self.state_changed.emit(
            StoriesState(
                wishes=wishes,
                situations=_counted(book.situations, _("Any situation"), wishes, "situation"),
                themes=_counted(book.themes, _("All five"), wishes, "theme"),
                kinds=_counted(book.kinds, _("Any kind"), wishes, "kind"),
                roles=_counted(book.roles, _("Any role"), wishes, "role"),
                sizes=_counted(book.sizes, _("Any size"), wishes, "size"),
                cases=tuple(case.id for case in cases),
                examples=tuple(example.id for example in examples),
                count=_count(len(cases), len(examples)),
                note=situation.note if situation is not None else "",
                pages=situation.pages if situation is not None else (),
            )
        )


def _cases(wishes: Wishes) -> tuple[Case, ...]:
    found = builtin_cases().cases_with(
        theme=wishes.theme or None,
        kind=wishes.kind or None,
        role=wishes.role or None,
        size=wishes.size or None,
        situation=wishes.situation or None,
    )
    return tuple(case for case in found if _is_said(wishes.text, case.id))


def _examples(wishes: Wishes) -> tuple[Example, ...]:
    """Return the short examples; they have no kind, role or size to be chosen by."""
    if wishes.kind or wishes.role or wishes.size:
        return ()
    found = builtin_cases().examples_with(
        theme=wishes.theme or None, situation=wishes.situation or None
    )
    return tuple(example for example in found if _is_said(wishes.text, example.id))


def _is_said(text: str, story_id: str) -> bool:
    return not text.strip() or story_id in _found(text)


@cache
def _index() -> SearchIndex:
    return SearchIndex(story_entries(builtin_cases()))


def _found(text: str) -> frozenset[str]:
    index = _index()
    return frozenset(found.key for found in index.find(text, len(index)))


def _counted(
    choices: Iterable[Choice | Situation], anything: str, wishes: Wishes, name: str
) -> tuple[Option, ...]:
    """Return the options of one wish with the number of stories each leaves."""
    options = [("", anything)]
    for choice in choices:
        narrowed = replace(wishes, **{name: choice.key})
        number = len(_cases(narrowed)) + len(_examples(narrowed))
        words = _("{choice} ({number})").format(choice=choice.name, number=number)
        options.append((choice.key, words))
    return tuple(options)


def _count(cases: int, examples: int) -> str:
    told = []
    if cases:
        words = ngettext("{number} story", "{number} stories", cases)
        told.append(words.format(number=in_words(cases)))
    if examples:
        words = ngettext("{number} short example", "{number} short examples", examples)
        told.append(words.format(number=in_words(examples)))
    match told:
        case [one]:
            return capital(one)
        case [one, other]:
            return capital(_("{a} and {b}").format(a=one, b=other))
        case _:
            return _("No story meets all of this.")
