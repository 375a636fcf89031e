"""Phrases that are in somebody else's hands: what another does, has or had, or is only told of."""

from __future__ import annotations

import re
from typing import Final

from align.claims.mentions import is_delivered_after, is_mention

_THIRD_PARTY: Final = re.compile(
    r"\b(?:the|your|her|his|their|a|another|my) (?:[\w'-]+ )?(?:kennel|kennel's|vet|vet's|hairdresser"
    r"|venue|venue's|hotel|hotel's|school|school's|shop|salon|clinic|doctor|gp|physio|midwife|caterer|dj"
    r"|band|colleague|friend|lady|guy|person|studio down|place down|someone else|neighbou?r|sister|mum"
    r"|mom|cousin|teacher|agency|spa|pharmacist|other \w+)\b(?:'s|'ll|'d| who| that| can| does| do| is"
    r"| are| offers?| runs?| will| might| could| has| have| did| was| were)"
    r"|\b(?:they|he|she|someone|somebody|they'll|they're|they do|people)"
    r" (?:do|does|did|offer|offers|can|could|will|had|has|have|are|were|was|might|run|runs|also|usually"
    r"|specialise|specialize)\b"
    r"|\b(?!(?:it|that|what|there|everything|this|all|i|we|you|here)\b)[^\W\d]{2,}(?: ?'s|'ve| has"
    r"| have)(?: \w+)? (?:done|been doing|offered|been offering|run|been running|taught|been teaching"
    r"|specialised in|specialized in) (?:[\w'-]+ )?$"
    r"|\b(?:they|he|she|who) $|\bthey(?:'d|'ll|'ve| [a-z]+) (?:(?:the|some|your|him|her|you) )?$"
    r"|\bwho (?:\w+ )?(?:offers?|does?|runs?|sells?|teach(?:es)?)\b"
    r"|\bonly (?:a|an|the|your) [\w'-]+ (?:can|may|should|could|is allowed)\b"
    r"|\bask (?:your|the|a|them|him|her)\b|\brecommend(?:ed)? (?:a|someone|my|the)\b"
    r"|\bleave (?:that|the|it|those)?\b"
)
_KIN: Final = (
    r"(?:sister|brother|cousin|nephew|niece|son|daughter|mum|mom|mam|mother|dad|father|grandmother"
    r"|grandma|grandfather|grandpa|aunt|auntie|aunty|uncle|gran"
    r"|granny|nan|nana|neighbou?r|friend|mate|pal|flatmate|roommate|husband|wife)"
)
_THEIRS: Final = r"(?:friends|mates|kids?|partner|bridesmaids|guests|girls|boys|dog|pup|puppy|cat|little one)"
_DOES: Final = (
    r"(?:paints|sells|offers|teaches|runs|makes|gives|fits|bakes|cuts|plays|keeps|trains|builds|takes"
    r"|brings|walks|grooms|cleans|photographs|fixes|specialises|specializes|handles|breeds|cooks|sings"
    r"|shoots|hosts|rents|repairs|sews|styles|swears"
    r"|gave|taught|sold|ran|did|used to|painted|played|baked|cooked|sewed|told)"
)
_THEIR_DOING: Final = re.compile(
    rf"\b(?:my|our|your|his|her|their) (?:[\w-]+ ){{0,2}}{_KIN}(?: (?:still|also|only|always|usually"
    rf"|never|\w+ly))? {_DOES}\b"
)
_SHOP_DOES: Final = re.compile(
    r"\bthe (?:(?:big|bigger|fancy|posh|new|other|wee|little|cheap|local|old) )*(?:shop|salon|place|spa"
    r"|parlou?r|barbers?|gym|cent(?:re|er)|pub|school|studio|crowd|lads?|girls?|fella|lady|guy|ones?"
    r"|people)"
    r" (?:next door|(?:down|across|round|around|up|opposite|over|beside|near|behind)"
    r" (?:[\w'-]+ ){0,2}[\w'-]+|(?:on|by) (?!(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)(?:the )?[\w'-]+(?: \w+)?|in (?:town|the (?:village|mall|city)))"
    r" (?:also |still |only )?(?:does|do|has|have|offers?|runs?|sells?|teach(?:es)?|takes?)\b"
)
"""What kin of either side do, "my wee cousin paints in X", and shops elsewhere: "the shop on Fulton does X"."""
_READY_FOR_YOU: Final = re.compile(r"(?:[\w'-]+ ){0,3}?(?:for|with) (?:you|u|ye)\b")
"""Behind a phrase: the shop is the professional's own, "the studio on Fulton has X ready for you"."""
_RECEIVES: Final = re.compile(
    rf"\b(?:they|he|she|people|anyone|(?:your|his|her|their) (?:[\w-]+ )?(?:{_KIN}|{_THEIRS}))(?:'ll|'d"
    r"| can| could| will| would| may| might)(?: (?:also|both|all|just|even|always|then|each))?"
    r" (?:(?:have|get|enjoy|join|stay|try|book|come|go|start|pick|choose|use|love|add|do with)\b"
    r"|(?P<itself>(?:do )?$))"
)
"""Before a phrase: who gets it, not who gives it: "she can have X while you wait"."""
_HERE: Final = re.compile(
    r"(?:[\w'-]+ ){0,6}?(?:with (?:me|us)|here|at (?:mine|ours|my|our)|in (?:my|our))\b"
)
_WITH_US: Final = re.compile(r"(?:with|from|by) (?:me|us)\b|here\b")
_AT_OTHERS: Final = re.compile(
    r"(?:[\w'-]+ ){0,3}?(?:there|elsewhere|(?:from|with|by|at|in|through)"
    r" (?:town|an?|another|someone|somebody|their|your"
    r"|(?:his|her) (?:own|place|house|home|school|club|gym)"
    r"|the (?!studio|end|start|same|next|second|first|morning|afternoon|evening|meantime|hour"
    r"|session)))\b"
)
"""Behind it: somebody else's house."""
_OTHERS_DO: Final = re.compile(
    r"(?:^|\b(?:but|and|so|let) )(?!(?:the|a) (?:studio|package|session|shop|menu|van|price|hour|team"
    r"|treatment|massage|deal|visit|room|ritual|facial|course|day|evening|night|\d+"
    r"|(?:[\w-]+ )(?:session|package|treatment|massage))\b)(?:(?:the|your|a|an|their|his|her|some|most"
    r"|many|other|another) )?"
    r"(?!(?:could|might|may|should|must|shall) )(?:(?!(?:i|we|me|us|you|it|this|that|which|what|who|here"
    r"|there|let's|lets|let|ill|id|im|my|our|to"
    r"|can|will|would|please|don't|not|just|if|when|always|also|happy|for)\b)[\w'-]+ ){1,4}"
    r"(?:is the boss of|is in charge of|is responsible for|takes care of|will (?:do|handle|sort)|has"
    r"|have|does|did|do|gave|made|handles?|offers?|sells?|runs?|provides?|performs?|teach(?:es)?"
    r"|looks? after|takes? care of|deals? with|books|arranges|organi[sz]es|leads|hosts"
    r"|guides)(?: (?:you|him|her|them))?(?: (?:the|a|an|any|some|that|all|such))* $"
    r"|\b(?:the|your|their) (?:caterers?|venue|hotel|organi[sz]ers?|planners?|kennels?|vets?|pub|school"
    r"|kitchen|bridesmaids|in-laws) (?:is|are) (?:already )?(?:doing|handling|running|providing|covering"
    r"|sorting|laying on)(?: (?:the|a|an|any|some|all))* $"
)
"""Somebody else's doing: "your dentist does the whitening", "midwives handle the birth"."""
_NOT_AN_OFFER: Final = re.compile(
    r"\b(?:sorry (?:to hear )?(?:about|for)"
    r"|(?<!'ll )(?<!\bi )(?<!can )(?<!'d )(?<!\bto )(?<!\bwe )(?<!me )(?<!could )(?:do|wear|bring|keep"
    r"|leave|have|style|fix) your(?: own)?|(?:glad|great|happy|pleased|delighted|lovely|good|sounds like"
    r"|hear|heard)(?: to hear)?(?: that)? (?:the|your|his|her|their)|how (?:was|did|were|is)"
    r"|hope (?:the|your|his|her|that)|congrats on|congratulations on"
    r"|(?<!look )(?<!looking )after (?:the|your|her|his)|before (?:the|your|her|his)|since (?:the|your)"
    r"|remember (?:the|your)|went to|been to|(?:i|we|you|he|she|they)(?: \w+)? (?:was|were) at"
    r"|(?:off|heading|headed|on (?:my|our|the) way) to(?! (?:you|u|ye|yours)\b)"
    r"|going to (?:the|an?|that|this)|how (?:good|great|bad|nice|lovely|amazing|tasty|class|unreal|hot"
    r"|busy) ?(?:'s|is|was|are|were)|how ?'s (?:the|that|your)(?: [\w'-]+){0,2} $"
    r"|(?:i|we)(?: (?:once|all|both|just|only|never|last))? had $|heard about|read about|saw"
    r"|watch(?:ed|ing)|(?:till|until|did|if|have|should|ever) you"
    r" (?:\w+ )?(?:see|seen|saw|hear|heard)(?: (?:the|that|any|those))?(?! (?:my|our)\b)"
    r"|(?:go |take it )?easy on|careful with|stay off|lay off"
    r"|(?:i'd be|i'm|i am|i was|we're) (?:(?:a bit|totally|completely|absolutely|pretty|truly"
    r"|really) )?(?:lost|useless|hopeless|terrible|rubbish|dangerous|shocking|brutal|pants|crap|awful"
    r"|clueless|a disaster|a menace) (?:at|with|when it comes to|on)"
    r"|(?:i|we)(?:'d| would)? (?:\w+ )?(?:hate|hated|dread|dreaded|despise|loathe|detest)"
    r"|the wrong \w+ (?:for|to ask about)|condolences|from (?:the|your)|during (?:the|your)"
    r"|at (?:the|your) (?:last|friend's|previous)|photo of|pic of|picture of"
    r"|(?<!you'd )(?<!you'll )love(?:d)? (?:the|your|that|those)|used to|if you've had|if you have had"
    r"|you had|you've had(?! (?:my|our)\b)|have you had|had (?:a|any|your)|with your"
    r"|remove (?:the|your|any)|take off"
    r"|(?:thanks|thank you|cheers|ta|grateful|kind of you"
    r"|good of you)(?: (?:so much|a lot|again|a million))?"
    r" (?:for(?! (?:booking|choosing|picking|ordering|coming (?:in|over|round|back|to (?:me|us)) for)\b)"
    r"|to)|good luck (?:with|at)|(?:was|were) (?:out|over|away|back) (?:for|at|having)|line between"
    r"|(?:the|your|their|his|her|a) (?!(?:\w+ )?(?:one|next|first|second|third|bonus|extra"
    r"|treat) ?'s )(?:\w+ )?\w+(?:'s| 's| '))(?: (?!(?:i|i'll|i'd|we|we'll|we'd)\b)[\w'-]+){0,3} ?$"
    r"|\b(?<!start )(?<!put )(?<!get )(?:you're|you are|you|she's|he's|they're|she|he|they)"
    r" (?:still |already |currently |both )?(?:taking|on|using|having|wearing|took|take|use|used|have"
    r"|has|had|got)(?: [\w'-]+){0,2} ?$"
)
_OWN_HELP: Final = re.compile(
    r"\b(?:i|we|happy|glad|delighted|here)(?: ?'d| ?'ll| would| will| can"
    r"| could)?(?: (?:\w+ly|also|love|like|be (?:\w+ )?(?:happy|glad|delighted|thrilled|honoured"
    r"|able)))* (?:to )?(?:help(?: you)?(?: out)?|assist(?: you)?) with your(?: own)?(?: [\w-]+)? $"
    r"|\b(?:i|we)(?: ?'ll| ?'d| can| could| will| would|'m going to"
    r"|'m coming to)(?: (?!(?:you|he|she|they|but|so|if|while|when)\b)[\w'-]+){1,10} and"
    r" (?:then )?(?:do|style|fix|fit|touch up|sort|refresh) your(?: [\w-]+)? $"
)
"""Before a phrase that is the client's: the professional helps with it, or a verb joined to ours does it."""
_OTHERS_OWN: Final = re.compile(
    r"(?:[\w'-]+ )?(?:of|by|from) (?:your|their|his|her|another|the|a)"
    r" (?!(?:end|day|hour|list|menu|card|start|same|week)\b)\w+"
)
"""Behind a phrase: whose it is, "the smoking course of your insurer"."""
_AT_THEIRS: Final = re.compile(
    r"(?:at|in|from) (?:the|your|their|an?|that) (?:[\w'-]+ )?(?:hospital|uni|university|college|gym"
    r"|church|library|leisure|vet|vet's|vets|council|community|kennels)\b"
)
"""Behind a phrase with a definite article: where others give it, "the X at the university clinic"."""
_HAPPENED: Final = re.compile(
    r"(?:\w+ )?from (?:(?:19|20)\d\d|last (?:year|month|time|week|summer|winter|spring|autumn|fall"
    r"|christmas))\b|"
    r"(?:that |which )?(?:you|she|he|they) (?:\w+ )?(?:had|tried|saw"
    r"|(?:liked|loved|enjoyed|admired|mentioned)(?: so much| last time| that day)?"
    r" (?:was|were|went|are (?:gone|no)|belonged|came))\b"
    r"|(?:at [\w']+ )?(?:(?:in|on|last) \w+ |yesterday |before )?(?:\w+ly )?(?:was|were|went|took|ended"
    r"|turned|got|looked|sounded|came|brought|made|had|kept|left|ran|broke|fell)\b"
)
"""Behind a phrase with a definite article: an event that is over, "the barbecue at ours was …"."""

