"""Whatever comes back is told apart by its bytes, and what is no answer is named politely."""

import pytest
from answer_samples import handed_out, pack, returned
from hostile_answers import hostile_answers, hostile_invitations

from collabkit.assessments.arrival import Route
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError, DataRefusedError, InvalidInputError
from collabkit.exchange.answers.answer_file import answer_bytes
from collabkit.exchange.answers.codes import LETTERS, is_code, new_code, tidied
from collabkit.exchange.answers.invitation import invitation_bytes, read_invitation
from collabkit.exchange.answers.reading import MOST_BYTES, read_returned

# They are read, and do not fit the assessment: that is for the service to say.
FORGED = {
    "no answers",
    "an unknown statement",
    "a name of the language",
    "an unknown answer",
    "another assessment",
    "another pack",
    "words that nobody knows",
    "an unknown organisation",
}
ANSWERS, INVITATIONS = hostile_answers(), hostile_invitations()
REFUSED = {what: file for what, file in ANSWERS.items() if what not in FORGED}


def test_an_answer_file_is_known_whatever_its_name() -> None:
    """E-mail programs change endings."""
    for name in ("x.collabkit-answers", "x.json", "x.csv", "x.pdf", ""):
        assert read_returned(answer_bytes(returned()), name, pack()) == (returned(),)


def test_a_table_becomes_a_sheet_for_each_person() -> None:
    """It says neither for which assessment it is nor in which words it was asked."""
    data = b"respondent,role,item,answer,note\nA,trustee,BRD-1,4,why\nB,staff,BRD-1,dk,\n"
    one, other = read_returned(data, "answers.csv", pack())
    assert (one.route, one.assessment, one.sheet, one.wording) == (Route.TABLE, "", "", "")
    assert (one.name, one.role, dict(one.answers)) == ("A", Respondent.TRUSTEE, {"BRD-1": "4"})
    assert dict(one.notes) == {"BRD-1": "why"}
    assert (other.name, dict(other.answers), dict(other.notes)) == ("B", {"BRD-1": "dk"}, {})


def test_a_table_is_known_by_its_head_too() -> None:
    """Whatever its name."""
    data = b"respondent,role,item,answer\nA,trustee,BRD-1,4\n"
    assert len(read_returned(data, "answers", pack())) == 1


def test_a_table_keeps_its_faults() -> None:
    """With file and line, so that all can be put right at once."""
    data = b"respondent,role,item,answer\nA,trustee,BRD-1,9\nA,trustee,XXX-1,4\n"
    with pytest.raises(InvalidInputError) as raised:
        read_returned(data, "answers.csv", pack())
    assert len(raised.value.faults) == 2


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("empty", "is empty"),
        ("a spreadsheet", "a spreadsheet"),
        ("a free spreadsheet", "a spreadsheet"),
        ("a text document", "a text document"),
        ("a zip bomb", "packed folder"),
        ("a zip with a password", "with a password"),
        ("an old document", "older office program"),
        ("a picture", "a picture"),
        ("a photograph", "a picture"),
        ("a database", "a database"),
        ("form data", "the PDF form itself"),
        ("an e-mail", "an e-mail"),
        ("a locked file", "locked with a passphrase"),
        ("a session in the room", "a session in the room"),
        ("an unknown kind", "of another kind"),
        ("a program", "no file of answers"),
        ("a web page", "no file of answers"),
        ("a list", "no file of answers"),
        ("a later version", "newer version"),
        ("21 megabytes", "larger than 20 megabytes"),
        ("cut in half", "cut off"),
    ],
)
def test_other_files_are_named(what: str, said: str) -> None:
    """With what to do instead."""
    name, data = ANSWERS[what]
    with pytest.raises(DataRefusedError, match=said):
        read_returned(data, name, pack())


def test_an_invitation_that_nobody_answered_is_named() -> None:
    """Somebody has sent back what they were sent."""
    with pytest.raises(DataRefusedError, match="nobody has answered yet"):
        read_returned(invitation_bytes(handed_out()), "x.collabkit-ask", pack())


@pytest.mark.parametrize("what", REFUSED)
def test_every_hostile_file_ends_in_a_sentence(what: str) -> None:
    """Nothing else is raised, and nothing is read."""
    name, data = REFUSED[what]
    with pytest.raises(CollabkitError) as raised:
        read_returned(data, name, pack())
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize("what", INVITATIONS)
def test_every_hostile_invitation_ends_in_a_sentence(what: str) -> None:
    """Nothing else is raised, and nothing is opened."""
    with pytest.raises(DataRefusedError) as raised:
        read_invitation(INVITATIONS[what][1])
    assert str(raised.value).endswith((".", "”."))


def test_there_are_many_hostile_files() -> None:
    """The brave list must not shrink unseen."""
    assert len(ANSWERS) >= 60
    assert len(INVITATIONS) >= 40
    assert max(len(data) for _name, data in ANSWERS.values()) > MOST_BYTES


def test_codes_are_easy_to_type() -> None:
    """No letter looks like another, and nobody minds how they are typed."""
    assert not set("0O1IL5S2Z8B6GUV") & set(LETTERS)
    codes = {new_code() for _again in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert is_code(code)
        assert tidied(f" {code[:3].lower()}-{code[3:]} ") == code
    for slip in ("", "K7P", "K7P3M0", "K7P3MXX"):
        assert not is_code(slip)
