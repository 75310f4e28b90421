from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.assessments.pack import Pack, Respondent
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers_csv import AnswerRow, AnswersError, read_answers
from collabkit.exchange.csv_records import (
    LONGEST_CELL,
    LONGEST_LINE,
    MOST_BYTES,
    MOST_FAULTS,
    MOST_LINES,
)

FIVE_THEMES = read_pack(resource("packs", "five-themes.toml"))
OTHER_PACKS = Path(__file__).parent.parent / "fixtures" / "packs"
ANSWERS = Path(__file__).parent.parent / "fixtures" / "answers"
HEADER = "respondent,role,item,answer\n"


def read(text: str | bytes, pack: Pack = FIVE_THEMES) -> tuple[AnswerRow, ...]:
    return read_answers(text if isinstance(text, bytes) else text.encode(), "a.csv", pack)


def faults(text: str | bytes, pack: Pack = FIVE_THEMES) -> list[str]:
    with pytest.raises(AnswersError) as caught:
        read(text, pack)
    assert all(fault.startswith("a.csv, line ") for fault in caught.value.faults)
    return [fault.removeprefix("a.csv, line ") for fault in caught.value.faults]


ROW = AnswerRow("A", Respondent.TRUSTEE, "POW-1", "3")


def test_every_row_is_an_answer_in_the_order_of_the_file():
    """Levels, don't know and does not apply; who left a statement out has no row."""
    assert read(HEADER + "A,trustee,POW-1,3\nB,person served,IMP-1,dk\nA,trustee,EMP-1,na\n") == (
        ROW,
        AnswerRow("B", Respondent.PERSON_SERVED, "IMP-1", "dk"),
        AnswerRow("A", Respondent.TRUSTEE, "EMP-1", "na"),
    )


@pytest.mark.parametrize(
    "data",
    [
        HEADER.encode() + b"A,trustee,POW-1,3",
        b"\xef\xbb\xbf" + HEADER.encode() + b"A,trustee,POW-1,3\n",
        b"respondent,role,item,answer\r\nA,trustee,POW-1,3\r\n",
        b"respondent,role,item,answer\rA,trustee,POW-1,3\r",
        b"\n\r\n  \nrespondent,role,item,answer\n\n,,,\nA,trustee,POW-1,3\n\n",
        b" respondent ,role\t, item,answer\n A , trustee,POW-1 ,3 \n",
        b'"respondent","role","item","answer"\n"A","trustee", "POW-1","3"\n',
        b"answer,item,role,respondent\n3,POW-1,trustee,A\n",
    ],
)
def test_files_from_every_spreadsheet_are_read(data):
    """Byte order mark, line endings, blank lines, spaces, quotes and columns in another order."""
    assert read(data) == (ROW,)


def test_answers_of_other_packs_have_other_codes():
    """Each statement is answered with the codes of its form."""
    pack = read_pack(OTHER_PACKS / "bid-check.toml")
    assert read(HEADER + "A,trustee,BID-1,partly\n", pack)[0].answer == "partly"
    assert "use one of: yes, partly, no" in faults(HEADER + "A,trustee,BID-1,3\n", pack)[0]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("A,trustee,POW-99,3", "there is no statement “POW-99” in the pack five-themes."),
        ("A,trustee,,3", "there is no statement “” in the pack five-themes."),
        (
            "A,boss,POW-1,3",
            "“boss” is not a role; use one of: trustee, staff, volunteer, partner, person served.",
        ),
        ("A,trustee,POW-1,6", "“6” is not an answer to POW-1; use one of: 1, 2, 3, 4, 5, dk, na."),
        (
            "A,trustee,POW-1,3.0",
            "“3.0” is not an answer to POW-1; use one of: 1, 2, 3, 4, 5, dk, na.",
        ),
        ("A,trustee,POW-1,", "the answer is blank; a statement without an answer needs no line."),
        (",trustee,POW-1,3", "the respondent is blank; any name or number will do."),
        ("A,trustee,POW-1", "this line has 3 cells instead of 4."),
        ("A", "this line has 1 cell instead of 4."),
        ("A,trustee,POW-1,3,", "this line has 5 cells instead of 4."),
        (
            f"{'A' * (LONGEST_CELL + 1)},trustee,POW-1,3",
            "a cell has more than 1000 characters. Is a quotation mark not closed?",
        ),
        ('A,trustee,"POW-1"x,3', "the quotation marks do not match; the rest was not read."),
        ('A,trustee,POW-1,"3', "the quotation marks do not match; the rest was not read."),
        ("A,tru\0stee,POW-1,3", "this line holds a NUL byte, so it is not text."),
    ],
)
def test_a_faulty_row_is_named_with_its_line(row, fault):
    """Each reason says what is wrong and, where there are few, what is possible."""
    assert faults(f"{HEADER}B,staff,POW-1,3\n{row}\n") == [f"3: {fault}"]


