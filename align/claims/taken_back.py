"""What the next sentence does with a phrase: "cupping? I'd stay away from it", "… I don't do them myself".

Whoever takes a phrase up again says "it", "that" or "them". The stance towards that word is
the stance towards the phrase, so that no form of refusal is listed twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stance import stance_of
from align.claims.stances.answered import opens_assent
from align.claims.stances.passed_on import is_handed_on
from align.claims.stances.verdicts import is_turned_down
from align.reading.cues import BREAK, OFFER_WORD

if TYPE_CHECKING:
    from align.reading import Reading

_TAKES_UP: Final = frozenset("it that them those this these one ones either any".split())
_FILLERS: Final = frozenset(
    (
        "\n . ! … 🙂 😊 😅 🙈 😂 ha haha hm hmm oh ah ooh oof uff och eh er erm um well right ok okay so and but "
        "sorry sadly honestly"
    ).split(" ")
)
"""What stands between a phrase and what is said of it: "X? Oh. Well, …"."""
_REACH: Final = 28
"""Words before a phrase that are looked at."""
_NEAR: Final = 14
"""Words of the next sentence that are looked at."""
_DOING: Final = frozenset(
    "do doing done offer offering offered touch touching touched attend attending attended provided "
    "taken taught sold used run running teach teaching provide providing sell selling"
    " use using cover covering take taking perform performing play playing host hosting shoot shooting "
    "cook cooking give giving up"
    " leave leaving avoid refuse skip decline quit drop dropped stopped retired with near from of on "
    "make making handle tried".split()
)
"""What who speaks does with what is had from them; "charge for them" and "start it" refuse nothing."""
_SPEAKER: Final = re.compile(r"\b(?:i|i'd|i'll|i've|i'm|we|we'd|we'll|we've|we're|me|my|myself)\b")
_BY_SPEAKER: Final = re.compile(r"\b(?:i|i'd|i'll|i've|i'm|we|we'd|we'll|we've|we're|yes|sure)\b")
"""In what is said of others: who speaks does it after all."""
_FLAT_NO: Final = re.compile(
    r"(?:(?:well|ah|oh|hm|hmm|ha|haha|sorry|honestly|lord|dear|gosh|right|so|and|but|yikes|eek|oof) ?,? ?)*"
    r"(?:(?:it's |that's )?(?:(?:still|always|sadly|just|always been) )*(?:an? )?(?:(?:hard|firm|big"
    r"|definite|clear) )?(?:no|nope|never)(?= (?:[.,!;]|from|for|i'm|sorry))"
    r"|(?:god|lord|heavens|jesus|hell|goodness|gosh|christ) (?:,? )?no\b|hell no\b"
    r"|(?:i|we)(?:'d| would|'ll)? ?(?:have to|must|need to|'ll have to|will have to|had to)"
    r" (?:say no|pass|decline)\b"
    r"|(?:i|we)(?:'ll| will|'d) (?:have to )?(?:pass(?! (?:you|it to|by|along|over)\b)|say no"
    r"|give (?:that|it) a miss)\b|(?:i'm|i am|you've (?:got|come to)|you're (?:asking|talking to)"
    r"|that's) (?:really )?the wrong (?:\w+)\b|(?:i|we)(?:'d| would)(?:n't| not) know (?:where|how)\b"
    r"|(?:i|we) wouldn't\b|out of the question\b|over my dead body\b|no way\b"
    r"|not (?:a chance|me|for me|with me|my|here|something|anything|one of mine)\b)"
)
"""An answer that turns an echoed phrase down without naming it."""
_ADVERBS: Final = r"(?:(?:just|really|sadly|simply|honestly|quite|exactly|unfortunately) )*"
_TURNED_DOWN: Final = re.compile(
    r"(?:(?:sorry|honestly|though|unfortunately|sadly|but|and|so|well|right|ok|okay|look|personally"
    r"|as (?:you|i) (?:know|said|say)|to be honest|mind you|for the record|now|just so you know"
    r"|fyi)(?: ,)? )*(?:(?:that|those|it|they|this)"
    rf"(?:(?: ?'s| is| are| ?'re)? {_ADVERBS}not| isn't| aren't) {_ADVERBS}"
    r"(?:something|on|part|(?:my|our) (?:thing|style|area|bag|scene|cup of tea|line|game|world|field)"
    r"|for (?:me|us)|what (?:i|we)|one of)\b"
    r"|not (?:really |quite |exactly )?(?:my (?:thing|style|area|bag|scene|cup of tea|line|game|world"
    r"|field)|for me|something i (?:do|offer)|a thing i (?:do|offer)|what i do)\b"
    r"|(?:that|those|it|they)(?: ?'s| is| are| ?'re)? off"
    r"|(?:i|we)(?:'m afraid i)? (?:just |really |simply |actually |personally )?(?:don't|dont|can't"
    r"|won't|never|no longer|couldn't|stopped) (?!mind|charge|need|regret|blame)(?:\w+ ){1,2}?(?:on "
    r"|out |at |near |with )?(?:(?:it|them|those|that|these|this|any|either"
    r"|(?:anything|something|stuff|things) like (?:that|it|those|them)|any of (?:that|those|them)|one"
    r"|ones|such a thing)(?: (?:out|away|over)(?= [.,!?;…]|$))?(?= [.,!?;…\n—]|$| so| but| and| or"
    r"| myself| any ?more| here| sorry| at all| these days| of | in (?:the|my) | on (?:me|the) "
    r"| with me)|(?:the|that|this|those|such) (?:procedure|treatment|service|thing|kind|sort|sorts|kinds"
    r"|stuff|things)\b))"
)
"""A next sentence that takes a phrase back: "… for an engine swap. I don't do them myself"."""
_YES_THEN: Final = re.compile(
    r"[,;—-] (?:but |and )?(?:(?:yes|yep|yeah|sure|ok|okay|fine"
    r"|grand)(?: (?:to|for|on))?(?= (?:\w*day|tomorrow|tonight|after|later|next|from|at \d|[.,!])|$)"
    r"|(?:i|we) (?:can|could|do) (?:(?:it|that|them) )?(?:on )?\w*day\b"
    r"|\w*day (?:yes|i can|we can|works|is (?:fine|good|grand|ok|on))\b)"
)
"""In an answer: the no is for one day, "no from me on Monday, yes Friday"."""
_PROPOSED: Final = re.compile(
    r"\b(?:would (?:you|he|she|they) (?:\w+ )?(?:like|fancy|want|prefer)|(?:shall|should|may) (?:i|we)"
    r"|(?:can|could) (?:i|we) (?:add|offer|tempt|interest|get|do|book|bring|throw)|want (?:me|us) to"
    r"|fancy|how about|what about|tempted by)\b"
)
"""In a question: who asks it would do it."""


def is_taken_back(reading: Reading, first: int, last: int) -> bool:
    """True where the sentence behind that of the words `[first, last)` turns them down."""
    words = reading.words
    _, end = reading.sentence(last - 1)
    asked = words[end - 1] == "?"
    if not asked and _is_taken_back_at_once(reading, last, end):
        return True
    start = _skip_fillers(words, end)
    if start >= len(words):
        return False
    _, stop = reading.sentence(start)
    stop = min(stop, start + _NEAR)
    line, at = reading.line, reading.line_at
    sentence = line[at[start] : at[stop] if stop < len(at) else len(line)]
    turned_down = (
        (asked and _is_echo(reading, first, last) and _FLAT_NO.match(sentence) is not None)
        or _TURNED_DOWN.match(sentence) is not None
        or _is_refused_in(reading, start, start, stop, asked=asked)
        or (asked and _is_taken_back_after_others(reading, start))
    )
    if not turned_down or opens_assent(sentence, 0) or _YES_THEN.search(sentence):
        return False
    begin = max(reading.sentence(first)[0], first - _REACH)
    return _PROPOSED.search(line[at[begin] : at[first]]) is None


def _is_refused_in(reading: Reading, start: int, begin: int, stop: int, *, asked: bool) -> bool:
    """True where one of the words `[begin, stop)` stands for a phrase, and is refused or handed on."""
    words = reading.words
    for index in range(begin, stop):
        word = words[index]
        if (word in _TAKES_UP or "'" in word) and _is_refused(reading, start, index, stop, asked=asked):
            return True
    return False


def _is_taken_back_after_others(reading: Reading, start: int) -> bool:
    """True for "X? My own nephew can do that one. I don't offer it": others come between it and its refusal."""
    words, line, at = reading.words, reading.line, reading.line_at
    _, end = reading.sentence(start)
    if end - start > _REACH or _BY_SPEAKER.search(line, at[start], at[end] if end < len(at) else len(line)):
        return False
    if _TAKES_UP.isdisjoint(words[start:end]):
        return False
    start = _skip_fillers(words, end)
    if start >= len(words):
        return False
    _, stop = reading.sentence(start)
    stop = min(stop, start + _NEAR)
    sentence = line[at[start] : at[stop] if stop < len(at) else len(line)]
    if opens_assent(sentence, 0) or _YES_THEN.search(sentence):
        return False
    return _TURNED_DOWN.match(sentence) is not None


def _is_taken_back_at_once(reading: Reading, last: int, end: int) -> bool:
    """True where the next clause of the sentence turns it down: "I looked into X and left it"."""
    words, line, at = reading.words, reading.line, reading.line_at
    end = min(end, last + _NEAR)
    if _JOINTS.isdisjoint(words[last : min(end, last + _JOINED)]):
        return False
    joint = next(i for i in range(last, end) if words[i] in _JOINTS)
    if joint >= end - 1:
        return False
    clause = line[at[joint + 1] : at[end] if end < len(at) else len(line)]
    begin = max(reading.sentence(last - 1)[0], last - _REACH)
    if _LEFT_IT.match(clause) and _LOOKED_INTO.search(line, at[begin], at[last]):
        return True
    return any(
        words[i] in _TAKES_UP and _is_refused(reading, joint + 1, i, end, asked=False)
        for i in range(joint + 1, end)
    )


_JOINTS: Final = frozenset("and but so though although yet".split())
_JOINED: Final = 6
"""Words between a phrase and the clause that turns it down."""
_LEFT_IT: Final = re.compile(
    r"(?:(?:i|we)(?:'ve|'d| have)? )?(?:(?:then|have|just|later|never|since|it) )*(?:left"
    r" (?:it|them|that)(?= (?:[.,!;—]|there|at that|alone|be)|$)|decided (?:against|not)"
    r"|(?:it|that|they) (?:was|were|is|are)(?:n't| not|n't really| never)"
    r" (?:really )?(?:for (?:me|us)|(?:my|our) (?:thing|style|area|bag|scene|cup of tea|line|game|world"
    r"|field)|worth|what)|never (?:offered|did|used|took)(?: (?:it|them|that|one|any))?(?= [.,!;]|$"
    r"| myself)|never (?:got (?:into|round|around|the hang|on with|past)|went (?:back|near|further|for))"
    r"|gave (?:it|them|that) up|thought better of)"
)
_LOOKED_INTO: Final = re.compile(
    r"\b(?:looked|tried|thought|considered|read|trained|learned|learnt|studied|toyed|flirted|dabbled"
    r"|asked|wondered|played|began|started|had|saw|bought|did|heard|went|took|qualified)\b"
)
"""Before a phrase: how it was come by. What is only set out and left is ready: "the hot stones are on and I left them there"."""


def _skip_fillers(words: list[str], start: int) -> int:
    """Return where the next sentence begins, behind a line's end and words that say nothing."""
    last = min(len(words), start + 4)
    while start < last and words[start] in _FILLERS:
        start += 1
    return start


