"""``collabkit score`` as it is typed, with its streams and exit statuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from collabkit.cli import main

ANSWERS = Path(__file__).parent.parent / "fixtures" / "answers"
SEVEN, ONE, FAULTY = (str(ANSWERS / f"{n}.csv") for n in ("seven-people", "one-person", "faulty"))


def score(*words: str, pack: str = "five-themes") -> int:
    return main(["score", "--pack", pack, *words])


def test_the_text_has_a_theme_with_its_score_and_a_line_for_each_statement(capsys):
    """Counts, ways out, mean, spread and band, with the core statements only."""
    assert score(SEVEN, "--statements", "core") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [
        "The five themes, version 1.0",
        "7 people answered. Answers of fewer than 5 are not shown.",
    ]
    start = lines.index("Power: 3.3, Build")
    assert lines[start : start + 9] == [
        "Power: 3.3, Build",
        "-----------------",
        "2 of 4 statements that apply count.",
        "",
        "                           don't  does not",
        "         1  2  3  4  5  n   know     apply  mean  spread           band",
        "  POW-1  0  1  2  3  1  7      0         0   3.6  Spread           Keep going",
        "  POW-2  0  1  5  1  0  7      0         0   3.0  Mostly together  Build",
        "  POW-4  -  -  -  -  -  3      0         4     -  Too few          -",
    ]


def test_the_text_ends_with_the_findings_in_talking_order(capsys):
    """Each with its statement and a sentence to read aloud."""
    assert score(SEVEN) == 0
    text = capsys.readouterr().out
    findings = text[text.index("What stands out") :]
    heads = (
        "People see this very differently.",
        "Act first.",
        "Not visible to us.",
        "Strengths: worth sharing.",
    )
    places = [findings.index(head) for head in heads]
    assert places == sorted(places)
    assert (
        "  EMP-2  We name things that other groups do better than we do.\n"
        "    Four of seven chose 4 or 5; three chose 1 or 2. Split.\n"
    ) in findings


def test_the_text_fits_a_terminal_of_eighty_columns(capsys):
    """Whatever is said about a statement."""
    for words in ([SEVEN], [SEVEN, "--minimum", "10"], [ONE, "--minimum", "1"]):
        assert score(*words) == 0
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_one_person_is_spoken_to(capsys):
    """A single person's own answers have no group words."""
    assert score(ONE, "--minimum", "1", "--statements", "core") == 0
    text = capsys.readouterr().out
    assert "1 person answered.\n" in text
    assert "You chose 1: Not yet." in text


def test_nothing_to_talk_about_is_said(capsys, tmp_path):
    """A single answer of a group is no finding."""
    answers = tmp_path / "a.csv"
    answers.write_text("respondent,role,item,answer\nA,staff,POW-1,3\n")
    assert score(str(answers)) == 0
    assert capsys.readouterr().out.endswith(
        "\nThere is nothing to talk about yet: there are not enough answers.\n"
    )


@pytest.mark.parametrize("name", ["opportunities", "bid-check", "behaviours"])
def test_other_packs_are_tabulated_by_their_own_answers(capsys, tmp_path, name):
    """Sections may mix forms; what has no number has no mean, and nothing breaks."""
    pack = Path(__file__).parent.parent / "fixtures" / "packs" / f"{name}.toml"
    answers = tmp_path / "a.csv"
    first = {"opportunities": "OPP-2,already", "bid-check": "BID-1,no", "behaviours": "BEH-1.1,2"}
    rows = [f"P{n},trustee,{first[name]}" for n in range(5)]
    answers.write_text("\n".join(["respondent,role,item,answer", *rows]))
    assert score(str(answers), pack=str(pack)) == 0
    assert "Together" in capsys.readouterr().out


def test_what_is_no_profile_has_answers_and_no_scores(capsys, tmp_path):
    """Its outcome is another one than a mean, so none is shown."""
    pack = Path(__file__).parent.parent / "fixtures" / "packs" / "bid-check.toml"
    answers = tmp_path / "a.csv"
    rows = [f"P{n},trustee,BID-{gate},no" for n in range(5) for gate in (1, 2, 5)]
    answers.write_text("\n".join(["respondent,role,item,answer", *rows]))
    assert score(str(answers), pack=str(pack)) == 0
    text = capsys.readouterr().out
    assert "Gates\n-----\n" in text
    assert "BID-1    0       0   5" in text
    assert "What stands out" not in text


