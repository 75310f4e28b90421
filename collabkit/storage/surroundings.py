"""Where the data folder lies, and who else reaches into it.

Nothing here changes anything or stops anybody, and in doubt nothing is said: a warning that is
wrong once is not believed the next time.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from collabkit.i18n import _
from collabkit.paths import DataFolder

_MOST_JSON = 100_000  # bytes

# Variables that OneDrive's program for Windows sets for whoever is signed in; they follow when a
# person chooses another folder.
_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "OneDriveCommercial": "OneDrive",
}

# What lies in the topmost folder that a program copies, and in no other: the name (of a file if
# True, of a folder if False) and the program.
# Dropbox: help.dropbox.com, “.dropbox.cache”. Syncthing: docs.syncthing.net, “markerName”.
# Resilio: help.resilio.com, “.sync folder” with the file “ID”. Google Drive keeps what it is
# moving in “.tmp.drivedownload” and “.tmp.driveupload”.
_MARKS = (
    (".dropbox", True, "Dropbox"),
    (".dropbox.cache", False, "Dropbox"),
    (".stfolder", None, "Syncthing"),
    (".sync/ID", True, "Resilio Sync"),
    (".tmp.drivedownload", False, "Google Drive"),
    (".tmp.driveupload", False, "Google Drive"),
    (".owncloudsync.log", True, "ownCloud"),
    (".nextcloudsync.log", True, "Nextcloud"),
    (".SeaDrive", None, "SeaDrive"),
)

# The journal that Nextcloud and ownCloud keep in each folder that they copy.
_JOURNAL = re.compile(r"\._?sync_[0-9a-f]+\.db")

# Where macOS keeps the folders of all such programs (support.apple.com, “CloudStorage”), and
# iCloud Drive: the folder is called after the program.
_MAC_CLOUDS = "Library/CloudStorage"
_MAC_ICLOUD = "Library/Mobile Documents"
_MAC_NAMES = {
    "OneDrive": "OneDrive",
    "GoogleDrive": "Google Drive",
    "Dropbox": "Dropbox",
    "Box": "Box",
}

# Folders in somebody's home that such programs make when nothing else is chosen, and whose names
# are the programs' own.
_NAMES = {
    "OneDrive": "OneDrive",
    "Dropbox": "Dropbox",
    "Google Drive": "Google Drive",
    "GoogleDrive": "Google Drive",
    "My Drive": "Google Drive",
    "iCloudDrive": "iCloud",
    "Nextcloud": "Nextcloud",
    "ownCloud": "ownCloud",
    "Box Sync": "Box",
    "pCloudDrive": "pCloud",
    "Seafile": "Seafile",
}

# Locks do not hold reliably on these, so two computers could write at once:
# https://www.sqlite.org/useovernet.html. Not 9p and drvfs, by which a Linux inside of Windows or a
# virtual machine sees the disk of its own computer.
_NETWORKS = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "ncpfs", "afs", "ceph", "davfs", "lustre",
        "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "fuse.gvfsd-fuse",
        "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.s3fs",
    }
)  # fmt: skip


def warning_of_place(folder: DataFolder) -> str:
    """Return what a person ought to know about the place of ``folder``; empty if all is well."""
    try:
        cloud = cloud_around(folder.root)
        if cloud:
            return _(
                "Your data lies in a folder that {program} copies to other places, so people’s "
                "answers leave this computer, and a copy made in the middle of saving may be "
                "damaged. What you do here is saved as usual. When it suits you, close collabkit, "
                "move the folder “{folder}” out of {program} and start collabkit with its new "
                "place; the guide says how."
            ).format(program=cloud, folder=folder.root.name)
        if is_on_network(folder.root):
            return _(
                "Your data lies on another computer in your network. Everything works, but if two "
                "computers open it at once, or the connection breaks, it may be damaged. A folder "
                "on this computer is safer: close collabkit, copy “{folder}” there and start "
                "collabkit with its new place; the guide says how."
            ).format(folder=folder.root.name)
    except (OSError, ValueError):  # whoever cannot be asked says nothing
        return ""
    return ""


def cloud_around(root: Path, home: Path | None = None) -> str:
    """Return the name of the program that copies ``root`` to elsewhere; empty if none is known.

    ``home`` is the person's own folder if it is not the usual one.
    """
    root = Path(os.path.realpath(root))
    home = home or _home()
    for place, name in (*_told_places(), *_mac_places(home)):
        if root.is_relative_to(Path(os.path.realpath(place))):
            return name
    for around in (root, *root.parents):
        if around == around.parent:
            break
        if name := _marked(around) or _named(around, home):
            return name
    return ""


def is_on_network(root: Path) -> bool:
    """Tell whether ``root`` lies on another computer; no if the system does not say."""
    if sys.platform == "win32":
        return _is_on_windows_network(root)
    return _mounted(root)[0] in _NETWORKS


def is_read_only(root: Path) -> bool:
    """Tell whether the disk of ``root`` takes nothing new at all; no if the system does not say.

    Asked without writing: a disk that fails would be hurt, and one that was full has room again.
    """
    if sys.platform == "win32":
        return _is_read_only_on_windows(root)
    with suppress(OSError):
        if os.statvfs(root).f_flag & os.ST_RDONLY:
            return True
        # After an error ext4 takes nothing more, and says so in the list of mounts alone. The
        # switch of a stick makes the device one that is only read, under a file system that
        # finds out by failing.
        if "emergency_ro" in _mounted(root)[1].split(","):
            return True
        return any((block / "ro").read_text("ascii").strip() == "1" for block in _blocks(root))
    return False


def is_removable(root: Path) -> bool:
    """Tell whether ``root`` lies on a memory stick or the like; no if the system does not say."""
    if sys.platform == "win32":
        return _windows_drive_type(root) == _DRIVE_REMOVABLE
    for block in _blocks(root):
        with suppress(OSError):  # a partition has no such file; the disk that it is part of does
            return (block / "removable").read_text(encoding="ascii").strip() == "1"
    return False


def _blocks(root: Path) -> tuple[Path, ...]:
    """Return what Linux tells of the partition of ``root``, and of the disk that it is part of.

    See sysfs in https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-block.
    """
    try:
        number = root.stat().st_dev
    except OSError:
        return ()
    device = Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}").resolve()
    return tuple(block for block in (device, device.parent) if (block / "ro").is_file())


def _home() -> Path | None:
    try:
        return Path(os.path.realpath(Path.home()))
    except (RuntimeError, OSError):
        return None


def _told_places() -> Iterator[tuple[Path, str]]:
    """Return the places that the programs themselves tell of."""
    for variable, name in _VARIABLES.items():
        place = os.environ.get(variable, "")
        if Path(place).is_absolute():
            yield Path(place), name
    # help.dropbox.com, “find the Dropbox folder in code”: info.json names the folders of accounts.
    for base in (os.environ.get("APPDATA"), os.environ.get("LOCALAPPDATA"), "~/.dropbox"):
        if base:
            info = Path(base).expanduser() / (
                "info.json" if base[0] == "~" else "Dropbox/info.json"
            )
            for place in _paths_in(info):
                yield Path(place), "Dropbox"


def _paths_in(info: Path) -> Iterator[str]:
    try:
        if not info.is_file() or info.stat().st_size > _MOST_JSON:
            return
        accounts = json.loads(info.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return
    for account in accounts.values() if isinstance(accounts, dict) else ():
        place = account.get("path") if isinstance(account, dict) else None
        if isinstance(place, str) and Path(place).is_absolute():
            yield place


def _mac_places(home: Path | None) -> Iterator[tuple[Path, str]]:
    if home is None:
        return
    yield home / _MAC_ICLOUD, "iCloud"
    with suppress(OSError):
        for place in (home / _MAC_CLOUDS).iterdir():
            program = place.name.partition("-")[0]
            yield place, _MAC_NAMES.get(program, program)


def _marked(place: Path) -> str:
    for mark, is_file, name in _MARKS:
        found = place / mark
        if found.exists() if is_file is None else found.is_file() if is_file else found.is_dir():
            return name
    with suppress(OSError), os.scandir(place) as entries:
        if any(_JOURNAL.fullmatch(entry.name) for entry in entries):
            return "Nextcloud"
    return ""


def _named(place: Path, home: Path | None) -> str:
    if home is None or place.parent != home:
        return ""
    # Of several accounts: “OneDrive - Sample Charity”, “Dropbox (Sample Charity)”.
    return _NAMES.get(re.split(r" [-(]", place.name, maxsplit=1)[0], "")


def _mounted(root: Path) -> tuple[str, str]:
    """Return the type of the file system and its options, as Linux tells them.

    See proc_pid_mountinfo(5); empty if it does not say.
    """
    try:
        number = root.stat().st_dev
        wanted = f"{os.major(number)}:{os.minor(number)}"
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ("", "")
    for line in lines.splitlines():
        before, _dash, after = line.partition(" - ")
        if before.split(" ")[2:3] == [wanted]:
            kind, _source, options, *_more = (*after.split(" "), "", "")
            return kind, options
    return ("", "")


# learn.microsoft.com, GetDriveTypeW
_DRIVE_REMOVABLE = 2
_DRIVE_REMOTE = 4
# learn.microsoft.com, GetVolumeInformationW
_READ_ONLY_VOLUME = 0x00080000


def _is_on_windows_network(root: Path) -> bool:
    return root.drive.startswith("\\\\") or _windows_drive_type(root) == _DRIVE_REMOTE


def _is_read_only_on_windows(root: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        flags = ctypes.c_ulong(0)
        with suppress(OSError, AttributeError):
            told = ctypes.windll.kernel32.GetVolumeInformationW(
                root.anchor, None, 0, None, None, ctypes.byref(flags), None, 0
            )
            return bool(told) and bool(flags.value & _READ_ONLY_VOLUME)
    return False


def _windows_drive_type(root: Path) -> int:
    if sys.platform == "win32":
        import ctypes

        with suppress(OSError, AttributeError):
            return int(ctypes.windll.kernel32.GetDriveTypeW(root.anchor))
    return 0