_ELSEWHERE: Final = re.compile(
    r"(?:at|on|by|near|down|in|behind|from) (?:the )?(?!(?:my|our|your|me|us|this|menu|list|package"
    r"|session|price|deal"
    r"|offer|studio|salon|shop|workshop|van|house|hour|home|here|mine|ours|\w+day|weekend|weekends"
    r"|morning|evening)\b)"
    r"[\w'-]+ (?:[\w'-]+ ){0,2}(?:was|were|had|went|got|made|took|came|cost|has|have|starts?|begins?"
    r"|opens?|closes?"
    r"|sells?|does|runs?)\b(?! (?:you|for you|in it|on me)\b)"
)
"""Behind a phrase with a definite article: what goes on somewhere else, "the fireworks on the river start at 9"."""
_RUNS: Final = re.compile(r"(?:starts|begins|ends|finishes|stops)\b")
"""Behind a phrase with a definite article: somebody else's event."""
_MADE_BY_THEM: Final = re.compile(
    r"(?:that |which )?(?:your|his|her|their) (?:\w+ )?\w+ (?:makes?|made|does|did|takes|took|plays?|sings?"
    r"|sent|runs?|had|posts?|posted|wrote|baked|shot|gave|goes to|went to)\b"
    r"|(?:recital|concert|exam|teacher|tutor|coach|instructor|show|homework|certificate|lady|guy|people|place"
    r"|school|club|crowd|trip|tickets?"
    r")s?\b(?! (?:with (?:me|us)|at (?:mine|ours)|here)\b)"
)
"""Behind a phrase with a definite article: whose work it is, "the reels your daughter makes", "your X teacher"."""
_THEIR_PICTURES: Final = re.compile(
    r"(?:photo|picture|pic|snap)s?\b(?! (?:are|is|will be|'ll be|'re) (?:\w+ )?(?:ready|done|here"
    r"|attached|coming|on|in)\b)"
)
"""Behind a phrase that is the client's: pictures of it, unless they are delivered."""
_OURS: Final = re.compile(r"\b(?:i|i'll|i'd|i'm|we|we'll)\b")


