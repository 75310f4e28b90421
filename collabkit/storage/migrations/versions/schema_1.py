"""Schema 1: the tables of the first release, as the SQL that made them."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = """
CREATE TABLE charity (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    income_band TEXT,
    run_by TEXT,
    usual_role TEXT,
    is_sample INTEGER NOT NULL,
    removed TEXT,
    CONSTRAINT pk_charity PRIMARY KEY (id),
    CONSTRAINT ck_charity_income_band
        CHECK (income_band IN ('micro', 'small', 'medium', 'large', 'major', 'super-major')),
    CONSTRAINT ck_charity_run_by CHECK (run_by IN ('volunteers', 'staff')),
    CONSTRAINT ck_charity_usual_role
        CHECK (usual_role IN ('lead', 'subcontractor', 'peer', 'not now')),
    CONSTRAINT ck_charity_is_sample CHECK (is_sample IN (0, 1)),
    CONSTRAINT ck_charity_removed CHECK (removed = date(removed))
) STRICT;

CREATE TABLE pack_version (
    digest TEXT NOT NULL,
    pack_id TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    source BLOB NOT NULL,
    CONSTRAINT pk_pack_version PRIMARY KEY (digest)
) STRICT;

CREATE TABLE assessment (
    id TEXT NOT NULL,
    charity_id TEXT NOT NULL,
    title TEXT NOT NULL,
    pack_digest TEXT NOT NULL,
    selection TEXT NOT NULL,
    minimum INTEGER NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    place TEXT,
    seq INTEGER NOT NULL,
    removed TEXT,
    CONSTRAINT pk_assessment PRIMARY KEY (id),
    CONSTRAINT ck_assessment_selection CHECK (selection IN ('core', 'all', 'own choice')),
    CONSTRAINT ck_assessment_minimum CHECK (minimum = 1 OR minimum BETWEEN 3 AND 10),
    CONSTRAINT ck_assessment_started CHECK (started = date(started)),
    CONSTRAINT ck_assessment_finished CHECK (finished = date(finished)),
    CONSTRAINT ck_assessment_removed CHECK (removed = date(removed)),
    CONSTRAINT fk_assessment_charity_id FOREIGN KEY(charity_id) REFERENCES charity (id),
    CONSTRAINT fk_assessment_pack_digest FOREIGN KEY(pack_digest)
        REFERENCES pack_version (digest)
) STRICT;

CREATE INDEX ix_assessment_charity_id ON assessment (charity_id);

CREATE TABLE asked (
    assessment_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_asked PRIMARY KEY (assessment_id, item_id),
    CONSTRAINT fk_asked_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE participant (
    id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    pseudonym TEXT NOT NULL,
    role TEXT NOT NULL,
    CONSTRAINT pk_participant PRIMARY KEY (id),
    CONSTRAINT ck_participant_role
        CHECK (role IN ('trustee', 'staff', 'volunteer', 'partner', 'person served')),
    CONSTRAINT fk_participant_assessment_id FOREIGN KEY(assessment_id)
        REFERENCES assessment (id)
) STRICT;

CREATE INDEX ix_participant_assessment_id ON participant (assessment_id, position);

CREATE TABLE plan_action (
    id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    slot TEXT NOT NULL,
    idea_id TEXT,
    item_id TEXT,
    why TEXT NOT NULL,
    owner TEXT NOT NULL,
    first_step TEXT NOT NULL,
    due TEXT,
    status TEXT NOT NULL,
    how_we_will_know TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_plan_action PRIMARY KEY (id),
    CONSTRAINT ck_plan_action_kind CHECK (kind IN ('quick win', 'longer term', 'influence')),
    CONSTRAINT ck_plan_action_slot CHECK (slot IN ('now', 'parked')),
    CONSTRAINT ck_plan_action_status
        CHECK (status IN ('not started', 'under way', 'done', 'dropped')),
    CONSTRAINT ck_plan_action_due CHECK (due = date(due)),
    CONSTRAINT fk_plan_action_assessment_id FOREIGN KEY(assessment_id)
        REFERENCES assessment (id)
) STRICT;

CREATE INDEX ix_plan_action_assessment_id ON plan_action (assessment_id, position);

CREATE TABLE response (
    participant_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    answer TEXT,
    note TEXT NOT NULL,
    evidence TEXT NOT NULL,
    confidence TEXT,
    flagged INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_response PRIMARY KEY (participant_id, item_id),
    CONSTRAINT ck_response_answer CHECK (answer <> ''),
    CONSTRAINT ck_response_confidence
        CHECK (confidence IN ('guess', 'fairly sure', 'could show proof')),
    CONSTRAINT ck_response_flagged CHECK (flagged IN (0, 1)),
    CONSTRAINT fk_response_participant_id FOREIGN KEY(participant_id)
        REFERENCES participant (id)
) WITHOUT ROWID, STRICT
"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";"):
        op.execute(statement)
