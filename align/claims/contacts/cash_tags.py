"""Cash App's names: "$anacuts" is one wherever it stands, "$ana" where Cash App is spoken of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.contacts.labelled_handles import is_handle_name
from align.claims.heard import once_a_message

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_SERVICE: Final = frozenset(("cashapp", "cashtag"))
_STANDS_FOR_IT: Final = frozenset(
    "name cashtag amount price rate sum deposit balance total tag handle".split()
)
"""What stands in for a name or a sum still to be filled in: "$amount on Cash App"."""
_UNWRITTEN_SUM: Final = re.compile(r"(?:x+|(?:us|au|nz|ca|hk|sg)d?\d*)\Z")


def is_cash_tag(u: Utterance, first: int, tag: str) -> bool:
    """Tell whether "$name", which opens at word `first`, is whom money goes to: no sum, and no word."""
    name = tag.removeprefix("$")
    if u.reading.words[first] != "$" or _UNWRITTEN_SUM.match(name):
        return False  # "$tudio" is read as a word, "$xx" and "$usd" stand for a sum
    if is_handle_name(name, plain=False):
        return True
    if name in _STANDS_FOR_IT:
        return False
    return _names_service(u) or (u.inbound is not None and _names_service(u.inbound))


@once_a_message
def _names_service(u: Utterance) -> bool:
    return not _SERVICE.isdisjoint(u.said) or "cash app" in u.reading.line
