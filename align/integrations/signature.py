"""Signatures by which a hook knows its caller: an HMAC over the moment and the bytes that were sent.

The header is `X-Align-Signature: t=1768471200,v1=<hex>`, where the hex digits are the HMAC-SHA256 of `t`, a full
stop and the body. The moment is signed with the body, so that a request that was listened in on is good for minutes
only.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER: Final = "X-Align-Signature"
TOLERANCE_SECONDS: Final = 300
SHORTEST_KEY: Final = 16
"""Bytes below which a key is no secret."""

_FORM: Final = re.compile(r"t=([0-9]{1,12}),v1=([0-9a-f]{64})", re.ASCII)


def sign(body: bytes, key: bytes, *, at: int) -> str:
    """Return the header's value for a body that is sent at a moment (seconds since 1970)."""
    return f"t={at},v1={_digest(body, key, at)}"


def is_signed(body: bytes, header: str, keys: Sequence[bytes], *, now: float) -> bool:
    """Whether a header signs a body with one of the keys, at most `TOLERANCE_SECONDS` from `now` either way.

    Several keys let one take over from another: both sides change in their own time.
    """
    found = _FORM.fullmatch(header)
    if found is None or abs(now - int(found[1])) > TOLERANCE_SECONDS:
        return False
    # Every key is tried, so that the time taken says nothing about which one it was.
    matches = [hmac.compare_digest(_digest(body, key, int(found[1])), found[2]) for key in keys]
    return any(matches)


def _digest(body: bytes, key: bytes, at: int) -> str:
    return hmac.new(key, b"%d." % at + body, hashlib.sha256).hexdigest()
