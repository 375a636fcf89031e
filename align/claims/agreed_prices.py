"""How a sum that the client named is agreed to, where no plain yes is said.

"I can live with that", "that's the right number", "you wrote 55 and that's exactly it": the
words take up the sum itself, so they carry the client's price and nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Stance
from align.claims.client_requests import as_bids
from align.claims.taken_bids import taking_bid
from align.records import changed

if TYPE_CHECKING:
    from align.claims.claim import Money
    from align.claims.utterance import Utterance
    from align.reading import Reading

_SUM: Final = (
    r"(?:(?:that|this|it|your|the) )?(?:price|offer|number|figure|amount|rate|budget|sum|quote|bid|deal)"
)
_IT: Final = rf"(?:that|this|it|those|{_SUM})"
_DOES_SO: Final = (
    r"(?:(?:you|we)(?: can| could|'ll)? (?:come|pay|book|bring|take|do|make|keep|promise|send|give|leave"
    r"|stay|host|travel|meet|go|get|pick|collect|tell|ask|don't)"
    r"|(?:it's|it is) (?:cash|paid|before|after|on|at|today|tomorrow|tonight|this|next|just"
    r"|a (?:quick|short|one)|\w+day))"
)
"""A condition that can be met: "only if you come before noon", unlike "only if you were my mother"."""
_OPENERS: Final = (
    r"(?:(?:well|ara|arrah|och|ach|ah|oh|sure look|look|right|alright|ok|okay|hmm|fair enough|fair play"
    r"|yes|yep|yeah|i understand|i hear you)(?: [,.!—])? )*"
    r"(?:(?:i|we) (?:suppose|guess|think|reckon)(?: (?:so|that))?(?: ,)? )?"
)
_CLOSERS: Final = (
    r"(?: (?:so|then|lah|yeah|yes|no problem|for (?:me|you|us)|thanks|sir|ma|love|hun|o))*(?= (?:[,.!;—]"
    r"|and|see|plus|but|if you|as long as|since|because)|$)"
)
_AGREES: Final = re.compile(
    rf"{_OPENERS}(?P<said>"
    r"(?:i|we|i'd|we'd|i'll|we'll)(?: (?:can|could|will|would|might))?(?: (?:just about|probably"
    r"|definitely|happily|gladly))? (?:live with|take|accept|go (?:along )?with"
    r"|work (?:with|within|to|around)|settle (?:for|on)|hono?ur|match|stretch to|meet you (?:at|on)"
    rf"|agree (?:to|on)|shake on|manage(?: with)?|do) {_IT}(?: (?:price|one|much|too|then|for you"
    r"|like that|just this once|this (?:time|once)))*"
    r"|(?:i|we|i'd|we'd|i'll|we'll)(?: (?:can|could|will|would))?"
    rf" (?:do|come|play|teach|cover|fit|take)(?: \w+){{1,3}} (?:for|at) {_IT}"
    rf"|(?:only if|as long as|so long as|provided) {_DOES_SO}\b[^.!?]*"
    rf"|if {_DOES_SO}\b[^.!?,]{{0,16}}(?= ?[.!]|$)|(?:just |only )?for (?:today|now)(?: only)?"
    r"|(?:you've |you have |consider (?:it|my arm) )?twisted(?: my arm)?|arm twisted"
    r"|i'd take your hand off|(?:i|we) (?:suppose|guess) (?:i|we) (?:can|could)"
    rf"|(?:{_SUM} )?(?:accepted|agreed|taken)"
    rf"|(?:i'm |we're )?happy to (?:work (?:with|within|to)|take|accept|do it for) {_IT}"
    rf"|{_SUM}(?: is| 's)?(?: (?:absolutely|totally|perfectly|completely|just))?"
    r" (?:works|fine|ok|okay|good|grand|perfect|acceptable|agreed|fair|right|correct"
    r"|sounds (?:fair|fine|good|right))(?: (?:by|for|with) me)?"
    r"|(?:that's|that is|it's|it is|that'd be|that|yes|exactly|precisely"
    r"|indeed)(?: [,.!])?(?: (?:exactly|just|precisely|still|indeed))?"
    r" (?:it|that|so|the (?:(?:right|correct|exact) (?:number|price|figure|amount|rate|one|sum)|one"
    r"|deal)|about right|bang on|dead on|dead right|exact)"
    r"|(?:same )?as (?:usual|always|ever|before|last time)(?= [.!]? ?\Z|\Z)"
    r"|(?:exactly|precisely|indeed|bang on|dead on|dead right|you (?:have|got|'ve got) (?:it|that) right"
    r"|you (?:got|have) (?:it|that)|still right|still correct|still the (?:price|rate)"
    r"|(?:it|that)? ?still is|not wrong|you're (?:right|not wrong|dead right))"
    r"|(?:that's |it's |for you (?:, )?)?(?:possible|doable|workable|acceptable|affordable)"
    rf"){_CLOSERS}"
)
_CONFIRMS: Final = re.compile(
    rf"{_OPENERS}(?P<said>"
    r"(?:that's|that is|it's|it is|that'd be|that|yes|exactly|precisely"
    r"|indeed)(?: [,.!])?(?: (?:exactly|just|precisely|still|indeed))?"
    r" (?:what (?:it is|it comes to|i (?:charge|ask|take))"
    r"|the (?:current |going )?(?:number|price|figure|amount|rate|sum))"
    r"|(?:the |my )?(?:sign|list|site|website|page|ad|menu|board|flyer)(?: is|'s| 's)"
    r" (?:\w+ )?(?:right|correct|current)|(?:all|still|just|exactly) the same"
    r"|(?:it|that|the price) (?:hasn't|has not) (?:gone up|moved|budged)(?: (?:, )?no)?"
    r"|(?:same )?as (?:usual|always|ever|before|last time)"
    rf"){_CLOSERS}"
)
"""A price that is confirmed where the client asks whether it is so, and held firm where a lower one is bid."""
_ASKS_IF_SO: Final = re.compile(
    r"\b(?:right|correct|true|still|same|usual|usually|always|confirm|says?|said|saw|seen|read|told"
    r"|heard|listed|sign|site|website|page|ad|menu|board|flyer|list|online|quoted|pays|paid|charged?"
    r"|last time)\b"
    r"|\b(?:is|was|isn't|wasn't|so|it's) (?:it|that|this|the|your"
    r"|an?)\b(?! (?:ok|okay|fine|possible|doable|enough|good|alright)\b)[^.!?]{0,120}(?:\?|\Z)"
)
"""The client asks whether a sum is the price, or tells where it was seen."""
_BIDS: Final = re.compile(
    r"\b(?:(?:can|could|would|will|might) (?:you|u|ya|ye|we|i)(?! (?:confirm|check|tell|remind|say)\b)"
    r"|budget|afford|spend|any chance|(?:i|we) only have)\b"
)
"""The client asks for a sum: "your page says 180, could you do 120?" is no question about the price."""
_OTHERWISE: Final = re.compile(
    r"\b(?:but(?! (?:only |just )?(?:this (?:once|time)|for (?:you|today)|don't tell)\b)"
    r"|if(?! you (?:don't tell|promise|pay|book|come|bring|keep)\b)"
    r"|only(?! (?:this (?:once|time)|for (?:you|today))\b)|except|though|although|however|instead|not"
    r"|don't(?! (?:tell|be late|forget|worry)\b)|can't|won't|couldn't|never|no longer|last year|used to"
    r"|wish|sorry|afraid|unfortunately)\b"
)
_BEHIND_QUOTE: Final = re.compile(r"[\"”] (?:, )?(?:and|which|so|yes|yep|yeah) ?(?:,|indeed )?")


def agreed_price(reading: Reading, start: int, inbound: Reading) -> tuple[int, int] | None:
    """Return the words from `start` of the line on, or behind a quotation, that agree to a sum."""
    line = reading.line
    starts = [start, *[m.end() for m in _BEHIND_QUOTE.finditer(line, start)][-1:]]
    asked = _ASKS_IF_SO.search(inbound.line) is not None and _BIDS.search(inbound.line) is None
    for at in starts:
        begin = at + (line[at : at + 1] == " ")
        match = _AGREES.match(line, begin) or (_CONFIRMS.match(line, begin) if asked else None)
        if match is not None and _OTHERWISE.search(line, match.end()) is None:
            return reading.words_of(*match.span("said"))
        taken = None if asked else taking_bid(line, begin, inbound.line)
        if taken is not None:
            return reading.words_of(*taken)
    return None


def open_sums(u: Utterance, inbound: Utterance, phrase: tuple[int, int]) -> list[Money]:
    """Return the client's sums that the draft names no other for; one that is told is confirmed alone."""
    own = {m.of for m in u.money if m.of is not PriceOf.OTHER and m.stance is not Stance.QUOTED}
    if not own <= _BESIDE_A_PRICE or (
        _HAS_RISEN.search(u.reading.line) is not None and _STAYS.search(u.reading.line) is None
    ):
        return []
    confirmed = _CONFIRMED.search(u.reading.line[slice(*_span(u.reading, *phrase))]) is not None
    asked = (
        _SAID_SO.search(u.reading.line) is not None
        or inbound.reading.words[-1] == "?"
        or _TOLD_RIGHT.search(inbound.reading.line) is not None
    )
    still = _STILL.search(inbound.reading.line) is not None
    struck = _STRUCK.search(u.reading.line[slice(*_span(u.reading, *phrase))]) is not None
    bids = as_bids(inbound, inbound.money)
    heard = {inbound.reading.words[m.last - 1] for m in bids}
    named = _NAMED.search(u.reading.line)
    if named is not None and named["sum"] not in heard and not _is_start(u, named.start("sum")):
        return []
    said = set(u.reading.words)
    repeated = (
        [m for m in bids if inbound.reading.words[m.last - 1] in said] if len(bids) >= _SEVERAL else bids
    )
    return [
        changed(m, stance=Stance.ASKED)
        if ((confirmed or still) and asked and m.stance is Stance.QUOTED)
        or (struck and m.stance is Stance.HYPOTHETICAL)
        else m
        for m in repeated or bids
        if m.of is not PriceOf.OTHER and m.of not in own
    ]


