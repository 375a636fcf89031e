"""The process that fuzzes: `python -m tests.fuzz.child FOLDER SECONDS SEED`, started by `python -m tests.fuzz`.

Atheris changes the code of `align` and `specs` as they are imported, so that libFuzzer sees which branches an input takes.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["align", "specs"]):
    from tests.fuzz.ledger import Ledger
    from tests.fuzz.mutating import fresh, mutate
    from tests.fuzz.targets import Targets

    targets = Targets()
    # What loads late is loaded here, where its imports are still watched.
    for first in (b"\x00", b"\xf0", b"\xf4", b"\xfa", b"\xfd"):
        targets.look(first + b"\x00\x00An hour is 45.")

_SEEDS = 400
_HANG_SECONDS = 60
_MEMORY_MB = 4096


def main(folder: Path, seconds: int, seed: int) -> None:
    """Fuzz for so long; does not return."""
    corpus = folder / "corpus"
    if not corpus.exists():
        corpus.mkdir()
        draw = random.Random(seed)  # noqa: S311 - a choice, not a secret
        for number in range(_SEEDS):
            (corpus / f"seed-{number:04}").write_bytes(fresh(draw))
    options = {
        "max_total_time": seconds, "seed": seed, "timeout": _HANG_SECONDS, "rss_limit_mb": _MEMORY_MB, "max_len": 4096,
        "artifact_prefix": f"{folder}/stopped-", "print_final_stats": 1, "len_control": 0,
    }  # fmt: skip
    arguments = [sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(corpus)]
    atheris.Setup(arguments, Ledger(folder, targets.look), custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
