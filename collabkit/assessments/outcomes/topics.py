"""Under which topics people settle what several places need to know about a whole assessment."""

MODE = "mode"  # the case that a decision is made for: a code of the pack
AGREED_VERSION = "agreed"  # the id of the sheet on which a decision rests, where there are several
# What is settled at the start of an assessment, so that its words never change under anybody.
WORDING = "wording"
VOLUNTEER_RUN = "volunteer-run"
