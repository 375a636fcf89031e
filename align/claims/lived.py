"""Phrases from ordinary life: what who speaks eats, sings or lives beside, "hoarse from karaoke".

Nobody has the thing to give there: it is eaten, heard, banned, washed out or only named on the way
to something else.
"""

from __future__ import annotations

import re
from typing import Final

from align.claims.stances.passed_on import PRACTITIONERS

_ARTICLES: Final = r"(?:(?:the|a|an|any|all|some|that|my|his|her|your|their|last|night's) )*"
_KIN: Final = (
    r"(?:sister|brother|cousin|nephew|niece|son|daughter|mum|mom|mam|mother|dad|father|aunt|auntie|uncle"
    r"|gran|granny|nan|nana|grandm(?:a|other)|grandp(?:a|father)|neighbou?r|friend|mate|husband|wife|ex"
    r"|flatmate)"
)
_BEFORE: Final = re.compile(
    r"(?:^|\b(?:i'm|i am|im|we're|i was|still|me|bit) )(?:(?:still|all|so|totally|a bit|half|only|just"
    r"|pure) )*(?:hoarse|recovering|knackered|tired|wrecked|stiff|hung ?over|exhausted|shattered|deaf"
    r"|buzzing|croaky|bankrupt|dying|dead|home|on the (?:way|bus|train) back)"
    rf" (?:from|after) {_ARTICLES}$"
    r"|\b(?:i|i'm|i've|we|we're|me|just|still|busy)(?: \w+)?"
    r" (?:eat|eating|ate|scoffing|scoffed|munching|inhaling|inhaled|digesting|full of"
    r"|stuffed with)(?: (?:my|the|some|too much|all the))? $|^eating(?: (?:my|some))? $"
    r"|\b(?:i'd|i would|i could) (?:kill|murder|die|sell my \w+) for (?:some |a )?$"
    r"|\b(?:let me|i'll just|just) finish my $|\b(?:i'm|i am)"
    r" (?:addicted to|obsessed with|mad for|daft about|craving|dreaming of|queu\w+ for)"
    r" (?:the |my |a )?$"
    r"|\b(?:i'd|i'm|i am|i was) (?:be )?(?:a (?:danger|menace|disaster|liability)(?: [\w'-]+){0,3}"
    r" (?:at|with|near)|(?:hopeless|useless|rubbish|terrible|awful|lost)"
    r" (?:running|doing|giving|teaching|playing|singing|making|hosting))(?: (?:a|an|the|any))? $"
    r"|\b(?:glad|great|lovely|good|happy|delighted|nice)(?: to hear| to see)?(?: that)?"
    r" (?:he|she|they|you|(?!(?:i|it|we)\b)\w+)(?: ?'s|'re| is| are)"
    r" (?:enjoying|liking|loving|getting on with|sticking with) (?:the|his|her|your|their) $"
    r"|(?<!didn't )(?<!don't )(?<!never )\b(?:bans?|banned|forbids?|forbade|prohibits?|outlaws?"
    r"|outlawed) (?:the |all |any )*$"
    r"|(?:^|\b(?:please|and|just|then|you can|you should|you could|must|you'll need to|need to"
    r"|best to) )(?:wash|rinse|soak|scrub|grow|peel) (?:out|off)"
    r" (?:the|any|that|your|all)(?: (?:old|last))? $"
    r"|\bignore (?:the |that |any |all )*(?:(?:bit|line|part) about )?(?:the )?$"
    r"|\bdo (?:i|we) look like (?:i|we|someone who|somebody who|a man who|a woman who)(?: \w+)? $"
)
"""Before a phrase: it is had, suffered, banned or put away, by who speaks or by others."""
_BEHIND: Final = re.compile(
    r"before (?:mine|me|ours|us)\b|(?:lists?|times?|queue) (?!for\b)"
    r"|(?:[\"'] )?(?:(?:bit|line|entry|listing|mention) )?(?:on|in|from) (?:my|our|that)"
    r" (?:old|previous) (?:page|site|website|menu|list|profile|flyer|card|insta|bio"
    r"|ad)\b(?![^.!?]{0,40}\b(?:still|same|stands|applies)\b)"
    r"|(?:stopped|ended|finished|died|went out) (?:with|when|after|last|years?|in (?:20|the)"
    r"|for good)\b(?![^.!?]{0,60}\b(?:back|again|but)\b)"
    r"|off (?:first|before|beforehand|please|by then|the day before)\b"
    r"|(?:is|are) (?:lovely|great|grand|nice|fine|good|brilliant) but (?:you'd|you'll) (?:want|need)"
    r" (?!(?:me|us|to|an?|the|two|your|about|some)\b)[a-z]+ for (?:it|that|them|those)\b"
)
"""Behind a phrase: whatever stands before it, it is no offer."""
_AROUND: Final = (
    (
        re.compile(rf"\bmy {_KIN} ?'s (?:\w+ )?$"),
        re.compile(
            r"(?!(?:kits?|rigs?|gear|sets?|table|stuff|kitchen|studio|van|machine)\b)(?![^.!?]{0,60}\b(?:i can"
            r"|i'll|we can|we'll|you can|for you)\b)"
        ),
    ),
    (
        re.compile(
            r"\b(?:i'm|i am|we're|i was|i'll be|i've been) (?:having|getting|grabbing)(?: some)? $"
            r"|^(?:grabbing|having|getting)(?: some)? $"
        ),
        re.compile(
            r"(?:till|until|then i'm|then i'll|for (?:lunch|dinner|tea|breakfast)|right now|at the moment"
            rf"|with (?:my|the) (?:girls|lads|mates|family|kids|boys|folks|parents|relatives|{_KIN}s?)\b)"
        ),
    ),
    (re.compile(rf"\bhope {_ARTICLES}$"), re.compile(r"(?:was|were|went|goes)\b")),
    (
        re.compile(r"\bhow(?: ?'s| is| are)(?: (?:the|your|his|her))? $"),
        re.compile(r"(?:going(?! to\b)|getting on|coming along|treating|working out)\b"),
    ),
    (
        re.compile(
            r"\b(?:at|in|to|near|by|past|from|outside|opposite|behind|beside|above|below|over|under|next to)"
            r" (?:the|that|this|a) $"
        ),
        re.compile(
            r"(?:bar|counter|place|shop|van|truck|joint|restaurant|takeaway|takeout|lounge|club|spot|stand|stall"
            r"|bus)\b(?! (?:i|we|of mine|at mine))"
        ),
    ),
    (
        re.compile(
            r"\b(?:you've|you have|you've got|got|wearing|still have|come with|with)(?: (?:any|old|your))? $"
        ),
        re.compile(r"on(?= (?:[.,!?]|already|still|now|when|right now|at the moment)|$)"),
    ),
    (
        re.compile(
            r"\b(?:good luck|best of luck|fingers crossed|all the best"
            r"|well done)(?: (?:in|on|for|with|at))(?: (?:the|your|his|her|that))? $"
        ),
        re.compile(r"(?:exam|mock|test|final|paper|audition|match)s?\b|(?:[.!]|$)"),
    ),
    (
        re.compile(r"\bunless (?:it's|it is|you want|you're after) $"),
        re.compile(r", (?:then )?(?:i'm (?:in|game|up|yours)|we're good|grand|yes|no problem|all good)\b"),
    ),
)
"""On both sides of a phrase."""
_HARDLY: Final = re.compile(
    rf"(?:is|are|'s|'re) (?:an? (?:\w+ )?(?:{PRACTITIONERS})"
    rf" (?:job|thing|call|question|matter|task)\b(?![^.!?]{{0,20}}\b(?:and|but|which)"
    r" (?:i'm|i am|that's me|i|we)\b)|an? (?:(?:hard|firm|flat|definite|polite|respectful|big|fat"
    r"|solid) )*(?:pass|no|nope|never)(?= (?:[.,!]|from|for me|here)|$)"
    r"|(?:banned|illegal|outlawed|forbidden)\b(?! (?:for (?:under|kids|minors|anyone under)|under|below"
    r"|without|unless))(?![^.!?]{0,40}\b(?:but|though)\b))"
    r"|and (?:i|me) (?:[\w']+ ){0,2}?(?:parted|split up|broke up|fell out|divorced|never|not|don't|aren't)\b"
    r"|: (?:(?:respectfully|sadly|sorry|afraid|honestly|alas|just|always|still) ,? ?)*(?:no|nope|never"
    r"|nah|negative|pass|hard pass|not (?:for me|my thing))(?= [.,!]|$)"
    r"|, (?:negative|hard pass|no siree|no dice|not a hope|no chance)(?= [.,!]|$)"
    r"|, (?:i|we) (?:\w+ )?(?:turn (?:away|down)|skip|avoid|refuse|decline)(?= [.,!]|$)"
    r"|[^.!?;,]{0,40}\b(?:isn't|aren't|wasn't|wouldn't be|not|never)\b[^.!?;,]{0,30},"
    r" (?:(?:the|my|your|his|her) [\w'-]+(?: \w+)? (?:said|says|reckons|reckoned|warned|thinks)"
    r"|(?:says|said|reckons|warns) (?:the|my|your|his|her) \w+)(?= [.!]|$)"
)
"""Behind a phrase: it is turned down without a verb of its own, or on another's word."""
_ALL_BUT: Final = re.compile(
    r"\b(?:everything|anything|all|most things|any \w+)"
    r" (?:but|bar|barring|save|short of|apart from|except|besides|other than)(?: (?:the|a|an|for))? $"
)
_ENDS: Final = re.compile(r"(?:[.,!?;]|$|so\b|tbh\b|sorry\b|really\b|i'm afraid\b)")


def is_lived(before: str, line: str, stop: int) -> bool:
    """True for a phrase between `before` and `stop` of the line that somebody eats, sings, bans or lives beside."""
    if _BEFORE.search(before) or _BEHIND.match(line, stop):
        return True
    return any(left.search(before) and right.match(line, stop) for left, right in _AROUND)


def is_ruled_out(before: str, line: str, stop: int) -> bool:
    """True for "X: no", "X's a vet job", "everything but X"."""
    if _HARDLY.match(line, stop):
        return True
    return _ALL_BUT.search(before) is not None and _ENDS.match(line, stop) is not None
