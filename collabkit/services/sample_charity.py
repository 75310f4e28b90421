"""The sample charity as it stands in its file."""

import tomllib
from typing import Any

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assets import resource


def sample_data() -> dict[str, Any]:
    """Return everything in the file: the charity, an assessment, its answers and its plan."""
    return tomllib.loads(resource("sample", "sample-charity.toml").read_text(encoding="utf-8"))


def sample_charity(charity_id: str) -> Charity:
    """Return the sample charity under ``charity_id``; nothing is kept."""
    about = sample_data()["charity"]
    return Charity(
        id=charity_id,
        name=about["name"],
        income_band=IncomeBand(about["income_band"]),
        run_by=RunBy(about["run_by"]),
        usual_role=PartnershipRole(about["usual_role"]),
        is_sample=True,
    )
