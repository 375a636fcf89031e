"""Phrases of the spec that the client has already, or has from somebody else: "tell your dance partner", "his X are packed".

Whose it is shows in what the client wrote of it ("my sister takes X with Marco", "there's only that old X") and in
the possessor that the draft gives it; or in where the client is wished joy of it ("enjoy your X at the spa").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.reading.stems import stem

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_REACH: Final = 14
_HEARD: Final = 24
"""Of how many of the client's phrases it is asked whether they are the same."""
"""Words around a phrase, in the client's message or the draft, that are looked at."""
_KIN: Final = (
    r"(?:(?:my|our) (?:[\w'-]+ ){0,2}?(?:sister|brother|mum|mom|mam|mother|dad|father|son|daughter|wife|husband|partner"
    r"|girlfriend|boyfriend|fianc[eé]e?|friend|mate|cousin|boss|colleague|neighbou?r|nephew|niece|aunt|uncle|gran|kids?"
    r"|ex|flatmate|roommate|coach|teacher|therapist)(?: [\w-]+)?)"
)
_WHO: Final = rf"(?:{_KIN}(?: and i)?|i|we|she|he|they|there)"
_DOES: Final = (
    r"(?:(?: am| is| are| was| were|'m|'s|'re|'ve| have| has| had)?"
    r"(?: (?:just|already|still|also|only|now|been|always|usually|currently|actually))*"
    r" (?:takes?|taking|took|does|do|doing|did|has|have|had|got|getting|gets|goes to|going to|went to|started|starts"
    r"|runs|teaches|teaching|gives|giving|booked|loves|keeps|uses|on|in)"
    r"|'ve|'s| is| are)"
)
_LOOKS: Final = r"(?:old|big|little|nice|solid|wooden|oak|pine|antique|vintage)"
"""How a thing in a room looks, which nobody books."""
_LEADING: Final = (
    r"(?: (?:me|myself|us|her|his|their|my|our|a|an|the|that|this|those|some|only|just|in for|for|already|up|new|great"
    rf"|{_LOOKS}|couple of|few|lot of|[\w-]+ and an?|\w+'s))*"
)
_HAS_IT: Final = re.compile(rf"(?:^|[^\w'-]|\b(?:and|but|so|as|because|that) ){_WHO}{_DOES}{_LEADING} $")
_ELLIPTIC: Final = re.compile(
    r"(?:^|[.,!?;\n] )(?:just |already )?(?:got|getting|having|have|booked|taking|doing)"
    r"(?: (?:myself|me|us))?(?: (?:a|an|the|my|in for an?|some))?(?: \w+)? $"
)
_MINE: Final = re.compile(
    r"\b(?:my|our)(?: (?:usual|regular|old|ex|current|new|own|last|first|first ever|poor|big))* $"
)
_FORMER: Final = re.compile(r"\b(?:my|our) (?:usual|regular|old|ex|current)(?: -)? $")
_ASKS: Final = re.compile(
    r"\b(?:can|could|would|will|want|wants|wanna|need|needs|looking|hoping|hope|keen|after|fancy|wish|wishes|like to|love to"
    r"|thinking|interested|book me|do you|are you|you|u|maybe|get(?! (?:mine|it))|if|for)\b"
)
"""Before a phrase in the client's message: it is asked for, or only wished for."""
_FROM_US: Final = re.compile(r"[^.!?]{0,40}\b(?:with|from|by|at) (?:you|u|yours?|ur)\b|[^.!?]{0,60}\?")
_ELSEWHERE: Final = re.compile(
    r"(?:[\w'-]+ ){0,3}?(?:with (?!you\b|u\b|me\b|us\b)[\w'-]+|at (?!yours?\b|ur\b|\d|the (?:moment|weekend|same))[\w'-]+"
    r"|in (?!your\b|the (?:morning|evening|afternoon)|\w+ (?:weeks|days)|an hour)(?!january|february|march|april|may|june"
    r"|july|august|september|october|november|december)[\w'-]+|from (?!you\b)[\w'-]+)\b"
)
"""Behind a phrase in the client's message: who else gives it, or where."""
_GOES_TO: Final = re.compile(
    r"\b(?:teaches|runs|goes to|going to|went to|ex|old|usual|regular)(?: [\w'-]+){0,2} $"
)
_PEOPLE: Final = frozenset(
    "partner partners coach model guide assistant teacher dancer companion singer host hostess tutor trainer guard sitter"
    " driver".split()
)
"""Phrases that end so name somebody, whom the client can have already."""

