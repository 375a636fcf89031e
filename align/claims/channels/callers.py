"""Who is to call the speaker, where it is neither the client nor anybody of theirs: "my sister will ring me"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.talking import is_let_call
from align.data.names import load_given_names

if TYPE_CHECKING:
    from align.reading import Reading

_US: Final = frozenset(("me", "us"))
_KIN: Final = (
    r"(?:my|our) (?:[\w-]+ )?[\w-]+|(?<!your )(?<!ur )(?:mum|mom|mam|dad|gran|nan|granny)"
    r"|(?:he|she|they)(?! said\b)"
)
_OTHERS: Final = (
    r"(?:the|a|an|his|her|their|another|some|other) (?:[\w-]+ )?[\w-]+|clients|people|everyone|folks"
    r"|parents|kids|customers|suppliers|it"
)
_WILL: Final = (
    r"(?:will|'ll|would|'d|might|(?:is|are|was|were|'s|'re)"
    r" (?:just )?(?:going|meant|supposed|due|about|bound|sure) to"
    r"|(?:wants?|wanted|needs?|needed|likes?|loves?|tries|has|have|had|used|tends?|promised?|offered) to"
    r"|keeps? (?:asking|trying|wanting|meaning) to|constantly|never|always|usually|often|sometimes|only ever)"
)
_HABIT: Final = re.compile(r"(?:always|usually|often|sometimes|only ever)\b")
_ON_MATTER: Final = re.compile(
    r" (?:about|during|over|asking|saying|crying|with|in tears|all|out of|to (?:say|tell|ask|thank)|for"
    r"|while)\b"
)
"""What others call about: "clients always call me first" rather says how to book."""
_CAN: Final = r"(?:can|could|may|should)"
_REACHES: Final = (
    r"(?:(?:video |voice )?call|ring|phone|buzz|e-?mail|mail|text|message|msg|dm|facetime|zoom|skype"
    r"|whatsapp|viber|snap|send|give|drop|leave|shoot|ping|get|reach|contact|try"
    r"|(?:write|chat|talk|speak) to)(?:s|es)?"
)
_ADVERB: Final = r"(?: (?:just|also|always|then|probably|definitely|never|all|only|still))?"
_THIRD: Final = re.compile(
    rf"(?<!\S)(?:(?:{_OTHERS})(?: ?'s)? ?{_WILL}|(?:{_KIN})(?: ?'s)? ?(?:{_WILL}|{_CAN})"
    rf"|(?P<name>[^\W\d_]+)(?: ?'s)? ?{_WILL}|(?:i|we)(?:'ve| have)? (?:told|asked|begged|reminded)"
    rf" (?:{_KIN}|{_OTHERS}|them|him|her) to)"
    rf"{_ADVERB} (?P<reach>{_REACHES}) (?:me|us)\b"
    r"|(?<!\S)(?!the (?:best|easiest|quickest|simplest|fastest|only|first|next|other|safest|surest"
    rf"|nicest|thing|way|trick|plan|idea|rule)\b|an? \w+ (?:way|idea|option)\b)(?:{_OTHERS}"
    rf"|{_KIN})(?: is| are|'s| 's|'re| was| were) (?:just |also |still )?(?P<now>ringing|calling|phoning"
    r"|emailing|texting|messaging|buzzing) (?:me|us)\b"
)
_REACH: Final = 12


def calls_us(reading: Reading, first: int, last: int) -> bool:
    """True where somebody who is not the client is to reach the speaker by the words `[first, last)`."""
    words = reading.words
    begin, end = reading.sentence(first)
    begin, end = max(begin, first - _REACH), min(end, last + 1)
    if _US.isdisjoint(words[first - 1 if first else 0 : end]):
        return False
    line, at = reading.line, reading.line_at
    for match in _THIRD.finditer(line, at[begin], at[end] if end < len(at) else len(line)):
        name = match["name"]
        if match.end() < at[first] - 1:
            continue
        if match["now"] is None and is_let_call(line[at[begin] : match.start("reach")]):
            continue
        if _HABIT.search(match[0]) and _ON_MATTER.match(line, match.end()) is None:
            continue
        if name is None or (name in load_given_names() and not reading.marks[reading.word_at(match.start())]):
            return True
    return False
