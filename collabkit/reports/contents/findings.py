"""What stands out, in talking order."""

from itertools import groupby

from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Finding, Results
from collabkit.assessments.sentences import finding_meaning, finding_name, read_aloud
from collabkit.i18n import _
from collabkit.reports.contents.parts import FindingEntry, FindingGroup, FindingsPart


def findings_part(pack: Pack, results: Results) -> FindingsPart:
    """Return the findings, those of one kind together."""
    groups = tuple(
        FindingGroup(
            finding_name(kind),
            finding_meaning(kind),
            tuple(_entry(pack, results, finding) for finding in findings),
        )
        for kind, findings in groupby(results.findings, key=lambda finding: finding.kind)
    )
    return FindingsPart(_("What stands out"), _lead(results), groups)


def _lead(results: Results) -> str:
    if results.findings:
        return _("Start a talk from here. The order is the one in which talking helps most.")
    if any(section.answered for section in results.sections):
        return _("Nothing stands out: no answer is very low, very high or far from the others.")
    return _("There is nothing to talk about yet: there are not enough answers.")


def _entry(pack: Pack, results: Results, finding: Finding) -> FindingEntry:
    item = pack.item(finding.item_id)
    return FindingEntry(
        theme=pack.section(item.section).name,
        statement=item.statement,
        sentence=read_aloud(results.item(item.id), pack.form_of(item), results.minimum),
    )
