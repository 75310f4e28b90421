"""Schema 2: parties, what is settled, what need not be answered, whether there are contracts."""

from alembic import op

revision = "0002"
down_revision = "0001"

# SQLite cannot add a constraint to a table, so three are made anew. The old one is set aside first:
# were the new one renamed, SQLite would write its name in another way than in a new file.
STATEMENTS = """
PRAGMA legacy_alter_table = ON;

ALTER TABLE charity RENAME TO charity_1;

CREATE TABLE charity (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    income_band TEXT,
    run_by TEXT,
    usual_role TEXT,
    is_sample INTEGER NOT NULL,
    has_contracts INTEGER,
    removed TEXT,
    CONSTRAINT pk_charity PRIMARY KEY (id),
    CONSTRAINT ck_charity_income_band
        CHECK (income_band IN ('micro', 'small', 'medium', 'large', 'major', 'super-major')),
    CONSTRAINT ck_charity_run_by CHECK (run_by IN ('volunteers', 'staff')),
    CONSTRAINT ck_charity_usual_role
        CHECK (usual_role IN ('lead', 'subcontractor', 'peer', 'not now')),
    CONSTRAINT ck_charity_is_sample CHECK (is_sample IN (0, 1)),
    CONSTRAINT ck_charity_has_contracts CHECK (has_contracts IN (0, 1)),
    CONSTRAINT ck_charity_removed CHECK (removed = date(removed))
) STRICT;

INSERT INTO charity (id, name, income_band, run_by, usual_role, is_sample, removed)
SELECT id, name, income_band, run_by, usual_role, is_sample, removed FROM charity_1;

DROP TABLE charity_1;

ALTER TABLE asked RENAME TO asked_1;

CREATE TABLE asked (
    assessment_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    optional INTEGER NOT NULL,
    CONSTRAINT pk_asked PRIMARY KEY (assessment_id, item_id),
    CONSTRAINT ck_asked_optional CHECK (optional IN (0, 1)),
    CONSTRAINT fk_asked_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id)
) WITHOUT ROWID, STRICT;

INSERT INTO asked (assessment_id, item_id, position, optional)
SELECT assessment_id, item_id, position, 0 FROM asked_1;

DROP TABLE asked_1;

CREATE TABLE party (
    id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    is_own INTEGER NOT NULL,
    is_lead INTEGER NOT NULL,
    size TEXT,
    CONSTRAINT pk_party PRIMARY KEY (id),
    CONSTRAINT ck_party_is_own CHECK (is_own IN (0, 1)),
    CONSTRAINT ck_party_is_lead CHECK (is_lead IN (0, 1)),
    CONSTRAINT ck_party_size
        CHECK (size IN ('micro', 'small', 'medium', 'large', 'major', 'super-major')),
    CONSTRAINT fk_party_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id)
) STRICT;

CREATE INDEX ix_party_assessment_id ON party (assessment_id, position);

CREATE TABLE settled (
    assessment_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    value TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_settled PRIMARY KEY (assessment_id, topic),
    CONSTRAINT fk_settled_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id)
) WITHOUT ROWID, STRICT;

DROP INDEX ix_participant_assessment_id;

ALTER TABLE participant RENAME TO participant_1;

CREATE TABLE participant (
    id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    pseudonym TEXT NOT NULL,
    role TEXT NOT NULL,
    party_id TEXT,
    about_id TEXT,
    CONSTRAINT pk_participant PRIMARY KEY (id),
    CONSTRAINT ck_participant_role
        CHECK (role IN ('trustee', 'staff', 'volunteer', 'partner', 'person served')),
    CONSTRAINT fk_participant_assessment_id FOREIGN KEY(assessment_id)
        REFERENCES assessment (id),
    CONSTRAINT fk_participant_party_id FOREIGN KEY(party_id) REFERENCES party (id),
    CONSTRAINT fk_participant_about_id FOREIGN KEY(about_id) REFERENCES party (id)
) STRICT;

INSERT INTO participant (id, assessment_id, position, pseudonym, role)
SELECT id, assessment_id, position, pseudonym, role FROM participant_1;

DROP TABLE participant_1;

CREATE INDEX ix_participant_assessment_id ON participant (assessment_id, position);

CREATE TABLE left_out (
    participant_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    CONSTRAINT pk_left_out PRIMARY KEY (participant_id, item_id),
    CONSTRAINT fk_left_out_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id)
) WITHOUT ROWID, STRICT;

PRAGMA legacy_alter_table = OFF
"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";"):
        op.execute(statement)
