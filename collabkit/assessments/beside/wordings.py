"""Which statements two versions of a pack ask in the very same words.

What people see as they choose an answer counts: the statement, its help, the descriptions or ends
of its levels, when it does not apply, and the question, answers and ways out of its form, with
their numbers. What lies folded away or comes later does not: why it matters, what would show it,
sources, terms, actions, the short title, and in which section and form it stands.
"""

from typing import Any

from collabkit.assessments.pack import Item, Pack


def same_wording(before: Pack, after: Pack) -> frozenset[str]:
    """Return the ids of the statements that are asked in the very same words both times.

    Both packs are in the words in which they were asked: for groups that volunteers run, the words
    for them. A question about another statement is the same only if that one is the same too.
    """
    earlier, later = _wordings(before), _wordings(after)
    return frozenset(i for i in earlier.keys() & later.keys() if earlier[i] == later[i])


def changed_wording(before: Pack, after: Pack) -> frozenset[str]:
    """Return the ids of the statements that both packs have, in other words."""
    return (_ids(before) & _ids(after)) - same_wording(before, after)


def _ids(pack: Pack) -> frozenset[str]:
    return frozenset(item.id for item in pack.items)


def _wordings(pack: Pack) -> dict[str, tuple[Any, ...]]:
    """Return everything that counts as wording, by statement."""
    read = {item.id: _read(pack, item) for item in pack.items}
    return {
        # Of a question about another statement the title is what people read, after that one.
        item.id: (*read[item.id], item.title, read.get(item.marks["about"]))
        if "about" in item.marks
        else read[item.id]
        for item in pack.items
    }


def _read(pack: Pack, item: Item) -> tuple[Any, ...]:
    form = pack.form_of(item)
    return (
        item.statement,
        item.help,
        item.levels,
        item.ends,
        item.not_applicable_when,
        form.kind,
        form.prompt,
        form.options,
        form.ways_out,
    )
