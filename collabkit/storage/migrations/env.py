"""Run by Alembic for every migration, on the connection and in the transaction of the caller.

A new step is a file in ``versions`` whose revision is the new schema version with four digits. It
says in plain ``op`` calls or SQL what changes and imports nothing of collabkit, because collabkit
goes on changing and the step must not. Tables that are rebuilt need ``sqlite_strict`` again, and
rows of a sealed table that gains a column a new digest. A file of the schema before it goes
into ``tests/databases``.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