def _is_echo(reading: Reading, first: int, last: int) -> bool:
    """True for a phrase that is all its question asks: "cupping?", "you mean cupping?"."""
    begin, end = reading.sentence(first)
    return (first - begin) + (end - last) <= _ECHO


_ECHO: Final = 4
"""Words around a phrase in a question that only repeats it."""


def _is_refused(reading: Reading, start: int, index: int, stop: int, *, asked: bool) -> bool:
    """True where the word at `index` stands for a phrase, and is refused or handed on."""
    words, line, at = reading.words, reading.line, reading.line_at
    word, _, contracted = words[index].partition("'")
    if word not in _TAKES_UP:
        return False
    behind = index + 1
    position = at[behind] if behind < len(at) else len(line)
    rest = line[position : at[stop] if stop < len(at) else len(line)]
    if asked and _answers(reading, start, index, f"'{contracted} {rest}" if contracted else rest):
        return True
    ends = behind >= len(words) or _ends_clause(reading, behind)
    if contracted or not ends or index == start or words[index - 1] not in _DOING:
        return False
    if not asked and (
        _SPEAKER.search(line, at[start], at[index]) is None or _names_another(reading, start, index)
    ):
        return False
    return stance_of(reading, index, behind) in (Stance.REFUSED, Stance.CORRECTED)


