"""Answers that repeat a word of the client's question: "do the walks start again?", "they do"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_THAT_IS_ME: Final = re.compile(
    r"(?:you're (?:talking|speaking|texting|looking) (?:to|at)"
    r" (?:her|him|me|them|one|the right (?:one|person))|look no further"
    r"|(?:that|this)(?:'d| would|'ll| will)? be (?:me|us|yours truly)|that's me"
    r"|you(?:'ve| have)?(?: just)? found (?:her|him|me|us|one|them)"
    r"|i'm (?:your|the) (?:\w+ )?(?:man|woman|girl|guy|lady|person|one)"
    r"|(?:you've |you )?come to the right (?:place|person|man|woman)|yours truly|right here|me"
    r"|i do that myself|(?:she|he|they|you|it|that|your \w+)(?: ?'s|'re| is| are| was| were)"
    r" (?:absolutely |quite |dead |all |very )*(?:right|correct|true|spot on)"
    r"|(?:she|he|they|your \w+) (?:told|heard|said)(?: you)? (?:right|true|correctly|the truth)"
    r"|(?:you )?heard (?:right|correctly)|true|guilty(?: as charged)?"
    r"|(?:i |we )?(?:still|always) (?:do|am|can|have|offer|are)"
    r"|(?:i|we) (?:do|am|can|have) still)(?= [.,!—]|$)"
)
"""An answer to "do you know anyone who does X?" that names the professional."""
_ECHO: Final = re.compile(
    r"(?:(?:yes|yep|yeah|oh|ah|ha|well|indeed)(?: (?:,|!|\.))? )?(?P<echo>(?:it|they|he|she|that|there|i"
    r"|we|you|u|those|these|this) (?P<verb>do|does|is|are|am|can|could|will|would|has|have|may)"
    r"(?: (?:both|all|them all|all (?:of (?:them|it|those|that)|three|four|five)))?(?: (?:indeed|still"
    r"|surely|of course|certainly|always|definitely|too|absolutely|yeah|yes|all right|alright))*"
    r"|(?:all (?:of (?:them|it|those|that|the above)|three|four|five|the above)"
    r"|both(?: of (?:them|those|these))?|the lot|the whole lot"
    r"|every one of (?:them|those)))(?= (?:[.,!—;]|$|for (?:you|ya|u)\b)|$)"
)
"""A verb that stands for the client's question, or a number that takes all that it lists."""
_ECHOED_WORD: Final = re.compile(
    r"(?:(?:yes|yep|yeah) )?(?:still )?(?:(?:it|that|this|they|those|these|all of (?:it|them|that)"
    r"|both)(?: ?'s|'re| is| are) (?:(?:also|always|all|definitely|totally|both) )*)?(?P<word>possible"
    r"|available|free|doable|included|allowed|offered|got|have|do|still on|still got"
    r"|still have)(?: (?:yes|lah|leh|indeed|of course|for sure|always|also|one))?(?= [.,!]|$)"
)
_DOES_IT: Final = re.compile(
    r"(?:i|we)(?:'ll|'d| can| could| will| would)(?: (?:certainly|definitely|happily|gladly|easily|always))?"
    r" (?P<done>[a-z]+) (?:it|them|that|those|him|her)(?= [.,!—]|$| (?:for you|in|on|at|too|while|when|then)\b)"
)
"""The verb of the request, of what stands for its object: "could you tint the windows?", "I can tint them"."""
_SAME_VERB: Final = {
    "am": "are",
    "is": r"is|(?:it|that|there|this|he|she)'s",
    "has": "have|has",
    "have": "have|has|got",
    "may": "may|can|could",
    "can": "can|could",
    "could": "can|could",
    "would": "would|could",
    "will": "will|would|can",
}


def confirming_phrase(reading: Reading, start: int) -> tuple[int, int] | None:
    """Return the words at `start` of the line that confirm what the client has heard, else None."""
    match = _THAT_IS_ME.match(reading.line, start)
    return None if match is None else reading.words_of(match.start(), match.end())


def echoed_answer(reading: Reading, start: int, asking: Reading) -> tuple[tuple[int, int], list[bool]] | None:
    """Return the words that answer at `start` of the line, and which words of `asking` they answer."""
    match = _ECHO.match(reading.line, start)
    alone = _ECHOED_WORD.match(reading.line, start) if match is None else None
    done = None if match or alone else _DOES_IT.match(reading.line, start)
    if match is not None:
        said, echo = match["verb"], match.span("echo")
        verb = re.compile(rf"\b(?:{_SAME_VERB.get(said, said)})\b") if said else _LISTED
    elif alone is not None:
        word = alone["word"].split()[-1]
        verb, echo = _TIME_FREE if word == "free" else re.compile(rf"\b{word}\b"), alone.span()
    elif done is not None:
        verb, echo = re.compile(rf"\byou {done['done']}\b"), done.span()
    else:
        return None
    line, at = asking.line, asking.line_at
    asked = [False] * len(asking)
    begin = 0
    while begin < len(asking):
        _, end = asking.sentence(begin)
        if verb.search(line, at[begin], at[end] if end < len(at) else len(line)):
            asked[begin:end] = [True] * (end - begin)
        begin = end
    return reading.words_of(*echo), asked


_TIME_FREE: Final = re.compile(
    r"(?:\d|[ap]m|o'clock|noon|today|tonight|tomorrow|that|it|you|u|slot|spot|time|anything|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:still|also))? free\b"
)
"""What may be free for an appointment: an hour, a slot, the professional."""
_LISTED: Final = re.compile(r"(?:\b(?:or|and|which)|,) ")
"""What joins the things of a list."""
