"""The processes of the Ray that this process began, and of no other Ray on this machine."""

from __future__ import annotations

import os
from pathlib import Path


def below_this_one() -> list[Path]:
    """Return the folders in `/proc` of this process and of all below it."""
    parents: dict[Path, str] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[folder] = (folder / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue  # it has ended
    found = [Path(f"/proc/{os.getpid()}")]
    for above in found:
        found += [folder for folder, parent in parents.items() if parent == above.name]
    return found
