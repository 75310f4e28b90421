"""Guidance by size, by role and by who runs a group: what a page is, and which suit a charity."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from collabkit.assessments.charity import Charity, PartnershipRole, RunBy
from collabkit.assessments.outcomes.blocks import Block, Part


class GuidanceGroup(StrEnum):
    """What a page is about."""

    SIZE = "size"
    ROLE = "role"
    RUNNING = "running"
    ANSWERING = "answering"


@dataclass(frozen=True, slots=True)
class GuidanceSection:
    """A piece of a page under a heading: blocks to read, and where to go on from there.

    Blocks are paragraphs, bullets, tables and entries, as outcomes have them. ``items`` are
    statements (or entries of a pack's list), ``cases`` ids of cases, ``packs`` ids of packs.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    items: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()

    @property
    def part(self) -> Part:
        """The readable piece, as the parts of an outcome are drawn."""
        return Part(self.key, self.title, self.blocks)


@dataclass(frozen=True, slots=True)
class GuidancePage:
    """One page; ``lead`` sums it up in a sentence or two."""

    key: str
    group: GuidanceGroup
    title: str
    lead: str
    sections: tuple[GuidanceSection, ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """All pages, in the order in which they are listed."""

    pages: tuple[GuidancePage, ...]

    def page(self, key: str) -> GuidancePage:
        """Return one page; raises ``KeyError`` for an unknown key."""
        for page in self.pages:
            if page.key == key:
                return page
        raise KeyError(key)

    def of_group(self, group: GuidanceGroup) -> tuple[GuidancePage, ...]:
        """Return the pages about one thing; the first of them is the general one."""
        return tuple(page for page in self.pages if page.group is group)

    def pages_for(self, charity: Charity) -> tuple[GuidancePage, ...]:
        """Return the pages that suit a charity: size, role, who runs it, who should answer.

        Where a charity would rather not say, the general page stands in.
        """
        return tuple(self.page(key) for key in _keys_for(charity))


def _keys_for(charity: Charity) -> Iterator[str]:
    yield f"size-{charity.income_band}" if charity.income_band else "sizes"
    yield _ROLE_PAGES[charity.usual_role] if charity.usual_role else "roles"
    yield _RUNNING_PAGES[charity.run_by] if charity.run_by else "running"
    yield "who-answers"


_ROLE_PAGES = {
    PartnershipRole.LEAD: "role-lead",
    PartnershipRole.SUBCONTRACTOR: "role-subcontractor",
    PartnershipRole.PEER: "role-peer",
    PartnershipRole.NOT_NOW: "role-not-now",
}
_RUNNING_PAGES = {RunBy.VOLUNTEERS: "volunteer-run", RunBy.STAFF: "staff-run"}
