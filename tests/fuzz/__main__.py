"""Fuzz the readers of text: `python -m tests.fuzz --seconds 60 --folder FOLDER` (docs/fuzzing.md).

Ends with 1 when something was found; the folder then holds each finding with its shortest input. The same folder
goes on with the corpus that an earlier run left.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run the fuzzing process, and tell what it found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, required=True)
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    log = chosen.folder / "log.txt"
    with log.open("wb") as told:
        ended = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.fuzz.child",
                str(chosen.folder),
                str(chosen.seconds),
                str(chosen.seed),
            ],
            stdout=told,
            stderr=subprocess.STDOUT,
            check=False,
        ).returncode
    if ended:
        last = "\n".join(log.read_text("utf-8", "replace").splitlines()[-25:])
        sys.stdout.write(f"the process ended with {ended}; the end of {log}:\n{last}\n")
    found = _tell(chosen.folder)
    return 1 if ended or found else 0


def _tell(folder: Path) -> int:
    """Tell what was found, each with as short an input as can be; return how many."""
    from tests.fuzz.ledger import Found, shorten
    from tests.fuzz.targets import Targets, draft_of, kind_of

    progress = folder / "progress.txt"
    if progress.exists():
        done = json.loads(progress.read_text("utf-8"))
        sys.stdout.write(f"{done['tried']} inputs in {done['cpu_seconds']:.0f} CPU seconds\n")
    paths = sorted(folder.glob("*.json"))
    for path in paths:
        found = shorten(Found.read(path), Targets().look)
        found.write(folder)
        asked = "" if kind_of(found.data) else ascii(draft_of(found.data).body)
        sys.stdout.write(
            f"FOUND {found.kind} ({path.name})\n  {found.data!r}\n  {asked}\n  {found.told[-600:]}\n"
        )
    return len(paths)


if __name__ == "__main__":
    sys.exit(main())
