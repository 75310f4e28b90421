"""A name that every kind of disk accepts. No Qt."""

import re
from datetime import date

from collabkit.i18n import _

_MOST = 80  # characters of the charity's name: short enough for every file system
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
# Windows keeps these names for devices, whatever follows after a dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def plan_file_name(charity_name: str, today: date) -> str:
    """Suggest a file name such as “Sample Charity - plan - 2026-11-22.pdf”."""
    charity = " ".join(_FORBIDDEN.sub(" ", charity_name).split())[:_MOST].strip(". ")
    if not charity or _DEVICES.fullmatch(charity):
        return _("plan - {date}.pdf").format(date=today.isoformat())
    return _("{charity} - plan - {date}.pdf").format(charity=charity, date=today.isoformat())
