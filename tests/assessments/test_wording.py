"""The words for groups that volunteers run: same ids, same digest, nothing replaced by rule."""

from pathlib import Path

from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.wording import worded

PACKS = Path(__file__).parents[1] / "fixtures" / "packs"
DESCRIBED = (PACKS / "described.toml").read_text(encoding="utf-8")
PAIRS = (PACKS / "behaviours.toml").read_text(encoding="utf-8")


def with_words(source: str, after: str, words: str) -> Pack:
    """Put ``words`` behind the first line that begins with ``after``."""
    assert after in source
    place = source.index("\n", source.index(after)) + 1
    return parse_pack((source[:place] + words + source[place:]).encode(), "sample.toml")


def test_only_what_has_other_words_changes() -> None:
    """The rest of a statement stays as it is."""
    words = 'volunteer_run = { statement = "Other words.", help = "Other help." }\n'
    pack = with_words(DESCRIBED, "statement =", words)
    before, after = next(pack.items), next(worded(pack).items)
    assert (after.statement, after.help) == ("Other words.", "Other help.")
    assert (after.id, after.levels, after.why) == (before.id, before.levels, before.why)
    assert worded(pack).digest == pack.digest


def test_title_and_reason_have_other_words_too() -> None:
    """What a statement is called in lists, and when it does not apply."""
    words = 'volunteer_run = { title = "Other title", not_applicable_when = "we are few" }\n'
    after = next(worded(with_words(DESCRIBED, "statement =", words)).items)
    assert (after.title, after.not_applicable_when) == ("Other title", "we are few")


def test_levels_ends_and_actions_have_other_words_too() -> None:
    """A pair that quotes its ends quotes the other ones."""
    pack = with_words(PAIRS, "to =", 'volunteer_run = { from = "Old way", to = "New way" }\n')
    pair = next(item for item in worded(pack).items if item.volunteer_run)
    assert pair.ends == ("Old way", "New way")
    assert pair.statement == "From “Old way” to “New way”"
    levels = ["one", "two", "three", "four", "five"]
    pack = with_words(DESCRIBED, "statement =", f"volunteer_run = {{ levels = {levels} }}\n")
    assert next(worded(pack).items).levels == tuple(levels)
    pack = with_words(DESCRIBED, "  suits =", '  volunteer_run = "Ask the committee."\n')
    texts = [idea.text for item in worded(pack).items for idea in item.actions]
    assert texts.count("Ask the committee.") == 1


def test_a_group_with_staff_reads_the_usual_words() -> None:
    """Nothing changes."""
    pack = with_words(DESCRIBED, "statement =", 'volunteer_run = { statement = "Other words." }\n')
    assert worded(pack, volunteer_run=False) is pack


def test_a_pack_without_other_words_stays_equal() -> None:
    """There is nothing to swap."""
    pack = parse_pack(DESCRIBED.encode(), "described.toml")
    assert worded(pack) == pack
