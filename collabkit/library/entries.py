"""What there is to find: entries made from packs, from the library and from one's own work."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Paragraph,
    Table,
)
from collabkit.assessments.pack import Item, Pack
from collabkit.i18n import _
from collabkit.library.case import CaseBook
from collabkit.library.cases import builtin_cases
from collabkit.library.facts import facts
from collabkit.library.glossary import builtin_glossary
from collabkit.library.guidance import builtin_guidance
from collabkit.library.search import Found, FoundKind

# Where what was found is read, and the argument by which its key is handed over.
_PLACES = {
    FoundKind.CASE: ("story", "story_id"),
    FoundKind.EXAMPLE: ("story", "story_id"),
    FoundKind.TERM: ("words", "term"),
    FoundKind.GUIDANCE: ("guide", "guide"),
    FoundKind.FACT: ("facts", "fact"),
}
_STATEMENT = "statement"


def entries_of_pack(pack: Pack) -> Iterator[Found]:
    """Yield the statements of ``pack``, with both ends of pairs, and its suggested actions.

    An action brings its statement along, so that it is found by that too. What is asked further
    about a statement (who owns it? by when?) is no entry of its own.
    """
    for section in pack.sections:
        where = _("{pack}: {section}").format(pack=pack.title, section=section.name)
        for item in section.items:
            if "about" in item.marks:
                continue
            arguments = MappingProxyType({"pack_id": pack.id, "item_id": item.id})
            yield _statement(item, where, arguments)
            for idea in item.actions:
                yield Found(
                    kind=FoundKind.ACTION,
                    key=idea.id,
                    title=idea.text,
                    text=item.statement,
                    where=where,
                    place=_STATEMENT,
                    arguments=arguments,
                )


def library_entries() -> Iterator[Found]:
    """Yield the stories, words, guidance and facts that come with the program."""
    yield from story_entries(builtin_cases())
    yield from _words()
    yield from _guidance()
    for fact in facts():
        yield _learned(FoundKind.FACT, fact.key, fact.title, fact.quotation, fact.report)


def entry_of_assessment(assessment_id: str, title: str, charity: str, pack: str) -> Found:
    """Return the entry of one of the user's own assessments; the last three are words to read."""
    return Found(
        kind=FoundKind.OWN_ASSESSMENT,
        key=assessment_id,
        title=title,
        text=_joined(charity, pack),
        where=charity,
        place="results",
        arguments=MappingProxyType({"assessment_id": assessment_id}),
    )


def _statement(item: Item, where: str, arguments: Mapping[str, str]) -> Found:
    ends = [end for end in item.ends or () if end not in item.statement]
    texts = [*ends, item.help, item.why, item.evidence]
    return Found(
        kind=FoundKind.STATEMENT,
        key=item.id,
        title=item.title or item.statement,
        text=_joined(*([item.statement] if item.title else []), *texts),
        where=where,
        place=_STATEMENT,
        arguments=arguments,
    )


def story_entries(book: CaseBook) -> Iterator[Found]:
    """Yield the cases and short examples of ``book``; their keys are their ids."""
    for case in book.cases:
        text = _joined(
            case.situation,
            case.challenge,
            case.helped,
            case.lesson,
            case.lesson_note,
            *case.notes,
            case.kind,
            case.role,
        )
        yield _learned(FoundKind.CASE, case.id, case.title, text, case.source)
    for example in book.examples:
        text = _joined(example.text, example.note)
        yield _learned(FoundKind.EXAMPLE, example.id, example.title, text, example.source)


def _words() -> Iterator[Found]:
    for term in builtin_glossary().terms:
        also = _("Also: {names}").format(names=", ".join(term.also)) if term.also else ""
        text = _joined(term.meaning, also)
        yield _learned(FoundKind.TERM, term.name, term.name, text, term.source)


def _guidance() -> Iterator[Found]:
    for page in builtin_guidance().pages:
        yield _learned(FoundKind.GUIDANCE, page.key, page.title, page.lead, page.title)
        for section in page.sections:
            lines = (line for block in section.blocks for line in _lines(block))
            yield Found(
                kind=FoundKind.GUIDANCE,
                key=f"{page.key}/{section.key}",
                title=section.title,
                text=_joined(page.title, *lines),
                where=page.title,
                place=_PLACES[FoundKind.GUIDANCE][0],
                arguments=MappingProxyType({"guide": page.key, "section": section.key}),
            )


def _learned(kind: FoundKind, key: str, title: str, text: str, where: str) -> Found:
    place, argument = _PLACES[kind]
    return Found(kind, key, title, text, where, place, MappingProxyType({argument: key}))


def _lines(block: Block) -> Iterator[str]:
    """Yield the words of the kinds of blocks that guidance has."""
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.entries
        case Entries():
            yield from (f"{entry.title}: {entry.text}" for entry in block.entries)
        case Table():
            yield block.caption
            yield from ("; ".join(row) for row in block.rows)


def _joined(*texts: str) -> str:
    """Return texts after each other, each with a full stop unless it has an end of its own."""
    return " ".join(text if text[-1] in ".?!:" else f"{text}." for text in texts if text)
