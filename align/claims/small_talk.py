"""Sentences that speak of a thing in general: "after midnight everybody believes in karaoke".

Such a sentence has a subject and a verb, but nobody in it gives, has or recommends the
thing, nothing says that it can be had, and the next sentence does not take it up. A
fragment ("karaoke included, 90") is no such sentence: it is a line of a menu.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.inserted_phrases import subject_over_aside
from align.claims.stances.answered import opens_assent
from align.reading.cues import BREAK, CURRENCY, DURATION_UNIT, NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from align.reading import Reading

_OURS: Final = re.compile(
    r"\b(?:i|i'll|i'd|i've|i'm|im|ill|we|we'll|we'd|we've|we're|let's|lets|let us|let me)\b"
    r"|\band (?:me|myself)\b|\b(?:me|myself) and \w|\b(?:my|our)(?: \w+)? $"
    r"|\b(?:from|by|with) (?:me|us)\b|(?<!of )\b(?:mine|ours)\b"
    r"|\b(?:the|this|my|our) (?:[\w'-]+ ){0,2}?(?:studio|room|space|workshop)(?: (?:here|in [\w'-]+))?"
    r" (?:(?:also|now|even) )?(?:has|offers|comes with)\b"
    r"|\b(?:my|our) (?:[\w'-]+ ){0,2}?(?:studio|room|space|workshop|place|salon|clinic|shop|practice"
    r"|team|crew)(?: ,)? (?:(?:also|now|even) )?(?:does|do|has|offers|runs)\b"
)
"""In the clause itself: the professional does it, has it, or it is theirs."""
_TO_BE_HAD: Final = re.compile(
    r"\b(?:available|offer(?:ed|ing|s)?|on the (?:menu|list|card)|on (?:my|our) (?:menu|list|card)"
    r"|includ(?:ed?|es|ing)|in the (?:package|price|deal|bundle)|possible|doable"
    r"|(?:no|nae|no be|na no) (?:problem|trouble|bother|issue|wahala|stress|worries|drama|hassle|extra"
    r"|charge|fee)|works(?= [.,!]|$| for)|not a problem|fine|ok|okay|sorted|extra|comes? with|free"
    r"|complimentary|booked|welcome|(?:more than |very |so |only too )?happy to|happily"
    r"|sure|yes|yep|yeah|aye|go on then|course (?:i|we) (?:do|can|will)|that's right|correct|spot on|(?:is|are)(?: \w+)? (?:back|on again|a thing)"
    r"|absolutely|of course|also|too|as well|away|can be|could be|for you|you'll (?:get|have|love|enjoy)"
    r"|you (?:can|could|may|get)|(?:you'd|you would|you will) (?:also )?(?:get|have|be getting"
    r"|receive)(?! to\b)"
    r"|(?:with|in) (?:the|every|your|any|each) (?:\w+ )?(?:package|session|booking|deal|price|visit)"
    r"|(?:is|are) yours"
    r"|(?:if|whenever|when|in case) you(?:'d| would|'re)?"
    r" (?:\w+ )?(?:like|want|fancy|prefer|need|up for)|ready|ask (?:me|us)|thrown?|popular|just say"
    r"|say when|let me know|plus|(?:is|are) (?:on|every|from) (?!the\b)|on (?:me|us)(?= [.,!]|$)"
    r"|room for|say the word|your call|up to you|part of (?:every|each|the|all|any|our|my|it|this|that)"
    r"|you'll (?:find|receive|see (?:it|them)|be wanting)|(?:most|half|lots|loads|plenty|some) of mine"
    r"|(?:come|comes|go|goes) to (?:me|us)|gets? (?:me|us) (?:till|until|for|at|all|from)"
    r"|just (?:ask|shout|text|message)|on my (?:\w+ )?team|in (?:the|your) (?:booking |order )?notes"
    r"|on my (?:\w+ )?(?:page|site|website|insta|profile|menu)|(?:call|make) it an?|swap in|switch to"
    r"|(?:is|are) (?:already |now |all )?in (?:your|the)"
    r" (?:folder|gallery|inbox|link|dropbox|drive|download)|same price|for the next"
    r"|takes? (?:me|us|(?:(?:about|around|roughly|only|just|at least|up to|all) )*(?:an?|the|half an"
    r"|(?:one|two|three|four) (?:full )?)(?: half)? ?(?:hours?|half|day|evening|afternoon|morning))"
    r"|bring (?:a|your|some)|(?:is|are|'s) (?:dead |so |very |super )?easy"
    r"|costs? (?:the same|extra|nothing|you|only|just)"
    r"|(?:can|could|may) (?:(?:also|all|both|just|then|even) )*(?:come|join|have|get|take|share|bring"
    r"|try|do)|your (?:\w+ )?\w+ (?:is|'s) (?:at|on|in)"
    r"|(?:happens?|starts?|runs?|lasts?|begins?|opens?|works)"
    r" (?:at|on|from|every|in|for|till|until|all|most|the (?:first|second|third|fourth|last)|once|twice"
    r"|the same(?= [.,!]|$| as\b| way\b)|quick|quickly|fast|smoothly)|goes (?:quick|quickly|fast|smoothly|easy)|take care of"
    r"|treat yourself|[$£€¥₹]|%)(?!\w)"
)
"""In the sentence: it can be had here."""
_PREDICATE: Final = re.compile(
    r"\b(?:session|treatment|massage|hour|package|visit|groom|deal|one|\d+)"
    r" (?:has|have|gets?|includes?)(?: \w+){0,2} $"
    r"|\b(?:can't|cannot) wait to (?:do|give|start|fit|shoot|play|cook|make|show)(?: \w+){0,2} $"
    r"|\b(?:needed|required|necessary) for(?: (?:the|an?|your))? $"
    r"|\b(?:here|slot|gap|opening|space) for(?: \w+)? $"
    r"|\b(?:loved|enjoyed|love|enjoy)(?: \w+)? (?:doing|giving)(?: you)?(?: (?:your|the|that))? $"
    r"|\b(?:is|are|'s|be|it's|that's|called|means|'ll"
    r" be)(?: (?:an?|the|only|just|our|my|some|full|proper|one|with))* $"
    r"|\b(?:would|will|'ll|'d|gonna|going to) (?:love|enjoy|adore|like)(?: \w+){0,2} $"
)
"""Right before a phrase: what something is, or whom it will please: "the first one is X only"."""
_COMMENDED: Final = re.compile(
    r"(?:[\w'-]+ ){0,2}?(?:(?:is|are|'s|would be|works?|does|do|makes?)"
    r" (?:[\w'-]+ ){0,2}?(?:great|perfect|ideal|good|lovely|brilliant|nice|gorgeous|beautiful|stunning"
    r"|heaven|heavenly|bliss|magic|divine|fab|fabulous|fantastic|class|dreamy|unreal|what|just|best"
    r"|wonderful|amazing|the way|option|wonders|favou?rite|speciality|specialty|difference)\b"
    r"|(?:comes?|goes?) (?:along|with|in|as|free|by|at|on)\b|(?:is|are) (?:[\w'-]+ ){0,3}?(?:my|our)\b"
    r"|(?:would |will |really |always |'ll )*(?:helps?|suits?|works|fits?)\b"
    r"|goes (?:well|great|nicely|perfectly|lovely|wonderfully|brilliantly|down|with|hand|so)\b"
    r"|(?:\w+day )?it is(?= [.,!;]|$)|has (?:an? )?(?:gap|space|room|slot|opening)\b)"
)
"""Right behind a phrase: it is recommended."""
_INVITED: Final = re.compile(
    r"(?:^|[,:—] |\b(?:then|and|or|just|so|please) )(?:book|try|choose|pick|add|grab|enjoy|get|take"
    r"|order|come|pop in|go for|ask for|message|text|fancy|want|need|how about|what about|bring)"
    r" (?:[\w'-]+ ){0,5}$"
)
_TAKEN_UP: Final = re.compile(
    r"\b(?:i|we)(?:(?: (?:can|could|will|would|do|have|got|always)|'ll|'d|'ve got|'ve)(?: \w+)?|)"
    r" (?:bring|do|add|arrange|include|throw in|offer|set up|sort|rent|provide|organi[sz]e|fit|manage)"
    r" (?:you )?(?:it|that|them|one|some|those|this|the|both|these|all|a)\b"
    r"|\b(?:i|we)(?:(?: (?:can|could|will|would|do|have|got|always)|'ll|'d|'ve got|'ve)(?: \w+)?|)"
    r" (?:get|have|take|keep|make) (?:you )?(?:it|that|them|one|some|those|both|these)\b"
    r"|\b(?:that|this|it|those|them|which) (?:i|we)(?:(?: also)? (?:can|could|will|do|take|bring|offer)"
    r"|'ll)\b"
    r"|\bboth(?: together)? (?:i|we)(?:'ll| can| could)? (?:do|fit|manage)\b"
    r"|\b(?:i|we)(?:'ll|'d| can| could| will)(?: \w+)? (?:post|mail|e-?mail|wrap|print|deliver|hand)"
    r" (?:you (?:one|it|them)\b|(?:it|one|them) (?:out |over |off |across |round |up )*(?:to|for) (?:you|your|him|her|them)\b)"
    r"|^(?:yes|yep|yeah|sure|of course|absolutely|no problem|happy to|can do|easy|sorted|done)\b"
    r"|\b(?:let's|let us) (?:(?:\w+ )?(?:do|add|try|book|go for|include)"
    r" (?:it|that|them|one|some|those|this)|start|begin|get (?:you|it) booked)\b"
    r"|\b(?:it|that|they|this)(?:'s| is|'re| are) (?:\w+ )?(?:sorted|fine"
    r"|no (?:problem|bother|trouble|hassle)|included|on (?:me|the menu)|available|yours|free)\b"
)
"""In another clause, or the next sentence: the professional does it after all."""
_SUPPLIED: Final = re.compile(
    r"\b(?:i|we)(?: (?:can|could|also|always)|'ll|'d)?"
    r" (?:bring|do|offer|provide|include|arrange|supply|rent|run|make)\b"
)
"""In another clause of the same sentence: the professional brings what it takes."""
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|am|be|isn't|aren't|wasn't|has|have|had|will|won't|would|can|could|does|did|do"
    r"|may|might|must|should|gets?|got|makes?|made|takes?|took|needs?|believes?|sets?|fills?"
    r"|brings?|brought|turns?|looks?|sounds?|seems?|comes?|came|goes|went|gives?|gave|says?|said|thinks?"
    r"|thought|knows?|knew|wants?|tells?|told|works?|stays?|keeps?|kept|leaves?|left|costs?"
    r"|means?|meant|feels?|felt|starts?|puts?|runs?|ran|loves?|hates?|calls?|shows?|tastes?|smells?"
    r"|reminds?|ruins?|causes?|(?<!the )(?<!our )(?<!your )(?<!my )last|lasts|tends?|broke|fell|hurt|lost|found|won|stood|sat|sold|bought|held"
    r"|met|wore|wrote|became|began"
    r"|the (?:artist|therapist|practitioner|stylist|technician|tech|trainer|teacher|operator|person"
    r"|client|dog|groomer|vet|doctor|dentist|barber|tattooist|surgeon|nurse|photographer) \w+s"
    r"|(?:he|she|they|it|everybody|everyone|people|who|nobody|somebody) \w+|never|always|usually"
    r"|\w{3,}ed)\b|[a-z](?:'s|'ll|'d)\b"
)
_WHAT_IT_DOES: Final = re.compile(
    r"(?:(?:never|always|only|just|often|usually|\w+ly) )?(?!(?:nights|evenings|mornings|afternoons"
    r"|sessions|classes|lessons|packages|days|weekends|treatments|parties|slots|rooms|sets|starts|is|was"
    r"|has|does|as|us|this|plus|comes|costs)\b)"
    r"[a-z]{3,}s (?:the|an?|your|its|their|his|her|it|them|you|him|for itself|itself|rings|up|out|off"
    r"|away|down|into|onto|(?:on|in|over|through|above|under) (?:the|your|a))\b"
)
"""Behind a phrase: a verb with what it acts on, "lifts the sand out"."""
_WHAT_THEY_DO: Final = re.compile(
    r"(?:(?:never|always|only|just|often|usually|\w+ly) )?(?!(?:for|with|and|or|in|on|at|from|to|by|as"
    r"|of|into|over|under|after|before|during|until|till|plus|like|near|if|when|while|are|were|have|will"
    r"|can|but|so|not|is|all|both|come|cost)\b)"
    r"[a-z]{3,} (?:the|their|your|on (?:the|your)|off|into|you|it)\b"
)
"""Behind a plural: "hot stones hold their heat"."""
_REACH: Final = 28
"""Words on each side of a phrase that are looked at."""
_FOLLOWING: Final = 100
_OPENER: Final = re.compile(r"(?:(?:ok|okay|right|fine|so|well) , )+")
"""What opens a sentence and says nothing: "okay, the hotel has a bar service"."""
_EXCLAIMED: Final = (["what", "a"], ["what", "an"], ["such", "a"], ["such", "an"])
"""Before what somebody marvels at: "what a wild game!"."""
_BOOKED: Final = re.compile(r"\b(?:book|yours|come|join|with (?:me|us)|for you)\b")
_SENTENCE_STOP: Final = re.compile(r" ?[.!?;\n](?: |$)")
_ECHO: Final = 2
_FEW_WORDS: Final = 5
"""Words around a phrase that make no sentence yet."""


def is_small_talk(reading: Reading, first: int, last: int, *, answers: bool) -> bool:
    """True for words `[first, last)` in a sentence that speaks of them in general.

    `answers` says that the client has written before: "okay" at the opening then says yes.
    """
    begin, end = reading.sentence(first)
    words, marks = reading.words, reading.marks
    question = words[end - 1] == "?"
    begin, end = max(begin, first - _REACH), min(end, last + _REACH)
    around = (first - begin) + max(0, end - last)
    line, at = reading.line, reading.line_at
    stop = at[end] if end < len(at) else len(line)
    following = line[stop : stop + _FOLLOWING].lstrip("\n ")
    cut = _SENTENCE_STOP.search(following)
    following = following[: cut.start()] if cut else following
    if question:
        echo = around <= _ECHO and words[first - 1 : first] not in (["a"], ["an"], ["the"], ["fancy"])
        return echo and bool(following) and not _is_taken_up(following)
    if begin > 1 and (words[begin - 2] in _YES_BEFORE or words[begin - 3 : begin - 1] in _ECHOED_BEFORE):
        return False
    if words[first - 2 : first] in _EXCLAIMED and words[last : last + 1] == ["!"]:
        return not (_TO_BE_HAD.search(following) or _BOOKED.search(following) or _is_taken_up(following))
    if around < _FEW_WORDS or _is_disguised(reading, first, last) or _has_figures(reading, begin, end):
        return False
    opens, closes = first, last
    while opens > begin and (not marks[opens - 1] & BREAK or words[opens - 1] in _JOINING):
        opens -= 1
    while closes < end and not marks[closes] & BREAK:
        closes += 1
    position = at[last] if last < len(at) else len(line)
    before = subject_over_aside(reading, opens) + line[at[opens] : at[first]]
    after = line[position : at[closes] if closes < len(at) else len(line)]
    does = _WHAT_IT_DOES.match(after) or (words[last - 1].endswith("s") and _WHAT_THEY_DO.match(after))
    if (
        not (does or _FINITE.search(before) or _FINITE.search(after))
        or _OURS.search(before)
        or _OURS.search(after)
    ):
        return False
    if _TO_BE_HAD.search(
        line[at[begin] if answers else _opened(line, at[begin]) : at[first]]
    ) or _TO_BE_HAD.search(line[position:stop]):
        return False
    if _PREDICATE.search(before) or _INVITED.search(line[at[begin] : at[first]]) or _COMMENDED.match(after):
        return False
    sentence = line[at[begin] : stop]
    return not (_SUPPLIED.search(sentence) or _TAKEN_UP.search(sentence) or _is_taken_up(following))


def _opened(line: str, position: int) -> int:
    """Return where a sentence begins behind what opens it and says nothing."""
    opener = _OPENER.match(line, position)
    return opener.end() if opener else position


def _is_disguised(reading: Reading, first: int, last: int) -> bool:
    """True for words that are spelled to be overlooked: nobody hides small talk. A slip hides nothing."""
    typed = reading.text(first, last).lower()
    letters = "".join(typed.split())
    if letters == "".join(reading.words[first:last]):
        return False
    return not (letters.isascii() and letters.isalpha() and len(typed.split()) <= last - first)


def _has_figures(reading: Reading, begin: int, end: int) -> bool:
    """True where a price or a length may be stated."""
    words, marks = reading.words, reading.marks
    for i in range(begin, end):
        if marks[i] & NUMBER and _YEAR.match(words[i]) is None:
            return True
        if marks[i] & NUMBER_WORD and any(m & (DURATION_UNIT | CURRENCY) for m in marks[i + 1 : i + 3]):
            return not any(word.startswith(_LONG_TIMES) for word in words[i + 1 : i + 3])
    return False


_LONG_TIMES: Final = ("year", "month", "decade", "week")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_JOINING: Final = ("and", "or", "&")
"""What joins two verbs of one subject: "I could put a table up and do X"."""
_YES_BEFORE: Final = frozenset("yes yep yeah aye sure absolutely definitely course gladly yup ya".split())
_ECHOED_BEFORE: Final = [
    [who, verb] for who in ("i", "we") for verb in ("do", "can", "could", "will", "would")
]
_OPENS_YES: Final = re.compile(
    r"(?:(?:oh|ah|ha|haha|well) (?:, )?)?(?:yes|yep|yeah|aye|sure|of course|absolutely"
    r"|no (?:problem|bother|wahala|worries|stress)|happy|gladly|can|definitely|too easy"
    r"|no (?:drama|dramas|trouble|hassle|fuss)|i'm your (?:woman|man|girl|guy|person|lady|gal)"
    r"|you're in (?:luck|the right)|look no further|say no more|you've come to the right|why not"
    r"|hell yes|never a (?:problem|bother|hassle)|no ?(?:one|body) does (?:it|them) (?:better|like)"
    r"|no wait , yes|(?:they're|it's|those are) (?:out|on|ready|warm\w*|all set|set up|here"
    r"|off the heat)|(?:i|we) (?:\w+ )?(?:heat|warm|include|leave)"
    r" (?:them|it|those)\b(?! (?:to|for|out|alone|be)\b)|easy|sorted|done|included|always"
    r"|any ?(?:time|day)|leave (?:it|that) (?:to|with) me|i leave (?:it|that) (?:up )?to you|keen|game"
    r"|love|i'm (?:keen|in|game|up|down|happy|all)|go on|for you|i (?:do|can|could|will)|i'll|i'd"
    r"|we (?:do|can|could|will)|we'll|that's|available|[$£€]|\d+)(?!\w)"
)


def _is_taken_up(following: str) -> bool:
    """True where the next sentence says yes to it."""
    return (
        _TAKEN_UP.search(following) is not None
        or _OPENS_YES.match(following) is not None
        or opens_assent(following, 0)
    )
