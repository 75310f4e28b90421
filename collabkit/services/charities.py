"""Charities: add, describe, put away and bring back."""

from dataclasses import replace
from datetime import date

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.limits import LONGEST_NAME
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.ids import new_id
from collabkit.services.naming import in_one_line
from collabkit.storage import Removed, Store


class CharityService:
    """Verbs on charities. Every one is on disk when it returns."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Charity, ...]:
        """Return the charities that are not put away; the sample, if there is one, comes last."""
        charities = self._store.lists.charities()
        return tuple(sorted(charities, key=lambda c: (c.is_sample, c.name.casefold())))

    def get(self, charity_id: str) -> Charity:
        """Return one charity; raises ``KeyError`` for an unknown id."""
        return self._store.charities.get(charity_id)

    def add(
        self,
        name: str,
        income_band: IncomeBand | None = None,
        run_by: RunBy | None = None,
        usual_role: PartnershipRole | None = None,
        *,
        is_sample: bool = False,
        has_contracts: bool | None = None,
    ) -> Charity:
        """Add a charity; raises ``InvalidInputError`` without a name or if the name is taken."""
        charity = Charity(
            id=new_id(),
            name=self.checked_name(name, None),
            income_band=income_band,
            run_by=run_by,
            usual_role=usual_role,
            is_sample=is_sample,
            has_contracts=has_contracts,
        )
        self._store.charities.add(charity)
        return charity

    def change(self, charity: Charity) -> Charity:
        """Keep a changed charity; raises ``InvalidInputError`` as ``add`` does."""
        charity = replace(charity, name=self.checked_name(charity.name, charity.id))
        self._store.charities.change(charity)
        return charity

    def remove(self, charity_id: str) -> None:
        """Put a charity away with all that belongs to it; ``restore`` brings it back."""
        self._store.charities.remove(charity_id, date.today())

    def restore(self, charity_id: str) -> None:
        """Bring back what ``remove`` put away.

        Raises ``InvalidInputError`` if another charity has got its name meanwhile.
        """
        name = self.get(charity_id).name
        if self._is_taken(name, charity_id):
            raise InvalidInputError(
                _(
                    "There is already a charity called “{name}”. Please put that one away or give "
                    "it another name first. Nothing is lost."
                ).format(name=name)
            )
        self._store.charities.restore(charity_id)

    def put_away(self) -> tuple[Charity, ...]:
        """Return the charities that are put away, the latest first."""
        return tuple(removed.record for removed in self.removed())

    def removed(self) -> tuple[Removed[Charity], ...]:
        """Return the charities that are put away with the day of it, the latest first."""
        return self._store.charities.removed()

    def checked_name(self, name: str, own_id: str | None) -> str:
        """Return the name in one line; raises ``InvalidInputError`` as ``add`` does."""
        name = in_one_line(name)
        if not name:
            raise InvalidInputError(_("Please give the charity a name."))
        if len(name) > LONGEST_NAME:
            raise InvalidInputError(
                _("Please use a name of at most {most} characters.").format(most=LONGEST_NAME)
            )
        if self._is_taken(name, own_id):
            raise InvalidInputError(
                _(
                    "There is already a charity called “{name}”. "
                    "Please choose it, or use another name."
                ).format(name=name)
            )
        return name

    def _is_taken(self, name: str, own_id: str | None) -> bool:
        return any(
            other.name.casefold() == name.casefold() and other.id != own_id
            for other in self._store.lists.charities()
        )
