"""How people at home write their own currency: "KSh 90", "P90", "90 FCFA", "90 Ft".

Too short, or too like words, to be read wherever they stand, these count only beside a card in that currency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money.currencies import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEFORE_NUMBERS: Final = """
KES ksh kshs sh shs
UGX ush ushs sh shs
TZS tsh tshs sh shs
SOS sosh sh
XOF cfa fcfa f
XAF cfa fcfa f
GHS gh ghc ¢
NGN n
ZMW k zk
MWK k mk
BWP p
PHP p php
ZAR r
SZL e
GMD d
MZN mt mtn
AOA kz
ETB br
RWF frw rf
MYR rm
IDR rp
BDT tk
LKR slrs
NPR nrs
AED dhs dh
MAD dh dhs mad
SAR sr sar
QAR qr
OMR ro
KWD kd
BHD bd
JOD jd
EGP le
TND dt
DZD da
CHF fr sfr
PEN pen
BOB bs
VES bs
HNL l
GTQ q
RON ron lei
COP cop
GEL gel
CAD cdn
NOK kr
DKK kr
SEK kr
"""
_BEHIND_NUMBERS: Final = """
KES ksh kshs sh shs
UGX ush ushs sh shs
TZS tsh tshs sh shs
XOF cfa fcfa f
XAF cfa fcfa f
GHS ghc
ZAR bucks buck
INR bucks buck
AED dhs dh
MAD dhs dh mad
MYR rm
SAR sr sar
QAR qr
EGP le
BWP pula
SZL emalangeni
LSL maloti
MZN mt meticais metical
AOA kz
ETB br
RWF frw
PGK kina
PEN soles sol pen
BOB bs bolivianos
HUF ft
CZK kc crowns crown
RON ron
SEK spann
THB b
VND d
BDT tk
AMD dram drams
ALL lek leke
GEL gel
COP cop
CHF franken stutz
MUR rs
"""
_TOUCHING: Final = frozenset("b d e k l n p q".split())
"""Letters that are a mark only where they touch their number: "P90", "90b"."""


def _table(text: str) -> dict[str, dict[str, Mark]]:
    table: dict[str, dict[str, Mark]] = {}
    for line in text.strip().split("\n"):
        currency, *words = line.split()
        for word in words:
            table.setdefault(word, {})[currency] = Mark(currency, word)
    return table


BEFORE: Final[Mapping[str, Mapping[str, Mark]]] = _table(_BEFORE_NUMBERS)
BEHIND: Final[Mapping[str, Mapping[str, Mark]]] = _table(_BEHIND_NUMBERS)


def local_mark(
    table: Mapping[str, Mapping[str, Mark]], word: str, currency: str | None, *, touches: bool
) -> Mark | None:
    """Return the mark that a word beside a number is for a card in `currency`; `touches` says that no space is between."""
    mark = table.get(word, {}).get(currency or "")
    return None if mark is None or (word in _TOUCHING and not touches) else mark
