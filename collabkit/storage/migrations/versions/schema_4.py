"""Schema 4: sheets that came in from elsewhere, what became of actions, and networks."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = """
CREATE TABLE action_life (
    action_id TEXT NOT NULL,
    also TEXT NOT NULL,
    review TEXT,
    dropped_because TEXT NOT NULL,
    learned TEXT NOT NULL,
    carried_from TEXT,
    digest BLOB NOT NULL,
    CONSTRAINT pk_action_life PRIMARY KEY (action_id),
    CONSTRAINT ck_action_life_review CHECK (review = date(review)),
    CONSTRAINT fk_action_life_action_id FOREIGN KEY(action_id) REFERENCES plan_action (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE progress (
    action_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_progress PRIMARY KEY (action_id, position),
    CONSTRAINT ck_progress_day CHECK (day = date(day)),
    CONSTRAINT fk_progress_action_id FOREIGN KEY(action_id) REFERENCES plan_action (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE arrival (
    participant_id TEXT NOT NULL,
    route TEXT NOT NULL,
    sheet TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    arrived TEXT NOT NULL,
    CONSTRAINT pk_arrival PRIMARY KEY (participant_id),
    CONSTRAINT ck_arrival_route CHECK (route IN ('answer file', 'form', 'table', 'paper')),
    CONSTRAINT ck_arrival_arrived CHECK (arrived = date(arrived)),
    CONSTRAINT fk_arrival_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE network (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    minimum INTEGER NOT NULL,
    made TEXT NOT NULL,
    removed TEXT,
    CONSTRAINT pk_network PRIMARY KEY (id),
    CONSTRAINT ck_network_minimum CHECK (minimum BETWEEN 3 AND 10),
    CONSTRAINT ck_network_made CHECK (made = date(made)),
    CONSTRAINT ck_network_removed CHECK (removed = date(removed))
) STRICT;

CREATE TABLE network_group (
    network_id TEXT NOT NULL,
    group_key TEXT NOT NULL,
    received TEXT NOT NULL,
    text TEXT NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_network_group PRIMARY KEY (network_id, group_key),
    CONSTRAINT ck_network_group_received CHECK (received = date(received)),
    CONSTRAINT fk_network_group_network_id FOREIGN KEY(network_id) REFERENCES network (id)
) STRICT
"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";"):
        op.execute(statement)