_POSSESSED: Final = re.compile(
    r"\b(?:his|her|their|your|that|those|this|the|[\w-]+?(?:'s|s'))"
    rf"(?: (?:usual|regular|ex|poor|lovely|own|former|last|{_LOOKS}|[\w-]+'s))* $"
)
_THE_ONE: Final = re.compile(r"\b(?:the|this|that|those)(?: \w+)? $")
_RECALLS: Final = re.compile(r"(?:[\w'-]+ )?(?:sounds?|sounded|was|were|must|did|at|from|with|in)\b")
"""Behind a phrase: the one that the client has told of."""
_PAST: Final = frozenset("had did went took".split())
_SHORTLY: Final = 4
_CALLED: Final = re.compile(r"(?:^|[.!?] )(?:oh |aw |ah )?(?:what an? )?(?:lucky|poor|sweet|brave|clever) $")
_PUT_ON: Final = re.compile(
    r"\b(?:set|put|lay|place|leave|hang|rest|stand|sit|drop|keep|store|stack|slide|tape|stick|pin|take|lift|move)(?: [\w'-]+){0,5}?"
    r" (?:on|on top of|onto|top of|against|under|beside|behind|next to|from|off|inside|in|over|near|by|along)"
    r" (?:the|your|that|this)(?: [\w'-]+)? $"
)
"""Before a thing: what is put at it does not offer it, "set the plates on top of the X"."""
_AN: Final = re.compile(rf"(?:^|[,;:—] |\b(?:and|but|so|because|then|,) )an?(?: {_LOOKS})* $")
_STANDS: Final = re.compile(
    r"(?:against|under|beside|by|in|along|near|behind|with) (?:the|your|a|its|those|that)"
    r" (?!(?:session|price|package|hour|booking)\b)[\w'-]+"
)
_OURS: Final = re.compile(
    r"\b(?:i|we)(?:'ll|'d|'m|'ve|'re)?\b(?! (?:hear|heard|bet|know|knew|guess|think|see|saw|hope|imagine|remember|am sure|reckon"
    r"|understand|gather|love (?:that|how)|like (?:that|how)|need|want|had|told|wish)\b)"
    r"|\blet(?:'s| me| us)\b|\b(?:my|our)(?: \w+)? $"
)
_BY_US: Final = re.compile(
    r"(?:(?:session|treatment|lesson|class|appointment)s? )?(?:(?:would|could|might) suit|costs?|takes (?:an?|one|two|about|\d+|\w+ (?:hours?|minutes?))"
    r"|(?:is|are|'s) (?:an? (?:lovely|great|good|nice) (?:idea|choice|option)|[$£€]? ?\d+))\b"
    r"|[^.!?;,]{0,20}\b(?:we|you get|you'll get|there's)\b|works? (?:up|the|on|for|from|best)\b"
    r"|[^.!?;,]{0,30}(?<!good)(?<!great)(?<!best)(?<!better)(?<!right) for you\b"
    r"|[^.!?;,]{0,60}\b(?:(?:with|from|by|for|be|is|'s) (?:me|us)|at (?:my|our|mine|ours)|in (?:my|our)|that's (?:me|us)|here"
    r"|included|available|free|on (?:me|us|the house|offer|the menu)|(?:my|our) (?:treat|gift|thing)|part of|comes? with"
    r"|(?:i|we)(?:'ll|'d| can| could| will| would| also| always)? (?:do|give|offer|run|teach|serve|make|bring|cook|hold|sell|host))\b"
    r"|[^.!?;]{0,60}, (?:and |so )?(?:i|we)(?:'ll|'d| can| could| will)"
    r" (?:bring|do (?:it|that|one)|serve|cook|give|teach|run|host|come|be there)\b"
    r"|(?: ?,)? (?:me|us|myself)\b(?= ?[.!,]|$)|, (?:me|us)\b"
    r"|for (?:\d+|twenty|thirty|forty|fifty|all|everyone|everybody|the whole|your (?:guests|party|friends))\b"
    r"|(?:(?:will|would|'ll|could|can) )?(?:have|includes?|has) (?:an?|one|two|three|four|five|some|the|\d+|plenty)\b"
    r"|(?:will|would|'ll|could|can) (?:include|feed|start|begin|run|be (?:served|ready|set|laid|on|at|in|held|waiting))"
    r"|(?:is|are|'s|starts?|begins?|runs?)"
    r" (?:(?:now|all|right|still|always|only|any|every) )*(?:ready|booked|waiting|set up|confirmed|in the (?:diary|book)|on|at|from"
    r"|today|tonight|tomorrow|evening|night|texting|writing|\w+days?)\b"
)
"""Behind a phrase: the professional gives it after all, or it is booked."""
_AS_OURS: Final = re.compile(
    r"\b(?:found|meet|here's|i'm|i am|be|become|as|you're looking at|that's|it's|this is|need|want) (?:your|the|a|an|that)"
    r"(?: [\w'-]+)? $"
)
_WISHED: Final = re.compile(
    r"(?:^|[.,!?;:\n—-] |\b(?:and|then|so|please|just) )(?:do )?(?:enjoy|savou?r|relax (?:and enjoy|at|in|into)"
    r"|make the most of|soak up|treasure|love|have (?:a|an) (?:great|lovely|good|wonderful|nice|blissful)|go (?:and )?(?:get|have|to|for|enjoy)"
    r"|get (?:yourself )?to|run to|off to|treat yourself to)(?: (?:your|the|that|every (?:minute|second) of (?:your|the|that)|an?))?(?: [\w'-]+)? $"
)
_THEIR_HOUSE: Final = re.compile(
    r"(?:treatment |session |appointment )?(?:(?:at|in|by|from) (?:the|your|that|their|a)(?: [\w'-]+){0,2}? (?:spa|hotel|resort|gym|club"
    r"|centre|center|hammam|baths?|sauna|airport|lounge|parlou?r|retreat|ship|cruise)\b|at (?:the )?[\w'-]+ spa\b"
    r"|from the (?:therapist|guy|lady|girl) (?:there|at)|there\b)(?! (?:with|for) (?:me|us)\b)"
)
_ON_A_DAY: Final = re.compile(
    r"(?: (?!(?:and|but|so|before|by)\b)[\w'-]+){0,5}? (?:(?:on|this|next|for|until|till|be) \w+days?|tomorrow|tonight)\b"
)
_OF_OURS: Final = re.compile(
    r"\b(?:i(?! see\b)|i'm|i'll(?! see\b)|i've|we(?! see\b)|we'll(?! see\b)|my|our|me|us|book(?:ed)?|(?:before|after) your)\b"
)
"""Behind what the client is wished joy of: it is ours, "enjoy a X at the spa when I'm done with you"."""
_HAVING: Final = re.compile(
    r"\b(?:if|when|as|since|where|unless) (?:you(?:'ve| have|'d have| own| do have)(?: got)?|there(?:'s| is))"
    r" (?:an?|any|some)(?: [\w-]+)? $"
)
_AT_HAND: Final = re.compile(
    r"(?:,? ?or (?:an?|some|any) [\w-]+|in (?:the|your) (?:dining|living|sitting|kitchen|hall|house|home|corner|front)"
    r"|at home|to hand|handy|somewhere|against|by the (?:wall|window))\b(?! with (?:me|us)\b)"
)


