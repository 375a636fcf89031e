"""What a client asks for in ways that only a client has: "at mine?", "do it for 700", "do you see kids in Jakarta?".

The rooms read a message from the professional's side, where the same words say less: "we do
it for 700" may be anybody's price. They are looked at only where a draft agrees.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import ChannelClaim, DurationOf, ModeClaim, PriceOf, Stance
from align.claims.money.client_bids import TOLD
from align.claims.places.mode_places import place_modes
from align.records import changed

if TYPE_CHECKING:
    from align.claims.claim import Duration, Mode, Money, PlaceClaim
    from align.claims.utterance import Utterance
    from align.reading import Reading

_HOME: Final = (
    r"(?:(?:my|our|his|her|their|the) (?:\w+ )?(?:place|house|flat|home|apartment|office|hotel|villa"
    r"|airbnb|condo|venue|unit|crib|yard)|mine|ours)"
)
_OWN_HOME: Final = (
    r"(?:(?:my|our|his|her|their) (?:\w+ )?(?:place|house|flat|home|apartment|office|hotel|villa|airbnb"
    r"|condo|venue|unit|crib|yard)|the (?:hotel|villa|airbnb|venue)|mine|ours)"
)
"""Where no professional works: "the house" may be anybody's."""
_YOU: Final = r"(?:you|u|ya|ye|sir|ma'am|ma|madam|miss|teacher|someone|somebody|anyone)"
_COMING: Final = re.compile(
    rf"\b(?:can|could|will|would|do|does|might) {_YOU}(?: (?!not\b|n't\b)\w+){{0,3}}?"
    r" (?:come|travel|visit|drive|pop|go|head|swing|make it)"
    r"(?: (?:over|out|round|up|down|by|all the way))*(?: home\b| there\b(?! before)"
    r"| to (?:me|us|mine|ours|my|our|the (?:house|hotel|office|flat|venue|villa|apartment)|clients?"
    r"|people|homes?|houses?)\b)"
    r"|\b(?:are|r) (?:you|u|ya|ye) (?:\w+ )?mobile\b(?! (?:after|since|again|now|enough|without|yet"
    r"|with)\b)|\bdo (?:you|u|ya|ye) (?:do )?visits?(?: at all)? \?"
    r"|\bsomeone (?:who|that) (?:comes|travels|visits)\b"
    r"|(?:\A|[.!?,] )(?:(?:and|or|so|hi|hey|ok|is)(?: ,)? )*(?:it |that )?(?:possible |ok |okay "
    rf"|fine )?(?:at |in |to )?{_OWN_HOME}(?: (?:ok|okay|possible|fine|instead|then|please|pls|works?))* \?"
    r"|\b(?:do|have|hold|run|make)(?: (?:it|that|this|one|the \w+|my \w+|her \w+|his \w+|a \w+))?"
    rf" (?:here )?(?:(?:at|in) )?{_OWN_HOME}(?! (?:in|by|before)"
    r" (?:the|your)\b)(?: (?:instead|then|please|ok))* ?\?"
    rf"|\bdo (?:it|this|that) (?:here )?(?:at|in) {_HOME}\b"
)
_WHICH_SIDE: Final = re.compile(
    r"\b(?:(?:mine|my (?:place|house|home)|here) or (?:yours|your (?:place|studio|house|salon))"
    r"|(?:yours|your (?:place|studio|house|salon)) or (?:mine|my (?:place|house|home)|here))\b"
)
_LEFT_TO_THEM: Final = frozenset("either whichever whatever both up".split())
"""First words of an answer that leaves the choice to the client."""
_NOT_ASKED: Final = re.compile(
    r"\b(?:don't|doesn't|can't|won't|not|never|no)\b[^.!?]{0,20}\Z|\b(?:i|we|i'll|we'll|i can|we can) \Z"
)
_BID: Final = re.compile(
    r"(?:\b(?:can|could|may|if|suppose|would) (?:i|we)"
    r" (?:just |only )?(?:pay|give|do|offer|send|say|get(?: (?:it|this|that|one))? for)(?: you| ya)?"
    r"|\b(?:do|take|accept|teach|come|make|give|play|cut|reduce"
    r"|adjust)(?: (?:it|this|that|me|us|him|her|(?:the|an|my|a) \w+|\w+day))? (?:for|to|at|down to)"
    r"|\b(?:please|pls|kindly)(?: \w+){0,3} (?:for|at|to)"
    r"|\b(?:way|chance) (?:you'd|you would|you could|you'll) do)"
    r"(?: (?:just|only|say|like))? (?:[$£€] ?|rs \. |rs |chf )?\Z"
)
_ASIDE: Final = re.compile(
    r"(?:quid |pounds |dollars |bucks |euros? )?(?:(?:as )?(?:a )?tip\b"
    r"|for (?:the |your |my |a |some )?(?:parking|cab|taxi|uber|petrol|gas|fuel|bus|train|tolls?|charity"
    r"|raffle|flowers|food|drinks?|cake|lunch|coffee|materials?|tickets?)\b"
    r"|to (?:the|my|her|his|a|an) )"
)
"""What is paid besides, or to others: "can I pay $30 for parking?"."""
_PAID: Final = re.compile(
    r"\b(?:(?:i|we|i've|we've|my (?:friend|sister|mum|mom|brother|neighbou?r|cousin|wife|husband|partner"
    r"|mate|colleague)|she|he|they|people|others|everyone)(?: have| only| just| always| usually)?"
    r" (?:paid|pays?|got(?: (?:it|one|hers|his))? for)"
    r"|(?:i|we) owe you|what i owe you is)(?: (?:you|ya|only|just|like|about))* (?:[$£€] ?)?\Z"
)
"""What was paid before, or is due: a price where the client asks for the same."""
_SENT: Final = re.compile(
    r"(?:\A|[.!,] |\b(?:i|i've|ive|we|we've|just|have|ok|hi|and|done) )(?:just |now |already )*(?:sent"
    r"|transferred|paid|zelled|venmoed|paypalled|revolut(?:ed)?|pinged|dropped"
    r"|popped)(?: (?:you|u|ya|over|across|through|the|just|your|it|now)){0,3} (?:[$£€] ?)?\Z"
)
"""What the client has paid already is told, and asks for nothing."""
_SAME: Final = re.compile(
    r"\b(?:same|again|still|hono?u?r|match|(?:what|how) about me|me too|for me|i owe"
    r"|(?:last|first) (?:time|visit|session)[^.!]*(?:right|correct|yes|yeah|so)) ?[^.!]{0,40}\?"
)
_RIVAL: Final = re.compile(
    r"\b(?:my|the|our|another|other) (?:[\w'-]+ ){1,3}?(?:charged?|charges|asks?|asked|quoted|quotes"
    r"|did it for|does it for)(?: (?:me|us))?(?: [$£€])? \Z"
)
_MATCH: Final = re.compile(
    r"\b(?:can|could|would|will) (?:you|u|ye) (?:\w+ )?(?:match|beat"
    r"|do (?:the same|that|it for that|similar))\b"
)
"""The client asks for what somebody else takes: "my last one charged 140, can you match that?"."""
_SHORT: Final = re.compile(
    r"(?:\A|[.!?,] )(?:(?:hi|hey|and|so|or|maybe|please)"
    r" (?:, )?)?(?:(?:just|only|even|a|quick|short|little) ){1,3}\Z"
)
_NOT_LENGTH: Final = re.compile(
    r" ?(?:later|late|early|earlier|away|drive|walk|notice|from|ago|delay|wait|bus|by (?:car|bus|train))\b"
)
_WORK_IN: Final = re.compile(
    r"\b(?:can|could|do|does|will|would|did)(?: also| still| ever)?"
    rf" (?:{_YOU}|we|i|it|she|he)(?: (?!(?:know|recommend|hear|like|love|think|remember|live|have|stay"
    rf"|been|find|miss|suggest|ever been|how|about)\b)[\w'-]+){{1,5}}? (?:in|around) \Z"
)
_CUES: Final = frozenset(
    (
        "yours mobile come comes travel travels visit drive pop mine ours place house flat home apartment "
        "office hotel villa venue ring call phone email whatsapp zoom facetime"
    ).split()
)
_CHANNELS: Final = {
    "call": "phone call",
    "ring": "phone call",
    "phone": "phone call",
    "phone call": "phone call",
    "video call": "video call",
    "zoom call": "zoom",
}
_WAY: Final = (
    r"(?P<way>phone call|video call|zoom call|call|ring|phone|e-?mail|whatsapp|facetime|zoom|skype|telegram)"
)
_NO_TALK: Final = (
    r"(?:round|over|in|by|off|out|a|an|her|him|it|them|my|for|this|that"
    r"|the (?:bell|doorbell|buzzer|ambulance|police|landlord|venue|hotel))"
)
"""What makes a visit, a name or a bell of it: "ok if I call round", "to call her Bella", "if I ring the bell"."""
_WAYS: Final = (
    re.compile(
        r"\b(?:ok|okay|cool|alright|fine|possible|easier|better|mind|handy|quicker) (?:if|to|for me to)"
        rf" (?:(?:i|we) )?(?:just )?{_WAY}\b(?! (?:{_NO_TALK})\b)"
    ),
    re.compile(
        rf"(?:\A|[.!?,] )(?:(?:is|on|via|or|by|and|so) )?(?:a )?(?:quick )?{_WAY}(?: (?:ok|okay|possible"
        r"|fine|better|good|easier|instead|first))+ \?"
    ),
    re.compile(
        r"\b(?:would|could|will|is|might) (?:a|an) (?:quick |short "
        rf"|little )?{_WAY}(?: (?:be|work))?(?: (?:ok|okay|possible|fine|better|good|easier|handy|quicker"
        r"|alright|all right|handier))"
    ),
)
_REACH: Final = 10