_SEVERAL: Final = 2
_NAMED: Final = re.compile(
    r", (?:[$£€] ?)?(?P<sum>\d{3,5})(?= ?(?:[.!]|\Z| (?:x+|as always|still|all in|firm)\b))"
)
"""A sum that the draft names by itself behind its yes: "same as last time, 180"."""


def _is_start(u: Utterance, at: int) -> bool:
    first = u.reading.words_of(at, at + 1)[0]
    return any(s.first <= first < s.last for s in u.starts)


def _span(reading: Reading, first: int, last: int) -> tuple[int, int | None]:
    at = reading.line_at
    return at[first], at[last] if last < len(at) else None


_BESIDE_A_PRICE: Final = frozenset((PriceOf.DEPOSIT, PriceOf.TRAVEL))
"""What a draft can state beside a price of the client's that it agrees to."""
_CONFIRMED: Final = re.compile(
    r"\b(?:right|correct|true|spot on|exactly|yes|yep|yeah|yup|aye|it is|indeed|i did|what i said)\b"
)
_HAS_RISEN: Final = re.compile(
    r"\b(?:(?:gone|went|going|goes) up|(?:has|have|'s) (?:risen|changed|increased)"
    r"|(?:it|that|the (?:hour|price|rate)) (?:was|used to be)"
    r" [^.!?]{0,20}(?:last|back|before|until|till|then|in (?:20\d\d|\w+)|a (?:year|while) ago"
    r"|years ago)\b)"
)
_STAYS: Final = re.compile(
    r"\b(?:still|same|nothing|for you|but|once|deal|hono?u?r|not (?:gone|going)|hasn't|haven't|won't)\b"
)
"""A price of the past is told beside the present one: "yes it was 160 last year, 180 now"."""
_STRUCK: Final = re.compile(
    r"\b(?:deal|done|you're on|sold|agreed|go on|booked|see you|works|suits|you win|it's yours|happy with)\b"
)
"""Settles a price that the client only thinks of: "I'd book if it was 140", "deal"."""
_TOLD_RIGHT: Final = re.compile(r"\b(?:right|correct|true|still|is (?:that|it) (?:so|the case))\b")
_STILL: Final = re.compile(r"\b(?:still|same|hono?u?r|stick to|match)\b")
"""The client asks for a sum that they were told of."""
_SAID_SO: Final = re.compile(r"\b(?:that's (?:right|correct|what i said)|i did(?= ?[,.!]|$)|spot on|exactly)")
"""The draft confirms what the client was told, which asks nothing: "you quoted me 140"."""
