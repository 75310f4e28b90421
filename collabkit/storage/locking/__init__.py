"""A lock on everything that is kept: one random key, wrapped with a passphrase and with a code.

``data_key``      the key, and what is derived from it for each purpose
``recovery_code`` the way back in when the passphrase is forgotten
``key_file``      what ``lock.json`` holds; ``key_place`` where it lies, twice
``ciphered``      SQLite files encrypted by SQLCipher, which is an optional extra
``sealing``       lines of the change log and whole small files
``unlocking``     from a passphrase or a code to the key
``converting``    one file or everything from plain to locked, from key to key, and back
``switching``     switching the lock on and off, and changing what opens it

Nothing here is loaded before there is something locked.
"""