def test_nobody_answers_a_statement_twice():
    """The second answer is at fault, whether it is the same or not."""
    text = HEADER + "A,trustee,POW-1,3\nB,trustee,POW-1,3\nA,trustee,POW-1,3\n"
    assert faults(text) == ["4: “A” has already answered POW-1 in line 2."]


def test_nobody_has_two_roles():
    """A breakdown by role would count the person twice."""
    text = HEADER + "A,trustee,POW-1,3\nA,staff,POW-2,3\n"
    assert faults(text) == ["3: “A” is staff here, but trustee in line 2."]


def test_blank_respondents_are_not_taken_for_one_person():
    """Each of them is named once and for nothing else."""
    text = HEADER + ",trustee,POW-1,3\n,staff,POW-1,3\n"
    blank = "the respondent is blank; any name or number will do."
    assert faults(text) == [f"2: {blank}", f"3: {blank}"]


def test_every_fault_is_named_at_once():
    """All can be put right before the next try, with the lines of the file."""
    with pytest.raises(InvalidInputError, match="8 things need to be put right") as caught:
        read_answers((ANSWERS / "faulty.csv").read_bytes(), "faulty.csv", FIVE_THEMES)
    starts = [fault[: fault.index(":")] for fault in caught.value.faults]
    assert starts == [f"faulty.csv, line {line}" for line in (3, 4, 6, 6, 7, 7, 8, 10)]


EXPECTED = "expected “respondent”, “role”, “item”, “answer”."


@pytest.mark.parametrize(
    ("header", "reasons"),
    [
        (
            "respondent,role,item",
            [
                f"found the columns “respondent”, “role”, “item”; {EXPECTED}",
                "the column “answer” is missing.",
            ],
        ),
        (
            "respondent,role,item,answer,when",
            [
                "found the columns “respondent”, “role”, “item”, “answer”, “when”; " + EXPECTED,
                "column 5, “when”, is not one of these.",
            ],
        ),
        (
            "respondent,role,item,item,answer,",
            [
                "found the columns “respondent”, “role”, “item”, “item”, “answer”, “”; " + EXPECTED,
                "the column “item” is there 2 times.",
                "column 6 has no name.",
            ],
        ),
        (
            "Respondent;role;item;answer",
            [
                f"found the columns “Respondent;role;item;answer”; {EXPECTED}",
                *(
                    f"the column “{c}” is missing."
                    for c in ("respondent", "role", "item", "answer")
                ),
                "column 1, “Respondent;role;item;answer”, is not one of these.",
            ],
        ),
    ],
)
def test_wrong_columns_say_what_was_found_and_expected(header, reasons):
    """Missing, unknown, doubled and nameless columns; rows are not looked at then."""
    assert faults(f"{header}\nA,boss,POW-1,3,9\n") == [f"1: {reason}" for reason in reasons]


def test_a_header_with_very_many_columns_is_not_repeated_in_full():
    """A dozen are enough to see what happened."""
    found = faults(",".join(f"c{number}" for number in range(100)) + "\n")[0]
    assert "“c11”, …; expected" in found


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b"  \n,,,\n"])
def test_an_empty_file_says_so(data):
    """Nothing but blank lines is nothing."""
    assert faults(data) == ["1: the file is empty."]


def test_a_header_alone_says_that_answers_are_missing():
    """It is no result of nobody."""
    assert faults("\n" + HEADER) == ["3: no answers follow the names of the columns."]


def test_lines_that_are_not_utf_8_are_named():
    """The others are still checked."""
    data = HEADER.encode() + b"Zo\xeb,trustee,POW-1,3\nB,boss,POW-1,3\n\xff,staff,POW-2,3\n"
    not_text = "this line is not UTF-8. Please save the file as “CSV UTF-8”."
    found = faults(data)
    assert [found[0], found[2]] == [f"2: {not_text}", f"4: {not_text}"]
    assert found[1].startswith("3: “boss” is not a role")


@pytest.mark.parametrize("line", [b"respond\xebnt,role,item,answer\n", b"respondent\0,role\n"])
def test_a_header_that_is_not_text_ends_the_reading(line):
    """Without columns no row can be understood."""
    (fault,) = faults(line + b"A,boss,POW-99\n")
    assert fault.startswith("1: this line ")


def test_a_file_in_utf_16_is_recognised():
    """Spreadsheets call it Unicode text."""
    assert faults((HEADER + "A,trustee,POW-1,3\n").encode("utf-16")) == [
        "1: the file is UTF-16. Please save it as “CSV UTF-8”."
    ]


def test_quoted_line_breaks_keep_the_line_numbers_right():
    """A record that runs over three lines is named by its first one."""
    text = HEADER + '"A\n\r\nB",trustee,POW-1,9\nC,trustee,POW-1,8\n'
    assert [fault.split(":")[0] for fault in faults(text)] == ["2", "5"]


def test_bad_bytes_in_a_record_over_several_lines_spoil_that_record_only():
    """They are named where they stand."""
    data = HEADER.encode() + b'"A\n\xff",boss,POW-1,3\nC,trustee,POW-1,8\n'
    assert [fault.split(":")[0] for fault in faults(data)] == ["3", "4"]


