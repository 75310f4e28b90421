"""Under which topics people settle what several places need to know about a whole assessment."""

MODE = "mode"  # the case that a decision is made for: a code of the pack
AGREED_VERSION = "agreed"  # the id of the sheet on which a decision rests, where there are several
# What is settled at the start of an assessment, so that its words never change under anybody.
WORDING = "wording"
VOLUNTEER_RUN = "volunteer-run"
# The id of the assessment that this one repeats, settled at the start; and what the facilitator
# says about the people: whether at least two thirds are the same (measurement rules, *Special
# cases*).
FOLLOWS = "follows"
PEOPLE = "people"
SAME_PEOPLE = "same"
OTHER_PEOPLE = "changed"
# What is known of the invitation that somebody answers here for another charity; the program alone
# settles it.
INVITED = "invited"
# What a person settles who closes the own sheet: this, and behind it the id of the sheet.
CLOSED = "closed:"
# The answers that have left a picture that was shown, because somebody in it was erased or an older
# state of the data came back: a line a sheet, with its id and the statements.
WITHDRAWN = "withdrawn"
# The last month through which people were told that it is kept, such as "2029-03".
KEEP_UNTIL = "keep-until"
# What people say they have learned from a plan as a whole, when it comes back on the table.
LEARNED = "learned"