def _names_another(reading: Reading, start: int, index: int) -> bool:
    """True where what is refused was named since: "I'd do X. You asked about Y too, I don't offer that"."""
    if any(mark & OFFER_WORD for mark in reading.marks[start:index]):
        return True
    line, begin, end = reading.line, reading.line_at[start], reading.line_at[index]
    return _ANOTHER.search(line, begin, end) is not None or _FRONTED.match(line, begin, end) is not None


_FRONTED: Final = re.compile(
    r"(?:no (?!(?:sorry|longer|worries|problem|way|thanks|one)\b)[a-z]+"
    r"|(?!(?:thanks|yes|this|always|cheers|unless|perhaps|besides|apologies|sometimes|those|these"
    r"|clients|others)\b)(?:[a-z-]+ )?(?!(?:thanks|apologies|cheers)\b)[a-z]{4,}s)(?: though)? ,"
    r" (?:no ,? ?)?(?:i|we)\b"
)
"""What stands first is what is refused: "house calls, I don't do them"."""
_ANOTHER: Final = re.compile(
    r"\b(?:asked|ask|asking|mentioned|wanted|wondered|spoke|as for|regarding"
    r"|what about)(?: (?:me|about|for|after|if|re|the|a|any|some|i|we|do|did|could|have))*"
    r" (?!(?:it|that|this|them|those|one|these|and|but|so|me|about|for|the|if|i|we)\b)[\w-]{3,}"
)


