"""The shelf: cards for all packs, own packs beside the built-in ones, pinned words for good."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from beginnings import TODAY, start

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.charity import RunBy
from collabkit.assessments.pack import Respondent
from collabkit.assessments.packs.reader import parse_pack, read_pack
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.services import Services
from collabkit.services.assessments import Sitting
from collabkit.services.pack_cards import card_of, read_card
from collabkit.services.packs import builtin_cards, builtin_pack, builtin_packs, first_pack

FIXTURES = Path(__file__).parents[1] / "fixtures" / "packs"
DESCRIBED = (FIXTURES / "described.toml").read_text(encoding="utf-8")


def with_head(pack_id: str, title: str) -> str:
    """Return the described pack under another id and title."""
    lines = DESCRIBED.split("\n")
    for key, value in (("id", pack_id), ("title", title)):
        place = next(n for n, line in enumerate(lines) if line.startswith(f"{key} = "))
        lines[place] = f'{key} = "{value}"'
    return "\n".join(lines)


def own_pack(services: Services, pack_id: str = "our-own", title: str = "Our own") -> Path:
    """Put a pack into the data folder by hand."""
    path = services.folder.packs / f"{pack_id}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(with_head(pack_id, title), encoding="utf-8")
    return path


def start_own(services: Services) -> Sitting:
    charity = services.charities.add("Sample Charity")
    pack = services.packs.read("our-own")
    return services.assessments.start_alone(
        charity.id, pack, Selection.ALL, Respondent.STAFF, "Sample", TODAY
    )


def test_packs_are_offered_from_the_common_to_the_particular() -> None:
    """The five themes come first."""
    offered = [card.id for card in builtin_cards()]
    assert offered[:3] == ["five-themes", "barriers", "opportunities"]
    assert offered[-2:] == ["partners-view", "handover"]
    assert [pack.id for pack in builtin_packs()] == offered
    assert first_pack().id == "five-themes"


def test_a_card_says_what_the_pack_says() -> None:
    """Though only the beginning of the file is read."""
    assert builtin_cards() == tuple(card_of(pack, is_own=False) for pack in builtin_packs())


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_card_of_any_pack_is_read_from_its_head(path: Path, tmp_path: Path) -> None:
    """Even if what follows is no pack at all."""
    pack = read_pack(path)
    head, _form, _rest = path.read_text(encoding="utf-8").partition("[[form]]")
    cut = tmp_path / f"{pack.id}.toml"
    cut.write_text(f"{head}[[form]]\nand then nonsense", encoding="utf-8")
    assert read_card(cut, is_own=True) == card_of(pack, is_own=True)


def test_a_head_in_an_unusual_order_is_read_as_a_whole(tmp_path: Path) -> None:
    """The minutes, for one, can be a table of their own."""
    minutes = next(line for line in DESCRIBED.split("\n") if line.startswith("minutes = "))
    keys = minutes[minutes.index("{") + 1 : minutes.index("}")].replace(",", "\n")
    path = tmp_path / "our-own.toml"
    source = with_head("our-own", "Our own").replace(minutes, "")
    path.write_text(f"{source}\n[minutes]\n{keys}\n", encoding="utf-8")
    assert read_card(path, is_own=True) == card_of(read_pack(path), is_own=True)


@pytest.mark.parametrize(
    "data", [b"", b"id = 3", b"\xff\xfe", b"[" * 5_000, b"x" * 3_000_000, b'id = "other"']
)
def test_what_is_no_pack_has_no_card(services: Services, data: bytes) -> None:
    """It is left out, and reading it says why."""
    services.folder.packs.mkdir()
    (services.folder.packs / "broken.toml").write_bytes(data)
    assert services.packs.cards() == builtin_cards()
    with pytest.raises(InvalidInputError):
        services.packs.read("broken")


def test_own_packs_come_last_by_title(services: Services) -> None:
    """And are marked as such."""
    own_pack(services, "b-pack", "zebra questions")
    own_pack(services, "c-pack", "Apple questions")
    own = services.packs.cards()[len(builtin_cards()) :]
    assert [(card.id, card.title, card.is_own) for card in own] == [
        ("c-pack", "Apple questions", True),
        ("b-pack", "zebra questions", True),
    ]


def test_an_own_file_never_stands_for_a_built_in_pack(services: Services) -> None:
    """Neither by its name nor by the id inside."""
    own_pack(services, "five-themes")
    assert services.packs.cards() == builtin_cards()
    assert services.packs.read("five-themes") is builtin_pack("five-themes")
    path = own_pack(services, "five-themes")
    path.rename(path.with_name("other-name.toml"))
    assert services.packs.cards() == builtin_cards()
    with pytest.raises(InvalidInputError, match="other-name"):
        services.packs.read("other-name")


def test_an_unknown_pack_is_refused_by_name(services: Services) -> None:
    """No path leads out of the folder."""
    own_pack(services)
    for name in ("nothing", "../packs/our-own", "../../resources/packs/five-themes"):
        with pytest.raises(InvalidInputError, match="our-own"):
            services.packs.read(name)


def test_an_assessment_keeps_an_own_pack_that_is_taken_away(services: Services) -> None:
    """Its very bytes are kept with the answers."""
    path = own_pack(services)
    source = path.read_bytes()
    sitting = start_own(services)
    path.unlink()
    assert services.assessments.sitting(sitting.assessment.id).pack == sitting.pack
    assert services.store.packs.source(sitting.pack.digest) == source
    assert services.results.picture(sitting.assessment.id).pack.title == "Our own"
    assert [s.assessment.pack_id for s in services.assessments.summaries()] == ["our-own"]


def test_what_was_answered_stays_readable_when_more_is_asked_of_packs(services: Services) -> None:
    """An earlier release let it through; today it would be refused."""
    source = (FIXTURES / "handover.toml").read_text(encoding="utf-8")
    source = source.replace('start = "not-done"', 'start = "done"').encode()
    with pytest.raises(InvalidInputError):
        parse_pack(source, "handover.toml")
    pack = parse_pack(source, "handover.toml", is_proven=True)
    services.store.packs.keep(
        source, digest=pack.digest, pack_id="old-handover", version=pack.version, title=pack.title
    )
    charity = services.charities.add("Sample Charity")
    assessment = Assessment(
        "a", charity.id, "Sample", "old-handover", pack.version, pack.digest, Selection.ALL,
        tuple(item.id for item in pack.items), 1, TODAY,
    )  # fmt: skip
    services.store.assessments.add(assessment)
    assert services.packs.of(services.assessments.get("a")) == pack


def test_a_changed_own_pack_is_a_new_one(services: Services) -> None:
    """The next reading sees it, the assessment does not."""
    path = own_pack(services)
    sitting = start_own(services)
    own_pack(services, title="Changed")
    assert services.packs.read("our-own").title == "Changed"
    assert services.assessments.sitting(sitting.assessment.id).pack.title == "Our own"
    assert hashlib.sha256(path.read_bytes()).hexdigest() != sitting.pack.digest


def test_a_pack_that_was_changed_since_it_was_read_is_not_started(services: Services) -> None:
    """Its words would not be those that are kept."""
    own_pack(services)
    charity = services.charities.add("Sample Charity")
    pack = services.packs.read("our-own")
    own_pack(services, title="Changed")
    with pytest.raises(InvalidInputError, match="changed or removed"):
        services.assessments.start_alone(
            charity.id, pack, Selection.ALL, Respondent.STAFF, "Sample", TODAY
        )
    assert services.assessments.summaries() == ()


def test_a_folder_named_like_a_pack_is_left_alone(services: Services) -> None:
    """It has no card, and reading it says so."""
    (services.folder.packs / "folder.toml").mkdir(parents=True)
    assert services.packs.cards() == builtin_cards()
    with pytest.raises(EnvironmentProblemError):
        services.packs.read("folder")


def test_volunteers_keep_their_words_whatever_changes(services: Services) -> None:
    """The words of the start are the words of the assessment."""
    plain = builtin_pack("handover")
    changed = [i.id for i in plain.items if i.volunteer_run and i.volunteer_run.statement]
    assert changed
    by_volunteers = start(services, "handover", RunBy.VOLUNTEERS)
    by_staff = start(services, "handover", RunBy.STAFF)
    for charity in services.charities.all():
        services.charities.change(replace(charity, run_by=None))
    for assessment, is_other in ((by_volunteers, True), (by_staff, False)):
        packs = (
            services.assessments.pack_of(assessment),
            services.assessments.sitting(assessment.id).pack,
            services.results.picture(assessment.id).pack,
        )
        for pack in packs:
            words = [pack.item(i).statement != plain.item(i).statement for i in changed]
            assert words == [is_other] * len(changed)
            assert pack.digest == plain.digest
        assert packs[0] is packs[1] is packs[2]
    assert services.assessments.settled(by_volunteers.id) == {"wording": "volunteer-run"}
    assert services.assessments.settled(by_staff.id) == {}
