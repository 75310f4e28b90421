"""How many people and statements it takes, and how much anybody can write."""

OWN_ASSESSMENT = 1  # the minimum of one person's own assessment
SMALLEST_GROUP, USUAL_GROUP, LARGEST_GROUP = 3, 5, 10  # what a charity may agree on beforehand
SCORE_FROM = 4  # asked statements that a section needs for a score when people chose their own

# In characters: whoever takes what is typed, draws a form or reads a file keeps to the same.
LONGEST_NAME = 120  # a title, or the name of a charity, an organisation or a person
LONGEST_NOTE = 4_000  # what is written beside an answer, or is the answer
