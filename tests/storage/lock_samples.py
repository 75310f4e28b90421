"""What opens locked data in the tests, and data that is locked with it."""

from collabkit.paths import DataFolder
from collabkit.storage.locking.recovery_code import new_code
from collabkit.storage.locking.switching import switch_on
from collabkit.storage.locking.unlocked_folder import UnlockedFolder

PASSPHRASE = "otter velvet compass rain"
OTHER = "four quite other words"
LITTLE = 2  # 2 to this power: guessing would cost nothing, and neither do the tests


def locked(folder: DataFolder) -> UnlockedFolder:
    return switch_on(folder, PASSPHRASE, new_code(), LITTLE)
