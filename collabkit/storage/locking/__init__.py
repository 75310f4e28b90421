"""A lock on everything that is kept: one random key, wrapped with a passphrase and with a code.

``data_key``      the key, and what is derived from it for each purpose
``recovery_code`` the way back in when the passphrase is forgotten
``key_file``      what ``lock.json`` holds; ``key_place`` where it lies, twice
``ciphered``      SQLite files encrypted by SQLCipher, which is an optional extra
``sealing``       lines of the change log and whole small files
``sealed_aside``  damaged files, sealed as they are; ``sealed_log`` what a log has in plain
``unlocking``     from a passphrase or a code to the key
``beside_copies`` what the lock leaves beside the safety copies
``first_bytes``   is a file encrypted, or could nobody look?
``converting``    one file from plain to locked, from key to key, and back
``finishing``     everything under the present key, at each opening; ``readable_again`` the way back
``unfinished``    was any of it stopped half-way? ``begun`` or before anything was changed?
``switching``     switching the lock on and off, and changing what opens it

Who opens data that is not locked loads only what tells that and what would seal a line or a file;
what encrypts, ``cryptography`` and SQLCipher, is loaded by the first use of a key.
"""
