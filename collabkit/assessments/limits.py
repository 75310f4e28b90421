"""How many people and statements it takes."""

OWN_ASSESSMENT = 1  # the minimum of one person's own assessment
SMALLEST_GROUP, USUAL_GROUP, LARGEST_GROUP = 3, 5, 10  # what a charity may agree on beforehand
SCORE_FROM = 4  # asked statements that a section needs for a score when people chose their own
