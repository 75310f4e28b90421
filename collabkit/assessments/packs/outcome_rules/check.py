"""Check a whole pack, of which all parts are there, against what its outcome needs."""

from collections.abc import Callable, Mapping

from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.packs.faults import Faults
from collabkit.assessments.packs.outcome_rules.columns import check_columns
from collabkit.assessments.packs.outcome_rules.decision import check_decision
from collabkit.assessments.packs.outcome_rules.holdings import check_holdings
from collabkit.assessments.packs.outcome_rules.mirror import check_mirror
from collabkit.assessments.packs.outcome_rules.noting import Noting
from collabkit.assessments.packs.outcome_rules.open_actions import check_open_actions
from collabkit.assessments.packs.outcome_rules.profile import check_profile
from collabkit.assessments.packs.outcome_rules.ranking import check_ranking
from collabkit.assessments.packs.outcome_rules.shared_page import check_shared_page
from collabkit.i18n import _

_CHECKS: Mapping[OutcomeKind, Callable[[Noting], None]] = {
    OutcomeKind.PROFILE: check_profile,
    OutcomeKind.DECISION: check_decision,
    OutcomeKind.HOLDINGS: check_holdings,
    OutcomeKind.RANKING: check_ranking,
    OutcomeKind.COLUMNS: check_columns,
    OutcomeKind.MIRROR: check_mirror,
    OutcomeKind.OPEN_ACTIONS: check_open_actions,
    OutcomeKind.SHARED_PAGE: check_shared_page,
}


def check_outcome(pack: Pack, faults: Faults) -> None:
    """Note everything for which the outcome of ``pack`` would say nothing, or nonsense."""
    noting = Noting(pack, faults)
    _check_further(noting)
    if not noting.asked:
        noting.whole(_("no statement is asked for its own sake; all are private or about others."))
        return
    _CHECKS[pack.outcome.kind](noting)


def _check_further(noting: Noting) -> None:
    """Note further questions about something that is not a statement asked for its own sake."""
    main = {item.id for item in noting.pack.statements if not item.marks.get("private")}
    for item in noting.pack.items:
        if "about" in item.marks and item.marks["about"] not in main:
            noting.item(
                item,
                _("{key} needs a statement that is neither private nor about another."),
                "about",
                "marks",
            )
