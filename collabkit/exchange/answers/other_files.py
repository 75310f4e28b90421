"""What people choose by mistake when they look for answers, told by its bytes, and what to do."""

from collabkit.exchange.kind_word import kind_word
from collabkit.i18n import _

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----"
_PICTURES = b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"
_FORM_DATA = b"%FDF-", b"<xfdf", b"<?xml"
_MAILS = b"Return-Path:", b"Received:", b"From:", b"Delivered-To:", b"MIME-Version:", b"Subject:"
_FIRST = 1_024  # bytes in which the beginning of a file is looked for


def told_by_its_word(data: bytes) -> str:
    """Return what a file of collabkit is that is no file of answers, and what to do.

    The word stands in it under "collabkit"; nothing is returned where there is none, or the right
    one.
    """
    match kind_word(data):
        case None | b"answer file":
            return ""
        case b"invitation":
            return _(
                "This is an invitation that nobody has answered yet. Please send it to whoever is "
                "to answer. They open it in collabkit, and send back the file that it saves."
            )
        case b"session file":
            return _(
                "This is a session in the room, not the answers of one person. Please open it "
                "under “Workshop”."
            )
        case _other:
            return _(
                "This is a file of collabkit of another kind, with no answers to take in here. "
                "Please ask for the file that was saved when the answers were given back."
            )


def told_by_its_beginning(data: bytes) -> str:
    """Return what a file is that is neither text nor PDF, and what to do; empty if unknown."""
    start = data[:_FIRST]
    if not data.strip():
        return _("The file is empty. Please ask for it to be saved and sent once more.")
    if start.startswith(_ZIP):
        return _container(data)
    if start.startswith(_LOCKED):
        return _(
            "This file is locked with a passphrase. It is no file of answers: if it is a bundle, "
            "please open it as one."
        )
    if start.startswith(_OLD_OFFICE):
        return _(
            "This is a document of an older office program, or one with a password. Please ask for "
            "the answers as the PDF form or the file that collabkit saved, or as a table in CSV."
        )
    if start.startswith(_PICTURES) or start[4:8] == b"ftyp" or start[8:12] == b"WEBP":
        return _("This is a picture. Please key in what is on it, as from a sheet of paper.")
    if start.startswith(b"SQLite format 3\0"):
        return _(
            "This is a database, not the answers of one person. Please ask for the file that "
            "collabkit saved when the answers were given back."
        )
    if start.lstrip().startswith(_FORM_DATA):
        return _(
            "These are data without the form they belong to. Please ask for the PDF form itself, "
            "saved after it was filled in."
        )
    if start.startswith(_MAILS):
        return _(
            "This is an e-mail. Please open it in your e-mail program, save the file that is "
            "attached to it, and choose that."
        )
    return ""


def unknown() -> str:
    """Return what is said of a file of which nothing is known."""
    return _(
        "This is no file of answers, or it is damaged. Please ask for the PDF form that was filled "
        "in, or for the file that collabkit saved when the answers were given back."
    )


def _container(data: bytes) -> str:
    """Return what a zip holds, by the names in it; nothing in it is unpacked."""
    flags = int.from_bytes(data[6:8], "little")
    if flags & 1:
        return _(
            "This is a folder packed with a password. Please unpack it first, and choose the file "
            "that was in it."
        )
    if b"xl/workbook.xml" in data or b"opendocument.spreadsheet" in data[:_FIRST]:
        return _(
            "This is a spreadsheet. Please open it and save it as “CSV UTF-8”, with the columns "
            "respondent, role, item and answer; then choose that file."
        )
    if b"word/document.xml" in data or b"opendocument.text" in data[:_FIRST]:
        return _(
            "This is a text document. Please key in what is written in it, as from a sheet of "
            "paper."
        )
    return _(
        "This is a packed folder or a bundle, not the answers of one person. Please unpack it or "
        "open it as a bundle, and choose a file with answers."
    )
