"""What the page with the sheets of an assessment shows."""

from dataclasses import dataclass

from collabkit.services.company import Company

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One sheet: whose it is, how far it is, and what can be done with it.

    ``verb`` opens it; without one it is closed. ``personal`` tells whether there is something to
    write for oneself alone, and ``is_next`` that this one is the next thing to do.
    """

    sheet_id: str
    name: str
    about: str
    verb: str
    can_go: bool
    personal: bool
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked before somebody begins; an empty tuple of options asks nothing."""

    name: str
    parties: Options = ()
    abouts: Options = ()
    roles: Options = ()


@dataclass(frozen=True, slots=True)
class SheetsState:
    """The whole page.

    ``form`` is there while somebody is being added, and ``organisation`` while an organisation is;
    ``add_words`` and ``add_organisation`` are what the buttons for that say, if they are there.
    ``ways`` tells by which ways answers came, ``roles`` who answered, where that gives nobody away,
    and ``waiting`` how many answers wait for others; ``parties`` tells of organisations of which
    too few have answered, and ``first_look`` what the first look at the results settles. Each is
    empty where there is nothing to tell.
    ``is_asked_elsewhere`` tells that sheets may be filled in away from this computer.
    """

    title: str
    whose: str
    company: Company
    counted: str
    rows: tuple[Row, ...]
    results: str
    can_see: bool
    add_words: str = ""
    add_organisation: str = ""
    add_agreed: str = ""
    ways: str = ""
    roles: str = ""
    waiting: str = ""
    parties: str = ""
    first_look: str = ""
    is_asked_elsewhere: bool = False
    form: Form | None = None
    is_naming: bool = False
    fault: str = ""
