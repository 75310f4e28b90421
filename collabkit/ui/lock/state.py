"""What the page of the lock shows."""

from dataclasses import dataclass
from enum import Enum, auto


class Step(Enum):
    """Where somebody is on the way."""

    CANNOT = auto()  # this installation lacks what it takes
    BEGIN = auto()  # not locked: what the lock is
    LOCKED = auto()  # locked: what can be changed
    PASSPHRASE = auto()  # a new passphrase is chosen
    CODE = auto()  # the recovery code is shown, this once
    BACK = auto()  # the code is typed back, and what has to be agreed to is agreed to
    OFF = auto()  # about to be readable for anybody again


class Wish(Enum):
    """What somebody wants."""

    ON = auto()
    PASSPHRASE = auto()  # another one
    CODE = auto()  # another one
    KEY = auto()  # everything rewritten with a new key
    OFF = auto()


@dataclass(frozen=True, slots=True)
class LockState:
    """Everything on the page but what is typed.

    ``wrong`` is said at the field in hand, ``wrong_again`` at the second field of a passphrase;
    ``code`` is the recovery code as it is written down; ``busy`` says what is under way.
    """

    step: Step
    wish: Wish = Wish.ON
    code: str = ""
    wrong: str = ""
    wrong_again: bool = False
    busy: str = ""
