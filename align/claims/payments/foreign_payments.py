"""Payment afterwards in a sentence of another language: "me pagas después del entreno"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_SPANISH: Final = "pagas pagar pagarme pagarnos pagarlo pagame paganos pagais abonas abonar abonarme"
_ITALIAN: Final = "paghi pagare pagarmi pagami paghiamo"
_FRENCH: Final = "payer paies payez paierez paieras payeras payerez regler regles reglez regleras reglerez"
_GERMAN: Final = "zahlen zahlst bezahlen bezahlst uberweisen uberweist"
_DUTCH: Final = "betalen betaalt betaal"
PAYING: Final = frozenset(f"{_SPANISH} {_ITALIAN} {_FRENCH} {_GERMAN} {_DUTCH}".split())
"""Words of paying that are no English words."""
_LATER: Final = (
    r"(?:despues|luego|al (?:final|terminar|acabar|salir)|mas tarde"
    r"|cuando (?:terminemos|acabemos|termine|acabe|quieras|puedas)"
    r"|depois|no (?:final|fim)|mais tarde|dopo|alla fine|piu tardi"
    r"|apres|a la fin|plus tard|quand (?:tu veux|vous voulez|on a fini|c'est fini)"
    r"|danach|nachher|hinterher|am ende|spater|nach (?:der|dem|unserer?|deiner) \w+"
    r"|achteraf|daarna|na afloop|na (?:de|het) \w+)\b"
)
_PAY: Final = rf"\b(?:{'|'.join(sorted(PAYING))})\b"
_AFTER: Final = re.compile(rf"{_PAY}(?: [\w']+){{0,3}}? {_LATER}|\b{_LATER}(?: [\w']+){{0,3}}? {_PAY}")
_BEFOREHAND: Final = re.compile(
    r"\b(?:no|nunca|jamas|nao|non|mai|ne|n'\w+|pas|jamais|nicht|nie|niemals|niet|nooit|antes|avant|prima"
    r"|vorher|vooraf|voor)\b"
)
_TURNED_DOWN: Final = re.compile(
    r" ?,? (?:no|non|nicht|niet|geht nicht|c'est non|n'est pas)(?= [.,!]|$| (?:se puede|possible|moglich))"
)
_LEAD: Final = 30
"""Characters before it in which it is turned down."""


def paid_after_abroad(reading: Reading) -> tuple[int, int] | None:
    """Return the words that let the client pay after in Spanish, French, German and the like."""
    line = reading.line
    found = _AFTER.search(line)
    if found is None:
        return None
    lead = re.split(r"[.!?;,]", line[max(0, found.start() - _LEAD) : found.start()])[-1]
    if (
        _TURNED_DOWN.match(line, found.end())
        or _BEFOREHAND.search(lead)
        or _BEFOREHAND.search(found.group().replace("no final", "").replace("no fim", ""))
    ):
        return None
    return reading.words_of(found.start(), found.end())
