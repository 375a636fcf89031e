"""The stance towards a phrase of the spec: offered, turned down, or in somebody else's hands.

This refines `stance_of` where phrases have ways of their own: what another person does,
what the client has had, an event that is over, and a next sentence that takes it back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.anothers_own import is_anothers_own
from align.claims.appointed import is_appointed, is_set
from align.claims.bystanders import is_bystanders
from align.claims.claim import Speaker, Stance
from align.claims.client_stance import client_stance
from align.claims.given_up import is_given_up
from align.claims.half_refused import leaves_on_offer
from align.claims.inserted_phrases import subject_over_aside
from align.claims.lived import is_lived, is_ruled_out
from align.claims.mentions import is_delivered_after, is_mention
from align.claims.own_work import is_own_work
from align.claims.recounted import is_recounted
from align.claims.small_talk import is_small_talk
from align.claims.stance import stance_of
from align.claims.stances.passed_on import is_passed_on
from align.claims.stances.past import is_long_past
from align.claims.taken_back import is_taken_back
from align.claims.taken_up import is_commended, is_taken_up
from align.reading.cues import BREAK, NEGATION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

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
_TAUGHT: Final = re.compile(
    r"\b(?:teach|teaching|show|showing|tell|help|helping|coach|learn|learning|train"
    r"|training)(?: (?:you|u|ye|ya|him|her|them|people))(?: how)?(?: to)?(?: \w+)? $"
    r"|\b(?:how|learn(?:ing)?) to (?:\w+ )?$"
)
_THAT_IS_TAUGHT: Final = re.compile(
    r"(?:\w+ ){0,3}?, (?:that|which|now that) (?:i|we)(?:'ll| can| could| will| do| would)?(?: \w+)?"
    r" (?:teach|show|help)\b"
)
"""Around what the client does, "walk your dog": the professional teaches how."""
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
_REACH: Final = 28
"""Words before a phrase that are looked at."""


def offer_stance(u: Utterance, first: int, last: int, name: str) -> Stance:
    """Return the stance, with a phrase in somebody else's hands read as quoted.

    `name` is the list that it is on: a service that is spoken of is on offer anyway, what is
    never offered may only be talked about.
    """
    found = stance_of(u.reading, first, last)
    if u.speaker is Speaker.CLIENT:
        return client_stance(u.reading, first, last, found)
    if found is Stance.ASKED and _is_own(u.reading, first):
        found = Stance.ASSERTED
    left = _left_of(u.reading, first)
    granted = found in _TURNED_DOWN and _is_granted(left, u.reading.line, _end(u.reading, last))
    if (granted or found is Stance.ASSERTED) and name == "never_offer":
        line, stop = u.reading.line, _end(u.reading, last)
        if is_ruled_out(left, line, stop):
            return Stance.REFUSED
    if granted or found is Stance.ASSERTED:
        found = _in_whose_hands(u, first, last, is_talk=name == "never_offer" and not granted)
    if found is Stance.ASSERTED and is_anothers_own(
        u, first, last, _clause_before(u.reading, first), is_service=name == "services"
    ):
        return Stance.ASSERTED if is_taken_up(u.reading, last) else Stance.QUOTED
    if found is Stance.QUOTED and is_commended(u.reading, first, last):
        return Stance.ASSERTED
    refused_by_others = found is Stance.REFUSED and not _BY_US.search(left)
    if (found in _MENTIONED or refused_by_others) and is_taken_up(u.reading, last):
        return Stance.ASSERTED
    return found


def _is_granted(left: str, line: str, stop: int) -> bool:
    """True where the refusal around a phrase leaves it on offer, or is another clause's.

    "I can't do X till Friday", "the one thing I don't do is Sundays, X is Friday".
    """
    if _OTHERS_REFUSE.search(left):
        return False
    if left.endswith("your ") and _ARRANGED.match(line, stop):
        return True
    return leaves_on_offer(left, line, stop) or (left.endswith(", ") and is_set(line, stop))


_ARRANGED: Final = re.compile(
    r"(?:is|are|'s) (?:now |all )?(?:booked|confirmed|sorted"
    r"|in the (?:diary|book|calendar))\b(?! (?:out|up|solid|already|somewhere|elsewhere"
    r"|with (?!me\b|us\b))\b)"
)
"""Behind "your X": it is an appointment with us; "X is booked" by itself may be full."""


_MENTIONED: Final = (Stance.ASKED, Stance.QUOTED)
_TURNED_DOWN: Final = (Stance.REFUSED, Stance.CORRECTED)
_OTHERS_REFUSE: Final = re.compile(
    r"\b(?:she|he|they|who|nobody|people|(?:your|the|his|her|their|my|most|some|other)"
    r" [\w'-]+(?: [\w'-]+)?)(?<! i)(?<! we) (?:(?!(?:i|we)\b)\w+ )?(?:doesn't|don't|do not|won't|can't"
    r"|cannot|never|no longer)\b(?! (?:\w+ )?(?:need|want|have to have)\b)"
)
"""Before a phrase: somebody else refuses it."""
_BY_US: Final = re.compile(r"\b(?:i|i'm|i'd|i've|i'll|we|we're|we've|my|our|me|us|no|not)\b")
"""Who refuses: "the spa doesn't do X, but I do" is refused by others."""
_OWN: Final = re.compile(
    r"\b(?:i|we) (?:(?:also|now|even) )?(?:do|offer|run|teach|give|have) (?:[\w'-]+ )?$"
    r"|\b(?:my|our)(?: new| own)? $|\b(?:do|will|would)"
    r" (?:you|u|ye|we)(?: (?:also|both|all|still|guys))? need(?: (?:an?|some|the|any))? $"
    r"|\b(?:what|which) (?:songs?|music|tracks?|colou?rs?|lengths?|shades?|pieces?|size"
    r"|styles?)(?: (?:do you want|would you like|are you thinking|did you want))? for (?:the |your )?$"
    r"|\bwho(?:'s (?:up|in|game) for| wants| fancies| would like)(?: [\w-]+)? $"
    r"|\b(?:what|which) (?:time|day|date|evening|morning|afternoon|slot|hour)"
    r" (?:(?:for|shall|should|do|would|suits?|works?|we|i|you|like|want|to) )+(?:do |have |start "
    r"|book )?(?:the |your |an? )?$"
)
"""Before a phrase in a question that takes it for granted: "did you know I do X?", "which day for X?"."""


def _is_own(reading: Reading, first: int) -> bool:
    """True in a question that takes for granted that the phrase is on offer."""
    return _OWN.search(_clause_before(reading, first)) is not None


def _in_whose_hands(u: Utterance, first: int, last: int, *, is_talk: bool) -> Stance:
    """Return the stance towards a phrase that is asserted as far as its own sentence goes.

    `is_talk` says that it may only be talked about.
    """
    reading = u.reading
    left, before, stop = _left_of(reading, first), _clause_before(reading, first), _end(reading, last)
    appointed = is_appointed(before, reading.line, stop)
    if not appointed and (
        _is_in_other_hands(reading.line, before, stop) or is_bystanders(reading, before, first, stop)
    ):
        return Stance.QUOTED
    if "your" in reading.words[first:last] and (
        _TAUGHT.search(before) or _THAT_IS_TAUGHT.match(reading.line, stop)
    ):
        return Stance.QUOTED
    if is_passed_on(reading.line, stop) or (not appointed and is_given_up(left, before, reading.line, stop)):
        return Stance.REFUSED
    if _LIKEWISE.search(before) and _refuses_before(reading, first):
        return Stance.REFUSED
    if is_taken_back(reading, first, last):
        return Stance.REFUSED
    if appointed or not is_talk:
        return Stance.ASSERTED
    if is_lived(before, reading.line, stop) or is_recounted(before, reading.line, stop):
        return Stance.QUOTED
    spoken = _spoken_of(u, first, last)
    if spoken is not None or (_RECEIVES.search(before) and not _AT_OTHERS.match(reading.line, stop)):
        return spoken or Stance.ASSERTED
    talk = is_small_talk(reading, first, last, answers=u.inbound is not None)
    return Stance.QUOTED if talk and not is_own_work(reading, first, last) else Stance.ASSERTED


_LIKEWISE: Final = re.compile(
    r"\b(?:(?:the )?same(?: \w+){0,2}|ditto|likewise|similarly)"
    r" (?:about|for|with|to|of|on|re)(?: (?:the|a|an|any|all|my|our))* $"
)
"""Before a phrase: what holds for the one before it, "and I'd say the same about botox"."""
_NEAR: Final = 30


def _refuses_before(reading: Reading, first: int) -> bool:
    """True where what is said before a phrase turns something down."""
    marks, line, at = reading.marks, reading.line, reading.line_at
    near = range(max(0, first - _NEAR), first)
    return any(marks[i] & NEGATION and _NO_REFUSAL.match(line, at[i]) is None for i in near)


_NO_REFUSAL: Final = re.compile(
    r"no (?:need|extra|charge|fee|queue|wait\w*|problem|worries|bother|rush|minimum|deposit|stress)\b"
    r"|(?:don't|never|won't|doesn't|needn't) (?:\w+ )?(?:worry|mind|charge|need|cost|have to|rush"
    r"|take long|stress|hesitate|forget|ask|bring|pay)\b"
)
"""A negation that makes things easy: "no need to pay extra, same for cupping"."""


def _left_of(reading: Reading, first: int) -> str:
    """Return the line from where a phrase's sentence begins, or not so far, up to the phrase."""
    begin, _ = reading.sentence(first)
    return reading.line[reading.line_at[max(begin, first - _REACH)] : reading.line_at[first]]


