"""The tables. Any change here needs a migration and a new ``SCHEMA_VERSION``; a test insists.

Tables are STRICT, so that SQLite itself holds to the types. No foreign key cascades: a row goes
only if somebody deletes that very row. The words that a column may hold come from the
enumerations; ``seq`` is explained at ``Saved``, ``digest`` in ``seals``. Columns have the names of
the fields of the frozen records.
"""

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Confidence, Selection
from collabkit.assessments.charity import IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.plans.plan import Slot, Status
from collabkit.storage.column_types import Day, Word, YesNo

metadata = MetaData(
    naming_convention={
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _day(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} = date({column})", name=column)


def _yes_or_no(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)", name=column)


charity = Table(
    "charity",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("income_band", Word(IncomeBand)),
    Column("run_by", Word(RunBy)),
    Column("usual_role", Word(PartnershipRole)),
    Column("is_sample", YesNo, nullable=False),
    Column("has_contracts", YesNo),
    Column("removed", Day),  # when it was put in the bin
    _one_of("income_band", IncomeBand),
    _one_of("run_by", RunBy),
    _one_of("usual_role", PartnershipRole),
    _yes_or_no("is_sample"),
    _yes_or_no("has_contracts"),
    _day("removed"),
    sqlite_strict=True,
)

# Every pack that an assessment was answered with, word for word. The digest is its own proof.
pack_version = Table(
    "pack_version",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("pack_id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("source", LargeBinary, nullable=False),
    sqlite_strict=True,
)

assessment = Table(
    "assessment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("charity_id", Text, ForeignKey("charity.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("pack_digest", Text, ForeignKey("pack_version.digest"), nullable=False),
    Column("selection", Word(Selection), nullable=False),
    Column("minimum", Integer, nullable=False),
    Column("started", Day, nullable=False),
    Column("finished", Day),
    Column("place", Text),
    Column("seq", Integer, nullable=False),
    Column("removed", Day),
    _one_of("selection", Selection),
    CheckConstraint("minimum = 1 OR minimum BETWEEN 3 AND 10", name="minimum"),
    _day("started"),
    _day("finished"),
    _day("removed"),
    Index("ix_assessment_charity_id", "charity_id"),
    sqlite_strict=True,
)

asked = Table(
    "asked",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("item_id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("optional", YesNo, nullable=False),  # leaves room for more, and need not be answered
    _yes_or_no("optional"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Organisations or sides, where several look at one relationship.
party = Table(
    "party",
    metadata,
    Column("id", Text, primary_key=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("is_own", YesNo, nullable=False),
    Column("is_lead", YesNo, nullable=False),
    Column("size", Word(IncomeBand)),
    _yes_or_no("is_own"),
    _yes_or_no("is_lead"),
    _one_of("size", IncomeBand),
    Index("ix_party_assessment_id", "assessment_id", "position"),
    sqlite_strict=True,
)

# What people settle about a whole assessment: a mode, a decision with its reason, what they chose.
settled = Table(
    "settled",
    metadata,
    Column("assessment_id", Text, ForeignKey("assessment.id"), primary_key=True),
    Column("topic", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

participant = Table(
    "participant",
    metadata,
    Column("id", Text, primary_key=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("pseudonym", Text, nullable=False),
    Column("role", Word(Respondent), nullable=False),
    Column("party_id", Text, ForeignKey("party.id")),
    Column("about_id", Text, ForeignKey("party.id")),
    _one_of("role", Respondent),
    Index("ix_participant_assessment_id", "assessment_id", "position"),
    sqlite_strict=True,
)

# Statements of the assessment that are not asked on one sheet of it.
left_out = Table(
    "left_out",
    metadata,
    Column("participant_id", Text, ForeignKey("participant.id"), primary_key=True),
    Column("item_id", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# No index beside the key: it would be one more page to write for every answer.
response = Table(
    "response",
    metadata,
    Column("participant_id", Text, ForeignKey("participant.id"), primary_key=True),
    Column("item_id", Text, primary_key=True),
    Column("answer", Text),
    Column("note", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("confidence", Word(Confidence)),
    Column("flagged", YesNo, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    CheckConstraint("answer <> ''", name="answer"),
    _one_of("confidence", Confidence),
    _yes_or_no("flagged"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

plan_action = Table(
    "plan_action",
    metadata,
    Column("id", Text, primary_key=True),
    Column("assessment_id", Text, ForeignKey("assessment.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", Word(ActionKind), nullable=False),
    Column("slot", Word(Slot), nullable=False),
    Column("idea_id", Text),
    Column("item_id", Text),
    Column("why", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("first_step", Text, nullable=False),
    Column("due", Day),
    Column("status", Word(Status), nullable=False),
    Column("how_we_will_know", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    _one_of("kind", ActionKind),
    _one_of("slot", Slot),
    _one_of("status", Status),
    _day("due"),
    Index("ix_plan_action_assessment_id", "assessment_id", "position"),
    sqlite_strict=True,
)

# What became of an action. Only actions of which there is something to say have a row here.
action_life = Table(
    "action_life",
    metadata,
    Column("action_id", Text, ForeignKey("plan_action.id"), primary_key=True),
    Column("also", Text, nullable=False),  # ids of further statements, a space between
    Column("review", Day),
    Column("dropped_because", Text, nullable=False),
    Column("learned", Text, nullable=False),
    Column("carried_from", Text),  # the action's id in an earlier plan, which may be gone
    Column("digest", LargeBinary, nullable=False),
    _day("review"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

progress = Table(
    "progress",
    metadata,
    Column("action_id", Text, ForeignKey("plan_action.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("day", Day, nullable=False),
    Column("text", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    _day("day"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# How a sheet came in that was filled in elsewhere. The fingerprint tells one that comes again.
arrival = Table(
    "arrival",
    metadata,
    Column("participant_id", Text, ForeignKey("participant.id"), primary_key=True),
    Column("route", Word(Route), nullable=False),
    Column("sheet", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("arrived", Day, nullable=False),
    _one_of("route", Route),
    _day("arrived"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Groups side by side: what each of them sent, as it was sent.
network = Table(
    "network",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("minimum", Integer, nullable=False),
    Column("made", Day, nullable=False),
    Column("removed", Day),
    CheckConstraint("minimum BETWEEN 3 AND 10", name="minimum"),
    _day("made"),
    _day("removed"),
    sqlite_strict=True,
)

network_group = Table(
    "network_group",
    metadata,
    Column("network_id", Text, ForeignKey("network.id"), primary_key=True),
    Column("group_key", Text, primary_key=True),
    Column("received", Day, nullable=False),
    Column("text", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    _day("received"),
    sqlite_strict=True,
)

# A session in the room: what lists show of it, and its whole record as text. Small columns come
# first, so that lists do not read the records. From its beginning on it has an assessment, whose
# title and place in the bin are then those of the session too. Templates belong to no charity.
session = Table(
    "session",
    metadata,
    Column("id", Text, primary_key=True),
    Column("charity_id", Text, ForeignKey("charity.id")),
    Column("assessment_id", Text, ForeignKey("assessment.id")),
    Column("pack_digest", Text, ForeignKey("pack_version.digest"), nullable=False),
    Column("is_volunteer_run", YesNo, nullable=False),  # the words of the pack
    Column("is_practice", YesNo, nullable=False),
    Column("is_template", YesNo, nullable=False),
    Column("title", Text, nullable=False),
    Column("phase", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("voted", Integer, nullable=False),
    Column("actions", Integer, nullable=False),
    Column("held_on", Day),
    Column("changed", Day, nullable=False),
    Column("removed", Day),
    Column("seq", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    _yes_or_no("is_volunteer_run"),
    _yes_or_no("is_practice"),
    _yes_or_no("is_template"),
    CheckConstraint("(charity_id IS NULL) = is_template", name="charity_id"),
    CheckConstraint("assessment_id IS NULL OR NOT is_template", name="assessment_id"),
    _day("held_on"),
    _day("changed"),
    _day("removed"),
    Index("ix_session_assessment_id", "assessment_id", unique=True),
    sqlite_strict=True,
)

# Where the history of this file stands: as many changes, the digest over them all, and that
# before the last one. The log must end at the same place. Files of the log that begin before
# ``afresh`` hold what was erased.
change_mark = Table(
    "change_mark",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("chain_before", LargeBinary, nullable=False),
    Column("afresh", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="id"),
    sqlite_strict=True,
)

# What each small table is as a whole: see ``table_seals``.
table_seal = Table(
    "table_seal",
    metadata,
    Column("name", Text, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# A receipt for each time that something was erased for good: counts, no names.
erasure = Table(
    "erasure",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("day", Day, nullable=False),
    Column("kind", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    _day("day"),
    sqlite_strict=True,
)

# Alembic's own table, so that a new file says where it stands just as a migrated one does.
alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32)),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
