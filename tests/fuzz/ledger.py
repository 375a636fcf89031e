"""What a run of the fuzzer found and did, in a folder: one file a finding, the shortest input of each."""

from __future__ import annotations

import hashlib
import json
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.fuzz.oracles import Finding

if TYPE_CHECKING:
    from collections.abc import Callable

_TOLD_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Found:
    """One way in which a promise was broken, with the shortest input that does it."""

    kind: str
    told: str
    data: bytes

    @property
    def name(self) -> str:
        """Return the name of its file: the same for all inputs of the kind."""
        return hashlib.sha256(self.kind.encode("utf-8", "backslashreplace")).hexdigest()[:12]

    @classmethod
    def of(cls, error: Exception, data: bytes) -> Found:
        """Return what an input did; a crash is named by its type and the last place in our own code."""
        if isinstance(error, Finding):
            return cls(error.kind, ascii(str(error))[:2000], data)
        frames = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in frames if "/align/" in frame.filename or "/specs/" in frame.filename]
        at = (ours or frames)[-1]
        kind = f"{type(error).__name__} at {Path(at.filename).name} in {at.name}"
        return cls(kind, "".join(traceback.format_exception(error))[-2000:], data)

    def write(self, folder: Path) -> None:
        """Keep it in the folder."""
        row = {"kind": self.kind, "told": self.told, "data": self.data.hex()}
        (folder / f"{self.name}.json").write_text(json.dumps(row, indent=1), "utf-8")

    @classmethod
    def read(cls, path: Path) -> Found:
        """Return what was kept."""
        row = json.loads(path.read_text("utf-8"))
        return cls(row["kind"], row["told"], bytes.fromhex(row["data"]))


class Ledger:
    """Tries inputs and keeps what they find; the run goes on."""

    def __init__(self, folder: Path, look: Callable[[bytes], None]) -> None:
        self._folder = folder
        self._look = look
        self._shortest = {path.stem: len(Found.read(path).data) for path in folder.glob("*.json")}
        self._tried = 0
        self._counts: dict[str, int] = {}
        self._told_at = time.monotonic()

    def __call__(self, data: bytes) -> None:
        """Try one input."""
        self._tried += 1
        try:
            self._look(data)
        except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
            self._keep(Found.of(error, data))
        if time.monotonic() - self._told_at > _TOLD_SECONDS:
            self.tell()

    def tell(self) -> None:
        """Write down how far the run is."""
        self._told_at = time.monotonic()
        row: dict[str, Any] = {
            "tried": self._tried,
            "cpu_seconds": round(time.process_time(), 1),
            "found": self._counts,
        }
        (self._folder / "progress.txt").write_text(json.dumps(row, indent=1), "utf-8")

    def _keep(self, found: Found) -> None:
        self._counts[found.kind] = self._counts.get(found.kind, 0) + 1
        if len(found.data) < self._shortest.get(found.name, len(found.data) + 1):
            self._shortest[found.name] = len(found.data)
            found.write(self._folder)


def shorten(found: Found, look: Callable[[bytes], None]) -> Found:
    """Return the same finding with as much of its input left out as can be, by halves, quarters, ... and single bytes."""
    best = found
    step = len(found.data) // 2
    while step:
        at = 1
        while at < len(best.data):
            data = best.data[:at] + best.data[at + step :]
            again = _found(data, look)
            if again is not None and again.kind == found.kind:
                best = again
            else:
                at += step
        step //= 2
    return best


def _found(data: bytes, look: Callable[[bytes], None]) -> Found | None:
    try:
        look(data)
    except Exception as error:  # noqa: BLE001 - as above
        return Found.of(error, data)
    return None
