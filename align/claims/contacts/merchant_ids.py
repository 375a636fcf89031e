"""Numbers that money is paid to at a counter or from a phone: "till 522533", "paybill 247247, account 0719"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.utterance import Utterance
    from align.reading import Reading

_KINDS: Final = frozenset("till tills paybill bill goods merchant lipa pochi shortcode".split())
"""The word that says what the number is; a "till" is a preposition too, so it takes more figures than a time."""
_ID: Final = re.compile(
    r"(?<!\bfrom )(?<!n't use )(?<!not use )(?<!never use )"
    r"(?:till|pay ?bill|buy goods|merchant|lipa|pochi(?: la biashara)?|short ?code)"
    r"(?P<named> (?:number|numbers|no|num|nr|namba|code|id|#)(?: \.)?)?"
    r"(?: (?:na|m ?-? ?pesa|mpesa|and|buy goods|pay ?bill|till|number|is|'s|it's|on|to|:|=|-|,|my|the"
    r"|our|new|now"
    r"|has|changed|use|pay|send)){0,12}"
    r" (?P<id>\d(?: ?\d){3,9})(?![\d.:])(?! (?:\d|k|am|pm|hrs|hours|shillings|bob|ksh|kes|/))"
)
_SHORT_ID: Final = 5
_ASKED: Final = re.compile(
    r"\b(?:what's|whats|what is|which|your|ur|the|send|share)\b[^.!?]{0,30}"
    r"\b(?:till|paybill|merchant|buy goods)\b(?! (?:when|what|then|you|we)\b)"
    r"|\A(?:till|paybill|merchant)(?: (?:number|no|num|code|id))?(?: (?:pls|please))? ?(?:\?|\Z)"
)
_ANSWER: Final = re.compile(
    r"(?:(?:hi|hey|sure|yes|sawa|ok|okay|it's|its|it is|that's|use|pay to|number) (?:[,.!] )?)*"
    r"(?P<id>\d{5,8})(?= [.,!(]| ?\Z)"
)


def merchant_ids(reading: Reading, inbound: Utterance | None) -> Iterator[tuple[int, int, str]]:
    """Yield the numbers of tills and bills that a text gives, with their words, and one that answers who asks for it."""
    words = reading.words
    line = reading.line
    if not _KINDS.isdisjoint(words):
        for match in _ID.finditer(line):
            figures = match["id"].replace(" ", "")
            if match["named"] or len(figures) >= _SHORT_ID or not match.group().startswith("till"):
                yield *reading.words_of(match.start("id"), match.end("id")), figures
    elif inbound is not None and not _KINDS.isdisjoint(inbound.reading.words):
        answer = _ANSWER.match(line)
        if answer is not None and _ASKED.search(inbound.reading.line) is not None:
            yield *reading.words_of(answer.start("id"), answer.end("id")), answer["id"]
