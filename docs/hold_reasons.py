"""Write docs/hold-reasons.schema.json from the hold reasons themselves, or check that it is in step (`--check`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from align.gate.holds import hold_reasons_schema

FILE = Path(__file__).parent / "hold-reasons.schema.json"


def text() -> str:
    """Return the schema as it is to stand in the file."""
    return json.dumps(hold_reasons_schema(), indent=2, sort_keys=True) + "\n"


def main() -> int:
    """Write the file, or with `--check` return 1 when it is not in step."""
    if "--check" in sys.argv[1:]:
        return int(not FILE.exists() or FILE.read_text("utf-8") != text())
    FILE.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
