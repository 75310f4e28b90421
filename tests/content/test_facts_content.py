"""Facts and sources are complete, and honest about what is ours."""

from collabkit.library.facts import facts
from collabkit.library.sources import builtin_sources
from collabkit.services.packs import builtin_pack

SOURCES = builtin_sources()


def test_every_fact_has_its_source():
    """Twelve facts, each with the report in which it stands."""
    assert len(facts()) == 12
    for fact in facts():
        assert fact.text.endswith("."), fact.key
        assert fact.report in fact.source, fact.key
        assert SOURCES.report(fact.report)


def test_facts_keep_their_figures():
    """The figures that people quote."""
    texts = " ".join(fact.quotation for fact in facts())
    for figure in ("59%", "54%", "22%", "66%", "5%", "22 of 30", "48 studies", "41%", "32%", "34"):
        assert figure in texts, figure


def test_slips_of_the_report_are_noted():
    """34 and not 35 interviews; a Lords committee and not the Cabinet Office."""
    by_key = {fact.key: fact for fact in facts()}
    assert "35 interviews" in by_key["evidence-of-bnes"].note
    assert "House of Lords" in by_key["infrastructure-bodies"].note


def test_quotation_has_source_and_note():
    """What is copied into a paper carries where it comes from."""
    fact = next(fact for fact in facts() if fact.key == "evidence-of-rtr")
    assert fact.quotation.endswith("(RtR 2021, Methods) What people stated are perceptions, and "
                                   "were not verified.")  # fmt: skip


def test_both_reports_are_the_ones_that_packs_cite():
    """Title, authors, publisher and year agree with the main pack."""
    cited = {
        (s.key, s.title, s.authors, s.publisher, s.year)
        for s in builtin_pack("five-themes").sources
    }
    ours = {(r.key, r.title, r.authors, r.publisher, r.year) for r in SOURCES.reports}
    assert ours == cited


def test_sources_say_what_was_taken_and_what_is_ours():
    """Nobody has to guess what rests on research."""
    assert all(report.taken and report.cautions and report.about for report in SOURCES.reports)
    assert len(SOURCES.ours) == 6
    assert "None of the questionnaires has been tested" in SOURCES.untested


def test_report_can_be_cited_in_a_line():
    """Empty parts leave no trace."""
    assert SOURCES.report("RtR 2021").citation == (
        "“Rebalancing the Relationship: Final Report”, Rebecca Young and Catherine Goodall, NCVO, "
        "ACEVO and Lloyds Bank Foundation for England and Wales, 3 February 2021"
    )
    assert SOURCES.report("B&NES CYPN 2018").citation.endswith("Dr Linda Watts, 2018")