def test_json_is_the_agreed_shape_in_plain_ascii(capsys):
    """Other programs read it, whatever the terminal."""
    assert score(SEVEN, "--json") == 0
    out, err = capsys.readouterr()
    results = json.loads(out)
    assert out.isascii()
    assert err == ""
    assert list(results) == [
        "pack", "version", "minimum", "respondents", "items", "themes", "findings",
    ]  # fmt: skip
    assert len(results["items"]) == 45
    assert results["items"][0]["mean"] == "3.6"
    assert results["findings"][0] == {"kind": "split", "item": "EMP-2"}


def test_answers_that_are_not_core_are_left_out_in_one_line(capsys):
    """It is a note and no error."""
    assert score(SEVEN, "--statements", "core", "--json") == 0
    out, err = capsys.readouterr()
    assert err == "7 answers were left out, because their statements are not core ones.\n"
    results = {item["id"]: item for item in json.loads(out)["items"]}
    assert results["POW-3"]["n"] == 0


def test_the_minimum_may_be_agreed_higher(capsys):
    """Seven people stay hidden in a group of at least eight."""
    assert score(SEVEN, "--json", "--minimum", "8") == 0
    results = json.loads(capsys.readouterr().out)
    assert results["minimum"] == 8
    assert all(item["counts"] is None for item in results["items"])
    assert results["findings"] == []


def refusal(capsys: pytest.CaptureFixture[str], *words: str, pack: str = "five-themes") -> str:
    assert score(*words, pack=pack) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_every_fault_of_a_file_goes_to_standard_error(capsys):
    """Nothing is on standard output, not even as JSON."""
    lines = refusal(capsys, FAULTY, "--json").splitlines()
    assert len([line for line in lines if line.startswith(f"{FAULTY}, line ")]) == 8


@pytest.mark.parametrize(
    ("words", "pack", "sentence"),
    [
        (["nowhere.csv"], "five-themes", "There is no file nowhere.csv."),
        ([str(ANSWERS)], "five-themes", "cannot be read"),
        ([ONE], "nothing", "There is no questionnaire called “nothing”."),
        ([ONE], "./nothing.toml", "nothing.toml could not be opened"),
        ([ONE], "other.toml", "things need to be put right"),
        ([ONE, "--minimum", "2"], "five-themes", "2 is not possible"),
        ([ONE, "--minimum", "11"], "five-themes", "11 is not possible"),
        ([SEVEN, "--minimum", "1"], "five-themes", "one person's own answers"),
    ],
)
def test_what_does_not_fit_has_a_sentence_and_status_two(
    capsys, monkeypatch, tmp_path, words, pack, sentence
):
    """A missing file, an unknown pack, a minimum that is not possible."""
    (tmp_path / "other.toml").write_text('title = "No questionnaire"\n')
    monkeypatch.chdir(tmp_path)
    assert sentence in refusal(capsys, *words, pack=pack)


@pytest.mark.parametrize("words", [["--minimum", "x"], ["--statements", "some"], []])
def test_words_that_are_not_understood_end_with_status_two(capsys, words):
    """The usage is shown."""
    with pytest.raises(SystemExit) as caught:
        main(["score", *([ONE, "--pack", "five-themes", *words] if words else [])])
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith("usage:")) == ("", True)


def process(*words: str, encoding: str, **streams: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "collabkit", "score", "--pack", "five-themes", *words],
        env=os.environ | {"PYTHONIOENCODING": encoding},
        **streams,
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_typographic_signs_gets_plain_ones(encoding):
    """Quotation marks become straight ones and nothing becomes a question mark."""
    running = process(SEVEN, encoding=encoding, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = running.communicate()
    assert (running.returncode, err) == (0, b"")
    assert b'Five answered "don\'t know".' in out
    assert b"?" not in out


def test_a_reader_that_stops_early_causes_no_traceback():
    """As with ``head``: the pipe is closed before anything is written."""
    reading, writing = os.pipe()
    os.close(reading)
    running = process(SEVEN, encoding="utf-8", stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    _out, err = running.communicate()
    assert (running.returncode, err) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_has_a_sentence():
    """What cannot be written is no bug of ours."""
    with Path("/dev/full").open("wb") as full:
        running = process(SEVEN, encoding="utf-8", stdout=full, stderr=subprocess.PIPE)
        _out, err = running.communicate()
    assert running.returncode == 1
    assert err.startswith(b"The results could not be written.")
