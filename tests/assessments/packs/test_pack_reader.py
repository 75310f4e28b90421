"""Reading a pack that is in order."""

import hashlib
from dataclasses import FrozenInstanceError
from fractions import Fraction
from pathlib import Path

import pytest

from collabkit.assessments.pack import Effort, FormKind, OutcomeKind, Respondent, Suits
from collabkit.assessments.packs.reader import parse_pack, read_pack
from collabkit.errors import EnvironmentProblemError

SMALL = Path(__file__).parents[2] / "fixtures" / "packs" / "described.toml"


def test_header_is_read_whole():
    """Everything a person is told about a pack comes from its header."""
    pack = read_pack(SMALL)
    assert (pack.id, pack.version) == ("described", "0.1")
    assert pack.title == "Two statements with described levels"
    assert pack.period == "The past 12 months"
    assert "not been tried" in pack.status
    assert (pack.minutes_full, pack.minutes_short) == (2, 1)


def test_item_is_read_whole():
    """Every key of a statement reaches the statement."""
    item = read_pack(SMALL).item("POW-2")
    assert item.section == "POW"
    assert item.core
    assert item.title == "Partners in decisions"
    assert item.levels[3] == "Partners agree the main decisions with us, as a rule."
    assert item.why.startswith("Partners often say")
    assert item.evidence.startswith("A list of joint decisions")
    assert item.ask == (Respondent.TRUSTEE, Respondent.STAFF, Respondent.PARTNER)
    assert item.partner_wording.startswith("They make")
    assert item.not_applicable_when == "we have no joint work of any kind at present"
    assert item.sources == ("RtR 2021, Sharing power and knowledge",)
    assert item.terms == ("Terms of reference",)
    assert (item.actions[0].id, item.actions[0].effort, item.actions[0].suits) == (
        "POW-2-A1",
        Effort.LOW,
        Suits.ALL,
    )


def test_what_is_left_out_is_empty():
    """A statement needs little more than its words; the rest has neutral values."""
    item = read_pack(SMALL).item("POW-9")
    assert not item.core
    assert (item.why, item.help, item.partner_wording, item.not_applicable_when) == ("",) * 4
    assert (item.terms, item.actions, item.ends) == ((), (), None)
    assert dict(item.marks) == {}


def test_form_keeps_its_answers_in_order():
    """Answers come in the order of the file, with exact values."""
    form = read_pack(SMALL).form("described-levels")
    assert form.kind is FormKind.DESCRIBED
    assert [option.code for option in form.options] == ["1", "2", "3", "4", "5"]
    assert [option.value for option in form.options] == [1, 2, 3, 4, 5]
    assert [option.code for option in form.ways_out] == ["dk", "na"]


def test_thresholds_are_exact():
    """2.5 in the file is five halves, not the nearest binary fraction."""
    outcome = read_pack(SMALL).outcome
    assert outcome.kind is OutcomeKind.PROFILE
    assert outcome.settings["bands"] == {
        "build": Fraction(5, 2),
        "keep_going": Fraction(7, 2),
        "share_it": Fraction(9, 2),
    }


def test_source_names_its_authors():
    """A source can be cited."""
    source = read_pack(SMALL).sources[0]
    assert (source.key, source.year) == ("RtR 2021", 2021)
    assert source.authors == "Rebecca Young and Catherine Goodall"


def test_digest_is_that_of_the_bytes():
    """An assessment can pin exactly this file."""
    assert read_pack(SMALL).digest == hashlib.sha256(SMALL.read_bytes()).hexdigest()


def test_a_pack_cannot_be_changed():
    """Neither fields nor settings of a pack can be changed by accident."""
    pack = read_pack(SMALL)
    with pytest.raises(FrozenInstanceError):
        pack.title = "Another"
    with pytest.raises(TypeError):
        pack.outcome.settings["bands"]["build"] = 1


def test_unknown_names_are_not_found():
    """Asking for a part that a pack does not have is an error of the program."""
    pack = read_pack(SMALL)
    for find in (pack.item, pack.section, pack.form):
        with pytest.raises(KeyError, match="POW-99"):
            find("POW-99")


@pytest.mark.parametrize(
    "rewrite",
    [
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="byte order mark"),
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="Windows line ends"),
    ],
)
def test_files_saved_by_windows_editors_are_read(rewrite):
    """A byte order mark and Windows line ends change nothing but the digest."""
    data = SMALL.read_bytes()
    pack, same = parse_pack(rewrite(data), "pack.toml"), parse_pack(data, "pack.toml")
    assert list(pack.items) == list(same.items)
    assert pack.digest != same.digest


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_opened_is_told_in_a_sentence(tmp_path, name):
    """A missing file or a folder is a problem of the machine, not of a pack."""
    with pytest.raises(EnvironmentProblemError, match=r"is a folder|could not be opened"):
        read_pack(tmp_path / name)
