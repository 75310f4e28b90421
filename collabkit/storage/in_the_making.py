"""A file that is being put together, as the rest of the program sees an open one."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.storage.database import Database
from collabkit.storage.store import Store
from collabkit.storage.writer import Writer

Finish = Callable[[Store], None]  # what is still to be done before a file takes its place


@contextmanager
def opened(folder: DataFolder, path: Path) -> Iterator[Store]:
    """Open the file at ``path``, which is to become the database of ``folder``.

    It must be whole and of this release. Whoever calls seals its tables afterwards, and lets it
    stand where nothing but itself leads.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="collabkit-making") as executor:
        writer = executor.submit(
            lambda: Writer(executor, Database(folder, None, making=path))
        ).result()
        with Store(writer, ()) as store:
            yield store
