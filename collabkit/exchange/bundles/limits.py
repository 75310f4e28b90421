"""How large a bundle may be: far beyond anything people write, and little enough to be read soon.

Sizes of the file, of what is in it and of its members are those of every importer of files from
strangers. Within them, the numbers below hold reading to two seconds and 256 megabytes (measured).
"""

MOST_BYTES = 20_000_000  # of the file
MOST_UNPACKED = 50_000_000  # bytes, counted while reading
MOST_TIMES = 100  # as large as it is packed may a member become
MOST_MEMBERS = 200
MOST_PACK_BYTES = 4_000_000  # of all questionnaires together; a usual one has 30,000

# In one assessment
MOST_SHEETS = 500
MOST_PARTIES = 100
MOST_TOPICS = 2_500  # a sheet and a statement can each have two
MOST_ACTIONS = 500
MOST_PROGRESS = 200  # notes on one action

# In characters
LONGEST_TOPIC = 100
LONGEST_SETTLED = 40_000  # the ids of all who are in a picture that was shown
