"""Schema 3: sessions in the room."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = """
CREATE TABLE session (
    id TEXT NOT NULL,
    charity_id TEXT,
    assessment_id TEXT,
    pack_digest TEXT NOT NULL,
    is_volunteer_run INTEGER NOT NULL,
    is_practice INTEGER NOT NULL,
    is_template INTEGER NOT NULL,
    title TEXT NOT NULL,
    phase TEXT NOT NULL,
    statements INTEGER NOT NULL,
    voted INTEGER NOT NULL,
    actions INTEGER NOT NULL,
    held_on TEXT,
    changed TEXT NOT NULL,
    removed TEXT,
    seq INTEGER NOT NULL,
    record TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT ck_session_is_volunteer_run CHECK (is_volunteer_run IN (0, 1)),
    CONSTRAINT ck_session_is_practice CHECK (is_practice IN (0, 1)),
    CONSTRAINT ck_session_is_template CHECK (is_template IN (0, 1)),
    CONSTRAINT ck_session_charity_id CHECK ((charity_id IS NULL) = is_template),
    CONSTRAINT ck_session_assessment_id CHECK (assessment_id IS NULL OR NOT is_template),
    CONSTRAINT ck_session_held_on CHECK (held_on = date(held_on)),
    CONSTRAINT ck_session_changed CHECK (changed = date(changed)),
    CONSTRAINT ck_session_removed CHECK (removed = date(removed)),
    CONSTRAINT fk_session_charity_id FOREIGN KEY(charity_id) REFERENCES charity (id),
    CONSTRAINT fk_session_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id),
    CONSTRAINT fk_session_pack_digest FOREIGN KEY(pack_digest) REFERENCES pack_version (digest)
) STRICT;

CREATE UNIQUE INDEX ix_session_assessment_id ON session (assessment_id)
"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";"):
        op.execute(statement)
