"""Data that a command opens to write into it."""

from collabkit.cli.output import complain
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services


def opened_for_writing(folder: DataFolder) -> Services:
    """Open the data, and say what is said only once, such as that a log of changes was damaged.

    The window would not hear of that any more. Raises as ``open_services`` does.
    """
    services = open_services(folder)
    complain(*services.store.notices)
    return services
