"""The second copy of everything: a log of changes, appended to and never edited.

A change counts as saved only when it is both in the database and in the log. Together with a
verified copy of the database, or with the empty file that everything began with, the log brings
back whatever was ever told to be saved, even if the database is gone.

``capture`` sees what a transaction changes, ``lines`` says how a change is written, ``segments``
are the files, ``log`` appends, and ``replay`` puts changes into a database.
"""
