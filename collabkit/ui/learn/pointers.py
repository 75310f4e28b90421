"""Where the library points to: statements, stories and questionnaires as links."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from collabkit.assessments.pack import Pack
from collabkit.i18n import _
from collabkit.library.case import Case, Example
from collabkit.library.cases import builtin_cases
from collabkit.library.guidance import builtin_guidance
from collabkit.library.references import pack_of
from collabkit.services.packs import builtin_cards, builtin_pack
from collabkit.ui.learn.link import Link


def statement_links(item_ids: Iterable[str]) -> tuple[Link, ...]:
    """Return a link to each statement.

    What is not a statement but an entry of a questionnaire's own list, such as a need, leads to
    that questionnaire. The questionnaires that are needed are read: up to 60 milliseconds.
    """
    return tuple(_statement_link(builtin_pack(pack_of(item_id)), item_id) for item_id in item_ids)


def pack_links(pack_ids: Iterable[str]) -> tuple[Link, ...]:
    """Return a link to the start of each questionnaire."""
    cards = {card.id: card for card in builtin_cards()}
    return tuple(
        Link(
            cards[pack_id].title,
            cards[pack_id].question,
            "new",
            MappingProxyType({"pack_id": pack_id}),
        )
        for pack_id in pack_ids
    )


def story_links(story_ids: Iterable[str]) -> tuple[Link, ...]:
    """Return a link to each case or short example."""
    return tuple(story_link(story(story_id)) for story_id in story_ids)


def stories_about(item_id: str) -> tuple[Link, ...]:
    """Return links to the cases, and then the short examples, that illustrate a statement."""
    book = builtin_cases()
    stories: tuple[Case | Example, ...] = (*book.cases_for(item_id), *book.examples_for(item_id))
    return tuple(map(story_link, stories))


def page_links(keys: Iterable[str]) -> tuple[Link, ...]:
    """Return a link to each page of guidance."""
    pages = map(builtin_guidance().page, keys)
    return tuple(
        Link(page.title, page.lead, "guide", MappingProxyType({"guide": page.key}))
        for page in pages
    )


def story_link(told: Case | Example) -> Link:
    """Return the link to one story, with its lesson or its text in a sentence."""
    arguments = MappingProxyType({"story_id": told.id})
    if isinstance(told, Example):
        return Link(told.title, told.text, "story", arguments, str(told.year))
    note = " · ".join(part for part in (told.kind, told.size, str(told.year)) if part)
    return Link(told.title, told.lesson, "story", arguments, note)


def story(story_id: str) -> Case | Example:
    """Return a case or short example; raises ``KeyError`` for an unknown id."""
    book = builtin_cases()
    try:
        return book.case(story_id)
    except KeyError:
        return book.example(story_id)


def _statement_link(pack: Pack, item_id: str) -> Link:
    arguments = {"pack_id": pack.id, "item_id": item_id}
    for section in pack.sections:
        for item in section.items:
            if item.id == item_id:
                where = _("{pack}: {section}").format(pack=pack.title, section=section.name)
                return Link(item.statement, "", "statement", MappingProxyType(arguments), where)
    title = next(_names_in(pack.outcome.settings, item_id), pack.title)
    return Link(title, "", "new", MappingProxyType({"pack_id": pack.id}), pack.title)


def _names_in(data: object, entry_id: str) -> Iterator[str]:
    """Yield what the entry ``entry_id`` is called in a questionnaire's own lists."""
    if isinstance(data, Mapping):
        if data.get("id") == entry_id:
            yield _called(data)
        data = tuple(data.values())
    if isinstance(data, tuple):
        for inner in data:
            yield from _names_in(inner, entry_id)


def _called(entry: Mapping[str, Any]) -> str:
    return str(entry.get("name") or entry.get("text") or entry["id"])
