"""Names for what is new."""


def new_id() -> str:
    """Return an id that nothing else has, anywhere."""
    from uuid import uuid4  # asks which computer this is when it is loaded; no start needs that

    return str(uuid4())
