"""What a link, an e-mail address or an @handle looks like, written as one chunk."""

from __future__ import annotations

import re
from typing import Final

_TLDS: Final = frozenset(
    "com net org io co uk ie de fr es it ca au nz us me app info biz dev xyz shop site online page"
    " link bio studio example test eu ch at nl be za jp in co se no dk pt gr pl ly gg tv fm ee vip"
    " pro live club email blog store art health fitness photography".split()
)
_WORDLIKE_TLDS: Final = frozenset(
    "me it in at be us no co to so is pro live link page bio studio app"
    " online shop art test example club email store health".split()
)
_DOMAIN: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?\Z")
_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]{2,}\Z")
_HANDLE: Final = re.compile(r"@[a-z0-9_][a-z0-9_.\-]*\Z")


def is_contact(core: str) -> bool:
    """True when a chunk without its edges looks like a link, an e-mail or an @handle."""
    if "@" in core:
        return bool(_EMAIL.match(core) or _HANDLE.match(core))
    if "://" in core or core.startswith("www."):
        return True
    if "." not in core or _DOMAIN.match(core) is None:
        return False
    host, slash, _ = core.partition("/")
    labels = host.split(":")[0].split(".")
    if labels[-1] not in _TLDS or not any(c.isalpha() for c in labels[-2]):
        return False
    return bool(slash) or labels[-1] not in _WORDLIKE_TLDS or labels[-1] in ("example", "test")
