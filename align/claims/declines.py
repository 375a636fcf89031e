"""Whether a draft opens by turning down what it is asked: no kind word behind it agrees any more.

"I can't, sorry, but that's a lovely idea" praises, and "no, that's fine" to a client who asks
whether it is a bother says yes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.stems import stem

if TYPE_CHECKING:
    from align.reading import Reading

_NOT: Final = r"(?:can't|cannot|couldn't|won't|wouldn't|don't|can not|do not|will not)"
_KIND: Final = (
    r"(?:usually|normally|often|always|generally|typically|really do|tend|mind|see|think|know|worry"
    r"|be(?! able)|wait|believe|say|argue|refuse|resist|complain|blame|miss|thank|hurt"
    r"|bother|want|forget|imagine|have|need|hesitate|ask|stress|fret|panic|apologi[sz]e|even|remember"
    r"|recall|lie|dream|dare|tell (?:anyone|anybody|a soul|the others)|agree more|go wrong|get me wrong"
    r"|fault|beat (?:it|that))"
)
"""What is denied in no refusal: "I don't mind", "I can't wait", "don't worry"."""
_SORRY: Final = (
    r"(?:(?:sorry|apologies|so sorry|really sorry|unfortunately|sadly|alas|regrettably|honestly"
    r"|(?:i'm |i am )?afraid|i'd love to|would love to|i wish|thanks|thank you|thanks for asking"
    r"|thank you for asking|ah|aw|oh|hmm|well)(?: (?:to say|that|love|hun|pal"
    r"|mate))?(?: [,.!—])?(?: but)? )"
)
_DECLINE: Final = re.compile(
    rf"{_SORRY}{{0,3}}(?:(?:nope|nah|naw|negative)(?= [.,!])"
    r"|(?:(?<!oh )(?<!aw )no(?= !)|no(?! !)|nope|nah|naw|negative)(?= [.!]| ?$"
    r"| (?:, )?(?:sorry(?! (?:about|to hear|for your|you|that happened)\b)|i|i'm|we|not|but"
    r"|unfortunately|afraid|sadly|thanks|thank|never|can do|chance|way|deal)\b)"
    rf"|(?:(?:i|we)(?: (?:really|just|actually|simply))? )?{_NOT}(?! {_KIND}\b)"
    r"|not (?:possible|something|for me|really|this|today|tonight|available|any ?more|my|able|that"
    r"|then)\b|i'm not (?:able|doing|offering|there|available|taking|trained|qualified|licensed|insured"
    r"|set up)\b"
    r"|(?:that|it|this)(?:'s| is|'d be| would be) not (?:something|possible|for me|really)\b"
    r"|(?:that|it|this) (?:isn't|wouldn't be|won't be) (?:something|possible|for me)\b"
    r"|(?:unfortunately|sadly|alas|regrettably|sorry|afraid)(?: ,)? no(?= ,))"
    rf"|{_SORRY}{{1,3}}not(?= [,.!]| ?$)"
)
_ASKS_OTHERWISE: Final = re.compile(
    r"\b(?:mind|problem|bother|hassle|pain|issue|trouble"
    r"|too (?:much|late|early|soon|short|long|far|cheeky|little|low)|bad|wrong|rude|weird|odd|awkward"
    r"|against|silly|stupid|offend\w*|put (?:you|ya|ye) off|object\w*|objections?|insult\w*|annoy\w*"
    r"|upset|ridiculous|say no"
    r"|don't you|can't you|won't you|couldn't you|wouldn't you|isn't|aren't|do i (?:need|have)|must i"
    r"|should i|sorry)\b"
)
"""Where the client asks in the negative, or for a thing to be no bother, a no may be a yes."""


_WEAK: Final = (
    r"(?:(?:(?:absolutely|totally) )?no (?:problem|worries|bother|trouble|stress|hassle)(?: at all)?|ok"
    r"|okay|fine|all good|that's (?:ok|okay|fine)|fair enough|not a (?:problem|bother))"
)
_PARTS: Final = re.compile(
    rf"{_WEAK}(?: (?:[\w']+ )?[.,!—])*(?: (?:so|then|and|well|love|hun|mate))*"
    r" (?:(?:i |we )?(?:hope|hoping) you (?:find|get|found)"
    r" (?:someone|somebody|something|one|another|what|a (?!moment|chance|minute)\w+)"
    r"|(?:best of|good) luck (?:finding|with (?:it|the|your) ?(?:search|hunt|\Z))"
    r"|(?:(?:maybe|perhaps|hopefully) (?:another|next|some other|some) time"
    r"|another time)(?= ?(?:[.!]|\Z|then\b|so\b|x+\b)))"
)
_TIME_AGAIN: Final = re.compile(r"\b(?:next|another|other) time\b")


def parts_ways(reading: Reading, phrase: tuple[int, int], inbound: Reading) -> bool:
    """True where a kind word only lets the client go: "no problem, hope you find someone"."""
    if _PARTS.match(reading.line, reading.line_at[phrase[0]]) is None:
        return False
    return _TIME_AGAIN.search(inbound.line) is None


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
        stop = at[end] if end < len(at) else len(line)
        match = _DECLINE.match(line, opens, stop) or _DECLINE.match(line, at[begin], stop)
        if match is not None:
            if begin == begins:
                return _YES_AFTER_ALL.search(line, opens, stop) is None
            agrees = _FIRM_YES if _is_aside(line[match.end() : stop], inbound) else _PLAIN_YES
            return agrees.match(line, at[phrase[0]]) is None
        begin = end
    return False


def _is_aside(said: str, inbound: Reading) -> bool:
    """True where what is turned down is not what the client asks for: "I can't do 6:30", "I won't chase you"."""
    if _BOUNDED.search(said) is not None:
        return True
    if _ALL_OF_IT.match(said) is not None:
        return False
    asked = {stem(w) for w in inbound.words}
    return not any(w not in _PLAIN_WORDS and stem(w) in asked for w in _WORD.findall(said))


_BOUNDED: Final = re.compile(
    r"\b(?:before|until|till|longer|more than|usually|normally|supposed|generally|always"
    r"|every (?:time|week)|favou?rite|ideal\w*)\b"
)
"""What is turned down in part, or by custom only: "not before 7", "not really supposed to"."""
_ALL_OF_IT: Final = re.compile(
    r" ?(?:[.,!;:—-]|$|(?:(?:do|make|manage|offer|go|be|take|accept|help(?: with)?|really|even"
    r"|just) ){0,2}(?:that|this|it|those|these|any|so|either|today|tonight|sorry|i'm afraid"
    r"|unfortunately|able)\b"
    r"|\w+ ?(?:[.,!;:—]|$|(?:sorry|i'm|unfortunately|any ?more|for that|that|this"
    r"|at (?:the moment|present|all))\b))"
)
"""A refusal of whatever was asked: "I can't", "I don't do that", "I don't travel"."""
_PLAIN_WORDS: Final = frozenset(
    (
        "a an the of for with in on at to by from my your his her our their and or any some this that it "
        "you me us i we do does can could is are be have get go so as if just sorry"
    ).split()
)
_WORD: Final = re.compile(r"[\w:']+")


_PLAIN_YES: Final = re.compile(
    r"(?:(?:ah|oh|ok|okay|hmm) (?:, )?)?(?:yes|yep|yeah|yup|deal|sounds good(?! (?:though|but)\b)"
    r"|go on (?:then|so))\b"
)
"""What opens a later sentence that agrees all the same."""
_FIRM_YES: Final = re.compile(
    rf"(?:{_PLAIN_YES.pattern}|(?:[\w:]+ ){{1,3}}(?:works?|suits"
    r"|is (?:fine|good|ok|okay|grand|perfect))\b|(?:fine|ok|okay|works|suits"
    r"|good)(?: (?:by|for|with) (?:me|you|us))?(?= (?:then|this once)\b| ?[.!,]| ?$)"
    r"|sure(?: thing| can)?(?= ?[.!,]| ?$)|(?:of course|no (?:problem|bother|worries)|done|booked|can do"
    r"|will do|happy to|see you (?:then|at))(?= ?[.!,]| ?$))"
)
"""The same behind a sentence that turns down something else: "I won't chase you! Sure"."""
_YES_AFTER_ALL: Final = re.compile(
    r"\b(?:but|so)(?: ,)?(?: (?:for you|hey|then|tomorrow|today|tonight|next week|this once"
    r"|since it's you|\w+day|for \w+(?= ,)))?(?: ,)? "
    r"(?:yes|yep|yeah|yup|(?:(?:ok|okay|sure) )?deal|(?:ok|okay) then"
    r"|sure(?! (?:you|that|i|we|there|they|he|she|it|it's|someone|if|of)\b)"
    r"|go (?:ahead|on|for it)|(?:that|it|this|\d{3,}) works(?: for me)?|works for me"
    r"|no problem(?! (?:if|for)\b)|happy to(?: do| come|(?= ?[.!,]|$))|(?:ok|okay|fine)(?= ?[.!]|$)"
    r"|(?<=so )(?:perfect|fine|grand|great)(?= ?[.!]|$))(?!\w)"
)