def is_anothers_own(u: Utterance, first: int, last: int, before: str, *, is_service: bool) -> bool:
    """True for a phrase on the words `[first, last)` that the client has already, or has elsewhere.

    `before` is the line from where its clause begins; a service may be ours all the more, so that it takes more.
    """
    heard = u.inbound is not None and bool(u.inbound.offers)
    if is_service and not heard:
        return False
    reading = u.reading
    line, at = reading.line, reading.line_at
    stop = at[last] if last < len(reading) else len(line)
    if _BY_US.match(line, stop) or _AS_OURS.search(before):
        return False
    if _is_dealt_with(u, first, last):
        return False
    if not is_service and _OURS.search(before) is None:
        wished = _WISHED.search(before) is not None and _THEIR_HOUSE.match(line, stop) is not None
        if wished and _OF_OURS.search(line, stop, _stop(u, last)) is None:
            return True
        if _HAVING.search(before) and _AT_HAND.match(line, stop):
            return True
    if u.inbound is None or not u.inbound.offers:
        return False
    if not _is_spoken_of(line, before, stop, is_service=is_service):
        return False
    remembered = _THE_ONE.search(before) is not None and _RECALLS.match(line, stop) is None
    return any(
        _is_had(u.inbound.reading, o.first, o.last, is_service=is_service)
        and not (remembered and _is_over(u.inbound.reading, o.first))
        for o in u.inbound.offers[:_HEARD]
        if (o.list == "services") is is_service
        and _shares(reading, (first, last), u.inbound.reading, (o.first, o.last))
    )