def may_ask(inbound: Utterance) -> bool:
    """Tell, cheaply, whether `asked_modes` or `asked_channels` could find anything."""
    return not _CUES.isdisjoint(inbound.reading.words)


def asked_modes(inbound: Utterance) -> list[ModeClaim]:
    """Return the visit to the client that they ask for, where nothing else of theirs says who travels."""
    line = inbound.reading.line
    match = _COMING.search(line)
    if match is None or _NOT_ASKED.search(line, 0, match.start()):
        return []
    first, last = inbound.reading.words_of(*match.span())
    claim = ModeClaim(first=first, last=last, stance=Stance.ASKED, mode="outcall")
    return place_modes(inbound, [claim])


def either_mode(reading: Reading, phrase: tuple[int, int], inbound: Utterance) -> list[ModeClaim]:
    """Return both modes where the client asks which and the draft leaves it to them: "mine or yours?", "either"."""
    match = _WHICH_SIDE.search(inbound.reading.line)
    if match is None or reading.words[phrase[0]] not in _LEFT_TO_THEM:
        return []
    first, last = inbound.reading.words_of(*match.span())
    both: tuple[Mode, ...] = ("outcall", "incall")
    claims = [ModeClaim(first=first, last=last, stance=Stance.ASKED, mode=mode) for mode in both]
    return place_modes(inbound, claims)


