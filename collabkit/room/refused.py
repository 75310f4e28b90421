"""What cannot be done in the room now, in sentences."""

from collabkit.errors import InvalidInputError


class NotNowError(InvalidInputError):
    """A step that is not possible where the session stands; nothing was changed."""