def _is_dealt_with(u: Utterance, first: int, last: int) -> bool:
    """True where the sentence sets an hour or names a price, or right behind the phrase stands a day of ours."""
    begin, end = u.reading.sentence(first)
    begin, end = max(begin, first - _REACH), min(end, last + _REACH)
    hours, sums = claims_between(u.starts, begin, end), claims_between(u.money, begin, end)
    if hours or sums:
        return True
    line, at = u.reading.line, u.reading.line_at
    return _ON_A_DAY.match(line, at[last] - 1 if last < len(at) else len(line)) is not None


def _stop(u: Utterance, last: int) -> int:
    """Return where the sentence of the word before `last` ends in the line, or the part of it that is looked at."""
    _, end = u.reading.sentence(last - 1)
    end = min(end, last + _REACH)
    return u.reading.line_at[end] if end < len(u.reading) else len(u.reading.line)


def _is_spoken_of(line: str, before: str, stop: int, *, is_service: bool) -> bool:
    """True for a phrase that the draft takes for known, and does not say to do itself."""
    if _PUT_ON.search(before) and not is_service:
        return True
    if _OURS.search(before):
        return False
    if _POSSESSED.search(before) or _CALLED.search(before):
        return True
    return _AN.search(before) is not None and _STANDS.match(line, stop) is not None


def _is_had(reading: Reading, first: int, last: int, *, is_service: bool) -> bool:
    """True where the client has what the words `[first, last)` of the message name, and does not ask for it."""
    line, at = reading.line, reading.line_at
    begin, _ = reading.sentence(first)
    stop = at[last] if last < len(reading) else len(line)
    before = line[at[max(begin, first - _REACH)] : at[first]]
    if _FROM_US.match(line, stop):
        return False
    mine = _MINE.search(before)
    if _ASKS.search(before[: mine.start()] if mine else before):
        return False
    person = reading.words[last - 1] in _PEOPLE
    if mine is not None:
        return person or not is_service or _FORMER.search(before) is not None
    if _HAS_IT.search(before) is None and _ELLIPTIC.search(before) is None:
        return False
    return (
        person
        or not is_service
        or _ELSEWHERE.match(line, stop) is not None
        or _GOES_TO.search(before) is not None
    )


def _is_over(reading: Reading, first: int) -> bool:
    """True for what the client had once: "we did X in Tampa"; a "the X" of the draft's may be another."""
    begin, _ = reading.sentence(first)
    words = reading.words[max(begin, first - _SHORTLY) : first]
    return not _PAST.isdisjoint(words)


def _shares(reading: Reading, span: tuple[int, int], other: Reading, heard: tuple[int, int]) -> bool:
    said = {stem(word) for word in reading.words[slice(*span)]}
    return not said.isdisjoint(map(stem, other.words[slice(*heard)]))
