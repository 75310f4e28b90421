"""The reports behind the packs."""

from collabkit.services.packs import builtin_packs, sources


def test_the_two_reports_are_named_once_each() -> None:
    assert [source.key for source in sources()] == ["RtR 2021", "B&NES CYPN 2018"]


def test_every_statement_rests_on_one_of_them() -> None:
    keys = tuple(source.key for source in sources())
    for pack in builtin_packs():
        for item in pack.items:
            assert any(source.startswith(keys) for source in item.sources), item.id