def is_in_other_hands(line: str, before: str, stop: int) -> bool:
    """True for what somebody else does, has, had, or is only told of."""
    if (
        _is_anothers(line, before, stop)
        or is_mention(line, before, stop)
        or _is_elsewhere(line, before, stop)
    ):
        return True
    if before.endswith(("have your ", "get your ", "do your ")) and _WITH_US.match(line, stop):
        return False
    if _NOT_AN_OFFER.search(before) is None or _OWN_HELP.search(before):
        return False
    return not is_delivered_after(line, before, stop)


def is_received(line: str, before: str, stop: int) -> bool:
    """True for what somebody with the client gets, and not in another's house: "she can have X while you wait"."""
    return _RECEIVES.search(before) is not None and _AT_OTHERS.match(line, stop) is None


def _is_shops(line: str, before: str, stop: int) -> bool:
    """True for what a shop elsewhere does, unless it waits for the client there."""
    return _SHOP_DOES.search(before) is not None and _READY_FOR_YOU.match(line, stop) is None


def _is_anothers(line: str, before: str, stop: int) -> bool:
    """True for what another person does; a client's dog, child or friend only gets it."""
    if not (
        _THIRD_PARTY.search(before)
        or _OTHERS_DO.search(before)
        or _THEIR_DOING.search(before)
        or _is_shops(line, before, stop)
    ) or (_OURS.search(before) or " with me " in before or before.endswith(("my ", "our "))):
        return False
    if line.startswith(("with me ", "with us "), stop):
        return False
    gets = _RECEIVES.search(before)
    if gets is None:
        return True
    return (
        _HERE.match(line, stop) is None
        if gets["itself"] is not None
        else _AT_OTHERS.match(line, stop) is not None
    )


def _is_elsewhere(line: str, before: str, stop: int) -> bool:
    """True for somebody else's own, and for an event that is over."""
    if before.endswith(("your ", "their ", "her ", "his ")) and _THEIR_PICTURES.match(line, stop):
        return True
    if before.endswith(("the ", "your ", "that ", "their ", "those ", "her ", "his ")):
        return any(
            p.match(line, stop)
            for p in (_OTHERS_OWN, _AT_THEIRS, _HAPPENED, _RUNS, _MADE_BY_THEM, _ELSEWHERE)
        )
    return False