def _ends_clause(reading: Reading, behind: int) -> bool:
    """True where what stands behind a pronoun leaves its refusal whole: "I don't do it any more", not "any other way"."""
    words = reading.words
    word = words[behind]
    if word == "any":
        return words[behind + 1 : behind + 2] in (["more"], ["longer"])
    return word != "then" and (bool(reading.marks[behind] & BREAK) or word in _ENDS)


def _answers(reading: Reading, start: int, index: int, rest: str) -> bool:
    """True where a question is answered with a no: "that's beyond me", "I leave those to others"."""
    words, line, at = reading.words, reading.line, reading.line_at
    word = words[index].partition("'")[0]
    if _opens(words, start, index) and word in _SUBJECTS and not _is_article(reading, index):
        return is_turned_down(rest)
    if rest.startswith(("'", *_TO_YOU)):
        return False
    return is_handed_on(line[at[start] : at[index]] + rest)


_TO_YOU: Final = ("to you", "up to you", "to u ", "to set", "to cool", "to dry")


def _opens(words: list[str], start: int, index: int) -> bool:
    """True where the word at `index` opens its sentence, behind "sorry," or the like."""
    return index == start or (index - start <= _LEAD and words[index - 1] in (",", "-", "—", "afraid", "but"))


_LEAD: Final = 2
"""Words before a subject that an answer opens with: "sorry, that's …"."""
_SUBJECTS: Final = frozenset("it that those they them".split())
_ENDS: Final = frozenset(
    (
        "myself ourselves here anymore so these because now no either again yet sorry though and but or if "
        "since years"
    ).split()
)


def _is_article(reading: Reading, index: int) -> bool:
    """True for "that week is full", where the word only points at another."""
    return (
        reading.words[index] in ("that", "those")
        and index + 1 < len(reading.words)
        and _PLAIN.match(reading.words[index + 1]) is not None
    )


_PLAIN: Final = re.compile(
    r"(?!(?:i|we|is|are|was|were|'s|'re|isn't|aren't|wasn't|would|wouldn't|can|can't|could|couldn't|will"
    r"|won't|one|needs?|takes?|has|hasn't|doesn't|don't|sits?|lies|falls?|goes|stays?|belongs?|never"
    r"|always|really|just|sadly|you|he|she|they)$)[a-z]+$"
)