def test_a_file_that_is_too_large_is_not_read():
    """Ten megabytes hold the answers of ten thousand people."""
    assert faults(b"x" * (MOST_BYTES + 1)) == ["1: the file is larger than 10 megabytes."]


@pytest.mark.parametrize("ending", [b"\n", b"\r", b"\r\n"])
def test_a_file_with_too_many_lines_is_not_read(ending):
    """However they end."""
    assert faults(ending * (MOST_LINES + 1)) == ["1: the file has more than 250000 lines."]
    assert faults(ending * MOST_LINES) == ["1: the file is empty."]


def test_a_line_that_is_too_long_ends_the_reading():
    """What stands before it is still checked."""
    text = HEADER + "A,boss,POW-1,3\n" + "," * (LONGEST_LINE + 1) + "\nB,boss,POW-1,3\n"
    found = faults(text)
    assert found[0].startswith("2: “boss” is not a role")
    assert found[1:] == ["3: this line is longer than 20000 bytes; the rest was not read."]


def test_a_quotation_mark_that_is_never_closed_is_found_in_a_long_file():
    """The reader of the standard library gives up at its own limit first."""
    text = HEADER + '"A,trustee,POW-1,3\n' + "B,trustee,POW-1,3\n" * 10_000
    assert faults(text) == [
        "2: a cell has more than 1000 characters. Is a quotation mark not closed?"
    ]


def test_a_file_of_faults_is_not_read_to_its_end():
    """Nobody reads a million lines of reasons."""
    found = faults(HEADER + "x\n" * 100_000)
    assert len(found) == MOST_FAULTS + 1
    assert found[-1] == "1001: there are more faults; the rest was not read."


def test_faults_cannot_steer_a_terminal():
    """Cells and names are repeated without control characters and never at full length."""
    text = HEADER + "A,trustee,\x1b[31mPOW," + "9" * 200 + "\n"
    with pytest.raises(AnswersError) as caught:
        read_answers(text.encode(), "\x1b[2J.csv", FIVE_THEMES)
    for sentence in (str(caught.value), *caught.value.faults):
        assert "\x1b" not in sentence
        assert len(sentence) < 200


def test_one_fault_is_put_in_the_singular():
    """Grammar counts."""
    with pytest.raises(AnswersError, match=r"a\.csv: 1 thing needs to be put right\."):
        read("")


@given(st.binary(max_size=300))
def test_any_bytes_end_in_faults(data):
    """Never in a traceback."""
    assert faults(data)


PIECES = st.sampled_from(
    [*'",\n\r;', "\r\n", "\0", "\ufeff", "A", "trustee", "staff", "POW-1", "POW-2", "3", "dk", "9"]
)


@given(st.lists(PIECES, max_size=40))
def test_any_rows_end_in_answers_or_faults(pieces):
    """What is taken is always in order: known statements, one answer each, one role a person."""
    try:
        rows = read(HEADER + "".join(pieces))
    except AnswersError:
        return
    assert rows
    assert len({(row.respondent, row.item_id) for row in rows}) == len(rows)
    assert len({(row.respondent, row.role) for row in rows}) == len({r.respondent for r in rows})
    for row in rows:
        assert FIVE_THEMES.form_of(FIVE_THEMES.item(row.item_id)).accepts(row.answer)
        assert row.respondent


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8).filter(
                lambda name: name.strip() == name and not name.startswith("\ufeff")
            ),
            st.sampled_from([item.id for item in FIVE_THEMES.items]),
            st.sampled_from(["1", "2", "3", "4", "5", "dk", "na"]),
        ),
        min_size=1,
        max_size=12,
        unique_by=lambda row: row[:2],
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_a_spreadsheet_writes_comes_back(rows, ending):
    """Names with quotes, commas and every script survive."""
    lines = [HEADER.strip()]
    for name, item_id, answer in rows:
        quoted = name.replace('"', '""')
        lines.append(f'"{quoted}",volunteer,{item_id},{answer}')
    read_back = read(ending.join(lines) + ending)
    assert [(row.respondent, row.item_id, row.answer) for row in read_back] == rows


@pytest.mark.parametrize(
    "text",
    [
        "secret,secret,secret,secret\nsecret,secret,secret,secret\n",
        "respondent,role,item,answer,secret\n",
        "respondent,role,item,answer,organisation,about,note\n"
        "secret,secret,secret,secret,secret,secret,secret\n"
        "secret,trustee,NOP-1,secret,secret,secret,secret\n"
        "secret,staff,NOP-1,secret,secret2,secret,secret\n",
    ],
)
def test_faults_repeat_nothing_where_they_must_not(text):
    """With the line and the kind, people find it; nobody else reads what was answered."""
    with pytest.raises(AnswersError) as caught:
        read_answers(text.encode(), "a.csv", FIVE_THEMES, quotes=False)
    assert caught.value.faults
    assert "secret" not in "".join(caught.value.faults)