def asked_channels(inbound: Utterance) -> list[ChannelClaim]:
    """Return the way to talk that the client asks leave for: "ok if I ring?", "whatsapp ok?"."""
    line = inbound.reading.line
    for pattern in _WAYS:
        match = pattern.search(line)
        if match is not None:
            way = match["way"].replace("e-mail", "email")
            first, last = inbound.reading.words_of(*match.span("way"))
            return [
                ChannelClaim(first=first, last=last, stance=Stance.ASKED, channel=_CHANNELS.get(way, way))
            ]
    return []


def as_bids(inbound: Utterance, sums: list[Money]) -> list[Money]:
    """Return the client's sums, of which those that they ask to pay are prices of the professional."""
    same = _SAME.search(inbound.reading.line) is not None
    matched = _MATCH.search(inbound.reading.line) is not None
    told = not same and "?" not in inbound.reading.words
    return [
        changed(m, of=PriceOf.OTHER)
        if told and m.of is PriceOf.SESSION and _SENT.search(_before(inbound, m.first)) is not None
        else changed(m, of=PriceOf.SESSION)
        if m.of is PriceOf.OTHER
        and _is_bid(_before(inbound, m.first), same=same, matched=matched)
        and _ASIDE.match(_behind(inbound, m.last)) is None
        else m
        for m in sums
    ]


def _is_bid(before: str, *, same: bool, matched: bool) -> bool:
    return (
        _BID.search(before) is not None
        or TOLD.search(before) is not None
        or (same and _PAID.search(before) is not None)
        or (matched and _RIVAL.search(before) is not None)
    )


def as_lengths(inbound: Utterance) -> list[Duration]:
    """Return the client's lengths, of which one that stands by itself is an appointment's: "just half an hour?"."""
    return [
        changed(d, of=DurationOf.APPOINTMENT) if d.of is DurationOf.OTHER and _is_wished(inbound, d) else d
        for d in inbound.durations
    ]


def _is_wished(u: Utterance, length: Duration) -> bool:
    reading = u.reading
    begin, end = reading.sentence(length.first)
    if reading.words[end - 1] != "?" or _SHORT.search(_before(u, length.first)) is None:
        return False
    line, at = reading.line, reading.line_at
    return begin <= length.first and _NOT_LENGTH.match(line, at[length.last] - 1) is None


def asked_places(inbound: Utterance) -> list[PlaceClaim]:
    """Return the places where the client asks the professional to be, or to work."""
    return [
        changed(p, about="professional")
        for p in inbound.places
        if p.about == "professional" or _is_asked_of_us(inbound, p)
    ]


_NOT_THERE: Final = re.compile(r"\bnot (?:in |at |to |near )?(?P<word>[\w'-]+)")


def elsewhere(u: Utterance, asked: list[PlaceClaim]) -> list[PlaceClaim]:
    """Return the places asked for that the draft does not say no to by name: "Austin, not Dallas!"."""
    if not asked:
        return asked
    refused = {match["word"] for match in _NOT_THERE.finditer(u.reading.line)}
    return [p for p in asked if p.name.partition(" ")[0] not in refused]


def _is_asked_of_us(inbound: Utterance, place: PlaceClaim) -> bool:
    """True for a place that is none of the professional's, where the client asks them to work."""
    if place.about == "client" or place.listed or inbound.reading.words[-1:] == []:
        return False
    return _WORK_IN.search(_before(inbound, place.first)) is not None


def _behind(u: Utterance, last: int) -> str:
    line, at = u.reading.line, u.reading.line_at
    return line[at[last] : at[min(len(u.reading), last + _REACH)]] if last < len(u.reading) else ""


def _before(u: Utterance, first: int) -> str:
    line, at = u.reading.line, u.reading.line_at
    return line[at[max(u.reading.sentence(first)[0], first - _REACH)] : at[first]]
