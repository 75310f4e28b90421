"""A story as it is told on its page."""

from dataclasses import dataclass

from collabkit.assessments.outcomes.blocks import Fact, Facts
from collabkit.i18n import _
from collabkit.library.case import Case, Choice, Example
from collabkit.library.cases import builtin_cases
from collabkit.ui.learn.link import Link
from collabkit.ui.learn.pointers import pack_links, statement_links, story


@dataclass(frozen=True, slots=True)
class Chapter:
    """A piece of the story under its heading; ``is_lesson`` is what to take away."""

    heading: str
    text: str
    is_lesson: bool = False


@dataclass(frozen=True, slots=True)
class StoryState:
    """The whole page. ``before`` and ``after`` are ids of other stories; they may be empty."""

    title: str
    as_described: str
    chapters: tuple[Chapter, ...]
    notes: tuple[str, ...]
    about: Facts
    statements: tuple[Link, ...]
    packs: tuple[Link, ...]
    before: str
    after: str


def story_state(story_id: str) -> StoryState:
    """Return a case or a short example to be shown; raises ``KeyError`` for an unknown id."""
    told = story(story_id)
    before, after = _neighbours(told)
    return StoryState(
        title=told.title,
        as_described=told.as_described,
        chapters=_chapters(told),
        notes=_notes(told),
        about=_about(told),
        statements=statement_links(told.items),
        packs=pack_links(told.packs) if isinstance(told, Example) else (),
        before=before,
        after=after,
    )


def _chapters(told: Case | Example) -> tuple[Chapter, ...]:
    if isinstance(told, Example):
        return (Chapter("", told.text, is_lesson=True),)
    lesson = " ".join(part for part in (told.lesson, told.lesson_note) if part)
    return (
        Chapter(_("The situation"), told.situation),
        Chapter(_("What was hard"), told.challenge),
        Chapter(_("What helped"), told.helped),
        Chapter(_("The lesson"), lesson, is_lesson=True),
    )


def _notes(told: Case | Example) -> tuple[str, ...]:
    if isinstance(told, Case):
        return told.notes
    return (told.note,) if told.note else ()


def _about(told: Case | Example) -> Facts:
    themes = _names(builtin_cases().themes, told.themes)
    facts = [Fact(_("Themes"), themes)]
    if isinstance(told, Case):
        facts += [
            Fact(_("Kind of joint work"), told.kind),
            Fact(_("Role"), told.role),
            Fact(_("Size"), told.size),
        ]
    return Facts((*facts, Fact(_("Told in"), told.source)))


def _names(choices: tuple[Choice, ...], keys: tuple[str, ...]) -> str:
    return ", ".join(choice.name for choice in choices if choice.key in keys)


def _neighbours(told: Case | Example) -> tuple[str, str]:
    """Return the ids of the stories before and after this one in the book."""
    book = builtin_cases()
    ids = [other.id for other in (book.cases if isinstance(told, Case) else book.examples)]
    at = ids.index(told.id)
    return ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else ""
