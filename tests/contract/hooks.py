"""What schemathesis has to be told of JSONL; it loads this file in its own environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import schemathesis

if TYPE_CHECKING:
    from schemathesis.core.transport import Response


@schemathesis.serializer("application/x-ndjson")
def serialize(_context: Any, value: Any) -> bytes:
    """Send any text as it is."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


@schemathesis.deserializer("application/x-ndjson")
def deserialize(_context: Any, response: Response) -> str:
    """Read the rows as the one text that the schema says."""
    return str(response.content, "ascii")
