"""Write a data file, and say what was written."""

import sys
import zlib
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parent.parent
"""Where the data files lie."""


def write(path: Path, text: str) -> None:
    """Write text, compressed when the name ends in `.z`."""
    content = text.encode()
    path.write_bytes(zlib.compress(content, 9) if path.suffix == ".z" else content)
    say(f"{path.name}: {path.stat().st_size} bytes, {len(content)} unpacked")


def say(line: str) -> None:
    """Write a line to the terminal."""
    sys.stdout.write(f"{line}\n")
