"""Whether a draft opens by turning down what it is asked: no kind word behind it agrees any more.

"I can't, sorry, but that's a lovely idea" praises, and "no, that's fine" to a client who asks
whether it is a bother says yes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_NOT: Final = r"(?:can't|cannot|couldn't|won't|wouldn't|don't|can not|do not|will not)"
_KIND: Final = (
    r"(?:usually|normally|often|always|generally|typically|really do|tend|mind|see|think|know|worry|be(?! able)|wait|believe|say|argue|refuse|resist|complain|blame|miss|thank|hurt"
    r"|bother|want|forget|imagine|have|need|hesitate|ask|stress|fret|panic|apologi[sz]e|even|remember|recall|lie|dream|dare|tell (?:anyone|anybody|a soul|the others)|agree more|go wrong|get me wrong|fault|beat (?:it|that))"
)
"""What is denied in no refusal: "I don't mind", "I can't wait", "don't worry"."""
_SORRY: Final = r"(?:(?:sorry|apologies|so sorry|really sorry|unfortunately|sadly|alas|regrettably|honestly|(?:i'm |i am )?afraid|i'd love to|would love to|i wish|thanks|thank you|thanks for asking|thank you for asking|ah|aw|oh|hmm|well)(?: (?:to say|that|love|hun|pal|mate))?(?: [,.!—])?(?: but)? )"
_DECLINE: Final = re.compile(
    rf"{_SORRY}{{0,3}}(?:(?:nope|nah|naw|negative)(?= [.,!])|(?:no|nope|nah|naw|negative)(?= [.!]| ?$| (?:, )?(?:sorry|i|i'm|we|not|but|unfortunately|afraid|sadly|thanks|thank|never|can do|chance|way|deal)\b)"
    rf"|(?:(?:i|we)(?: (?:really|just|actually|simply))? )?{_NOT}(?! {_KIND}\b)"
    r"|not (?:possible|something|for me|really|this|today|tonight|available|any ?more|my|able|that|then)\b|i'm not (?:able|doing|offering|there|available|taking)\b"
    r"|(?:that|it|this)(?:'s| is|'d be| would be) not (?:something|possible|for me|really)\b|(?:that|it|this) (?:isn't|wouldn't be|won't be) (?:something|possible|for me)\b"
    rf"|(?:unfortunately|sadly|alas|regrettably|sorry|afraid)(?: ,)? no(?= ,))|{_SORRY}{{1,3}}not(?= [,.!]| ?$)"
)
_ASKS_OTHERWISE: Final = re.compile(
    r"\b(?:mind|problem|bother|hassle|pain|issue|trouble|too (?:much|late|early|soon|short|long|far|cheeky|little|low)|bad|wrong|rude|weird|odd|awkward|against|silly|stupid|offend\w*|put (?:you|ya|ye) off|object\w*|objections?|insult\w*|annoy\w*|upset|ridiculous|say no"
    r"|don't you|can't you|won't you|couldn't you|wouldn't you|isn't|aren't|do i (?:need|have)|must i|should i|sorry)\b"
)
"""Where the client asks in the negative, or for a thing to be no bother, a no may be a yes."""


def turned_down(reading: Reading, start: int, phrase: tuple[int, int], inbound: Reading) -> bool:
    """True where a draft, read from `start` of its line, turns the client down and `phrase` behind it is no yes after all."""
    if _ASKS_OTHERWISE.search(inbound.line) is not None:
        return False
    line, at = reading.line, reading.line_at
    begins = reading.sentence(phrase[0])[0]
    begin = 0
    while begin <= phrase[0]:
        opens = start if at[begin] <= start <= at[phrase[0]] else at[begin]
        end = reading.sentence(begin)[1]
        if _DECLINE.match(line, opens) is not None or _DECLINE.match(line, at[begin]) is not None:
            if begin == begins:
                return _YES_AFTER_ALL.search(line, opens, at[end] if end < len(at) else len(line)) is None
            return _PLAIN_YES.match(line, at[phrase[0]]) is None
        begin = end
    return False


_PLAIN_YES: Final = re.compile(r"(?:yes|yep|yeah|yup|deal|sounds good)\b")
"""What opens a later sentence that agrees all the same."""
_YES_AFTER_ALL: Final = re.compile(
    r"\b(?:but|so)(?: ,)?(?: (?:for you|hey|then|tomorrow|today|tonight|next week|this once|since it's you|\w+day))?(?: ,)? "
    r"(?:yes|yep|yeah|yup|(?:(?:ok|okay|sure) )?deal|(?:ok|okay) then|sure(?! (?:you|that|i|we|there|they|he|she|it|it's|someone|if|of)\b)"
    r"|go (?:ahead|on|for it)|(?:that|it|this) works(?: for me)?|works for me|no problem(?! (?:if|for)\b)|happy to (?:do|come)|(?:ok|okay)(?= ?[.!]|$))(?!\w)"
)
