"""Every file that was made to do harm, by the door that a person would carry it to."""

from collections.abc import Iterator

import borrowed  # noqa: F401 - puts the folders of the makers on the path
import hostile_answers
import hostile_bundles
import hostile_forms
import test_group_file
import test_pack_hostile
import test_pack_hostile_files


def corpus() -> Iterator[tuple[str, str, bytes]]:
    """Yield the door, what is wrong with the file, and its bytes."""
    for what, make in hostile_bundles.HOSTILE.items():
        yield "bundle", what, make()[0]
    for what, (data, _reason) in test_pack_hostile_files.HOSTILE.items():
        yield "XLSX pack", what, data
    for what, data in test_pack_hostile.HOSTILE.items():
        yield "TOML pack", what, data
    for what, (name, data) in hostile_answers.hostile_answers().items():
        yield "CSV" if name.endswith(".csv") else "answer file", what, data
    for what, (_name, data) in hostile_answers.hostile_invitations().items():
        yield "invitation", what, data
    for what, data in hostile_forms.hostile():
        yield "filled PDF", what, data
    for what, change in test_group_file.HOSTILE.items():
        yield "group file", what, test_group_file.changed(change)
