"""Who answers an assessment of several, and how far they are."""
