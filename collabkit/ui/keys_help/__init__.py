"""The list of keys that F1 shows."""

from collabkit.ui.keys_help.dialog import show_keys

__all__ = ["show_keys"]
