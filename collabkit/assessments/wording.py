"""The words of a pack for groups that volunteers run.

Such groups read "committee" for "board" and "agreement" for "contract" (B&NES CYPN 2018, Glossary
of terms and the chapter on volunteer-run groups). A pack brings these words along; nothing is
replaced by rule.
"""

from dataclasses import replace

from collabkit.assessments.pack import ActionIdea, Item, Pack


def worded(pack: Pack, *, volunteer_run: bool = True) -> Pack:
    """Return the same pack in the words for groups that volunteers run; ids and digest stay."""
    if not volunteer_run:
        return pack
    sections = tuple(
        replace(section, items=tuple(map(_worded_item, section.items))) for section in pack.sections
    )
    return replace(pack, sections=sections)


def _worded_item(item: Item) -> Item:
    item = replace(item, actions=tuple(map(_worded_action, item.actions)))
    words = item.volunteer_run
    if words is None:
        return item
    statement = words.statement or item.statement
    if item.ends and words.ends and not words.statement:
        # A pair without a sentence of its own quotes both ends.
        for end, other in zip(item.ends, words.ends, strict=True):
            statement = statement.replace(f"“{end}”", f"“{other}”")
    return replace(
        item,
        title=words.title or item.title,
        statement=statement,
        levels=words.levels or item.levels,
        ends=words.ends or item.ends,
        why=words.why or item.why,
        evidence=words.evidence or item.evidence,
        help=words.help or item.help,
        not_applicable_when=words.not_applicable_when or item.not_applicable_when,
    )


def _worded_action(idea: ActionIdea) -> ActionIdea:
    return replace(idea, text=idea.volunteer_run) if idea.volunteer_run else idea
