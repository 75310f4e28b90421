"""``python -m collabkit`` does what ``collabkit`` does."""

import sys

from collabkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
