"""Dates as people write them."""

from datetime import date

from collabkit.i18n import _


def month_names() -> tuple[str, ...]:
    """Return January to December."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def day(value: date) -> str:
    """Return a date such as “22 November 2026”."""
    return f"{value.day} {month(value)}"


def month(value: date) -> str:
    """Return a month such as “November 2026”."""
    return f"{month_names()[value.month - 1]} {value.year}"
