"""A new, empty database, made from the tables of this release and stamped with its version."""

from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert

from collabkit.files import replacing
from collabkit.storage.backup import PRIVATE_FILE
from collabkit.storage.checks import check_file
from collabkit.storage.engine import driver_of, engine_of
from collabkit.storage.identity import APPLICATION_ID, THIS_RELEASE
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.marks import set_mark
from collabkit.storage.schema import alembic_version, change_mark, metadata
from collabkit.storage.second_copy.lines import BEGINNING, Mark
from collabkit.storage.table_seals import seal_tables


def create_database(path: Path, key: DataKey | None = None) -> None:
    """Make an empty database at ``path``, encrypted with ``key`` if there is one.

    A crash on the way leaves nothing of that name.
    Raises ``EnvironmentProblemError`` if the machine does not allow it.
    """
    with (
        replacing(path, partial(check_file, key=key), PRIVATE_FILE) as temporary,
        engine_of(temporary, key=key).connect() as connection,
    ):
        connection.exec_driver_sql("PRAGMA journal_mode = OFF").close()
        connection.exec_driver_sql("BEGIN")
        _fill(connection)
        connection.exec_driver_sql("COMMIT")


def _fill(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.execute(insert(alembic_version).values(version_num=THIS_RELEASE.revision))
    connection.execute(
        insert(change_mark).values(
            id=1, number=0, chain=BEGINNING, chain_before=BEGINNING, afresh=0, digest=b""
        )
    )
    set_mark(driver_of(connection), Mark(0, BEGINNING))
    seal_tables(driver_of(connection))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {THIS_RELEASE.version}")