def _clause_before(reading: Reading, first: int) -> str:
    """Return the line from where a phrase's clause begins up to the phrase."""
    begin, _ = reading.sentence(first)
    clause = max(begin, first - _REACH)
    for i in range(first - 1, clause - 1, -1):
        if reading.marks[i] & BREAK and reading.words[i] in (",", "but", "so", "—", "because"):
            clause = i + 1
            break
    return (
        subject_over_aside(reading, clause) + reading.line[reading.line_at[clause] : reading.line_at[first]]
    )


def _is_in_other_hands(line: str, before: str, stop: int) -> bool:
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


def _spoken_of(u: Utterance, first: int, last: int) -> Stance | None:
    """Return the stance of what the client asked not to be done, or what was done once, else None."""
    reading = u.reading
    _, end = reading.sentence(first)
    left = _left_of(reading, first)
    right = reading.line[_end(reading, last) : _end(reading, min(max(end, last), last + _REACH))]
    if _lists_refusals(u, left + right):
        return Stance.REFUSED
    return Stance.HYPOTHETICAL if is_long_past(left, right) else None


_ASKED_WHAT_NOT: Final = re.compile(
    r"\b(?:anything|what|which|something|things?|stuff)(?: ?'s)?(?: [\w']+){0,4}"
    r" (?:(?:don't|dont|won't|wont|can't|never|wouldn't|not)"
    r" (?:\w+ )?(?:do|offer|take|touch|cover|work|provide|like)"
    r"|off (?:the menu|limits|the table|the list))\b|\bno ?-? ?gos?\b"
    r"|\b(?:what|which|where)\b[^.?!]{0,30} (?:hate|dislike|avoid|refuse|can't stand|draw the line"
    r"|say no)\b"
)
_LAST_ASKED: Final = 200
"""Characters at the end of the inbound, where its question stands."""
_MINE: Final = re.compile(r"\b(?:i|i'll|i'd|i'm|i've|we|we'll|we'd|let me|yes|available|includ\w+)\b")


def _lists_refusals(u: Utterance, sentence: str) -> bool:
    """True for a fragment that answers what the professional does not do: "anything you don't do?"."""
    if u.inbound is None or _MINE.search(sentence):
        return False
    return _ASKED_WHAT_NOT.search(u.inbound.reading.line[-_LAST_ASKED:]) is not None


def _end(reading: Reading, word: int) -> int:
    """Return where a word begins in the line, or where the line ends."""
    return reading.line_at[word] if word < len(reading) else len(reading.line)


_OURS: Final = re.compile(r"\b(?:i|i'll|i'd|i'm|we|we'll)\b")


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
