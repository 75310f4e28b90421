"""Schema 5: where the history stands, and receipts for what was erased."""

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = """
CREATE TABLE change_mark (
    id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    chain BLOB NOT NULL,
    chain_before BLOB NOT NULL,
    afresh INTEGER NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_change_mark PRIMARY KEY (id),
    CONSTRAINT ck_change_mark_id CHECK (id = 1)
) STRICT;

CREATE TABLE table_seal (
    name TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_table_seal PRIMARY KEY (name)
) WITHOUT ROWID, STRICT;

CREATE TABLE erasure (
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    rows INTEGER NOT NULL,
    CONSTRAINT pk_erasure PRIMARY KEY (number),
    CONSTRAINT ck_erasure_day CHECK (day = date(day))
) STRICT;

INSERT INTO change_mark (id, number, chain, chain_before, afresh, digest)
VALUES (1, 0, zeroblob(16), zeroblob(16), 0, zeroblob(16))
"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";"):
        op.execute(statement)
