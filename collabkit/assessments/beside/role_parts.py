"""How roles see the same, told in blocks: prompts to talk, and no verdict."""

from collections.abc import Iterator, Sequence

from collabkit.assessments.beside.by_role import APART_FROM, RoleGroup, RoleStatement, RoleView
from collabkit.assessments.names import people_called
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Paragraph,
    Part,
    Place,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.pack import Pack
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext

_PROMPTS = 6  # more at once are no help to talk


def role_parts(pack: Pack, view: RoleView, minimum: int) -> tuple[Part, ...]:
    """Return the view in parts; ``minimum`` is the smallest group of the assessment."""
    return (
        Part("roles", _("How each role sees it"), tuple(_blocks(pack, view))),
        Part(
            "roles-method",
            _("How roles are told apart"),
            (Bullets(tuple(_method(pack, view, minimum))),),
            Place.BEHIND,
        ),
    )


def _blocks(pack: Pack, view: RoleView) -> Iterator[Block]:
    yield Paragraph(_lead(view), Tone.LEAD)
    yield Paragraph(
        _(
            "People see different things from where they stand. Nobody is right or wrong here: ask "
            "each other what you see."
        )
    )
    yield Facts(tuple(Fact(capital(_name(group)), _people(group)) for group in view.groups))
    if view.later:
        yield Paragraph(_about_later(view), Tone.QUIET)
    if view.sections:
        yield _table(pack, view)
    if view.apart:
        yield Entries(tuple(_prompt(pack, view, one) for one in view.apart[:_PROMPTS]))
    if more := view.apart[_PROMPTS:]:
        title = ngettext(
            "{number} more statement that roles see differently",
            "{number} more statements that roles see differently",
            len(more),
        )
        yield _fold(title, pack, view, more)
    if others := [one for one in view.statements if one not in view.apart]:
        title = ngettext(
            "{number} statement that roles see much alike",
            "{number} statements that roles see much alike",
            len(others),
        )
        yield _fold(title, pack, view, others)


def _fold(title: str, pack: Pack, view: RoleView, statements: Sequence[RoleStatement]) -> Fold:
    return Fold(
        title.format(number=capital(in_words(len(statements)))),
        tuple(
            Entry(_statement(pack, one), _("{said}.").format(said=_said(view, one)))
            for one in statements
        ),
    )


def _lead(view: RoleView) -> str:
    who = capital(listed([_name(group) for group in view.groups]))
    if not view.apart:
        return _("{people} see all of this much alike.").format(people=who)
    return ngettext(
        "{people} see {number} of {total} statement differently.",
        "{people} see {number} of {total} statements differently.",
        len(view.statements),
    ).format(people=who, number=in_words(len(view.apart)), total=in_words(len(view.statements)))


def _table(pack: Pack, view: RoleView) -> Table:
    return Table(
        caption=_("Scores by role"),
        head=(capital(pack.parts_called[0]), *(capital(_name(group)) for group in view.groups)),
        rows=tuple(
            (pack.section(section.code).name, *(str(shown(score)) for score in section.scores))
            for section in view.sections
        ),
        numbers=tuple(range(1, len(view.groups) + 1)),
    )


def _prompt(pack: Pack, view: RoleView, one: RoleStatement) -> Entry:
    answers = [
        _("{people} {number}").format(people=_name(group), number=in_words(number))
        for group, number in zip(view.groups, one.numbers, strict=True)
        if number
    ]
    return Entry(
        title=_statement(pack, one),
        text=_("{said}: ask each other what you see.").format(said=_said(view, one)),
        note=_("Answers: {answers}.").format(answers=", ".join(answers)),
    )


def _said(view: RoleView, one: RoleStatement) -> str:
    """Return the means as in “Trustees said 4.1, staff 2.6”, without groups that have none."""
    (first, mean), *others = [
        (_name(group), shown(mean))
        for group, mean in zip(view.groups, one.means, strict=True)
        if mean is not None
    ]
    said = _("{people} said {mean}").format(people=capital(first), mean=mean)
    further = (_("{people} {mean}").format(people=people, mean=mean) for people, mean in others)
    return ", ".join([said, *further])


def _statement(pack: Pack, one: RoleStatement) -> str:
    return pack.item(one.item_id).statement


def _method(pack: Pack, view: RoleView, minimum: int) -> Iterator[str]:
    number = in_words(minimum)
    yield _(
        "A role is told by itself only if at least {number} people of it answered, and at least "
        "{number} others or none. Smaller roles are put together as everybody else."
    ).format(number=number)
    yield _(
        "The same holds for every statement, and for everybody who joined later. What cannot be "
        "told so is left out, so that nobody is found by taking one number from another."
    )
    yield _("“Don't know” and “does not apply” are not told by role.")
    if view.sections:
        yield _(
            "The scores of a {part} rest on the same statements for each role, so they can differ "
            "from the score of all."
        ).format(part=pack.parts_called[0])
    yield _(
        "Statements come first where the highest and the lowest mean are {apart} or more apart. "
        "That is a rule of thumb; charities have not tested it."
    ).format(apart=APART_FROM)


def _about_later(view: RoleView) -> str:
    return ngettext(
        "{number} person more is in the picture of all, but not told by role: that could give "
        "somebody away.",
        "{number} people more are in the picture of all, but not told by role: that could give "
        "somebody away.",
        view.later,
    ).format(number=capital(in_words(view.later)))


def _name(group: RoleGroup) -> str:
    return _("everybody else") if group.role is None else people_called(group.role)


def _people(group: RoleGroup) -> str:
    return ngettext("{number} person", "{number} people", group.people).format(
        number=capital(in_words(group.people))
    )
