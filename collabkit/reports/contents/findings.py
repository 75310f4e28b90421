"""What stands out, in talking order."""

from itertools import groupby

from collabkit.assessments.meanings import finding_meaning
from collabkit.assessments.names import finding_name
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Finding, Results
from collabkit.assessments.sentences import findings_lead, read_aloud
from collabkit.i18n import _
from collabkit.reports.contents.parts import FindingEntry, FindingGroup, FindingsPart


def findings_part(pack: Pack, results: Results) -> FindingsPart:
    """Return the findings, those of one kind together."""
    groups = tuple(
        FindingGroup(
            finding_name(kind),
            finding_meaning(kind, results.minimum),
            tuple(_entry(pack, results, finding) for finding in findings),
        )
        for kind, findings in groupby(results.findings, key=lambda finding: finding.kind)
    )
    return FindingsPart(_("What stands out"), findings_lead(results), groups)


def _entry(pack: Pack, results: Results, finding: Finding) -> FindingEntry:
    item = pack.item(finding.item_id)
    return FindingEntry(
        theme=pack.section(item.section).name,
        statement=item.statement,
        sentence=read_aloud(results.item(item.id), pack.form_of(item), results.minimum),
    )
