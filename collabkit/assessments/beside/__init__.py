"""What a picture is laid beside: last time, all the times before, and the roles of the people.

Everything here is worked out from results that hide what has to be hidden already, or, by role,
from groups of which none can be made smaller by subtraction.
"""
