"""Yes without the word: "that can be arranged", "how could I refuse?", "it's in the diary", "up to you".

Each way is whole: it must fill its clause, so that "always here for you" or "if you like, I
could do six" agree to nothing.
"""

from __future__ import annotations

import re
from typing import Final

_IT: Final = r"(?:that|it|this|you|those|them|both)"
_GOOD: Final = (
    r"(?:fine|ok|okay|grand|good|great|alright|all right|lovely|perfect|possible|doable|ideal|a pleasure"
    r"|a treat"
    r"|no (?:problem|bother|trouble|issue|hassle|worry|stress)(?: at all)?)"
)
_TROUBLE: Final = r"(?:an?|any|much of an?) (?:problem|issue|bother|hassle|trouble|worry|stretch)(?: at all)?"
_VERY: Final = (
    r"(?:easily|certainly|definitely|totally|absolutely|probably|happily|gladly|always|surely|just about"
    r"|of course|perfectly|very|quite|completely|so|more than|only too)"
)
_THEM: Final = r"(?:you|it|that|this|him|her|them|(?:that|the|your) (?:time|slot|spot|one))"
_WRITES_DOWN: Final = (
    r"(?:(?:i'll|i will|we'll|we will|let me|i'm|i am|we're|just)(?: (?:just|gladly|happily|going to))* )?"
    r"(?:(?:pencil(?:ling|ing)?|put(?:ting)?|pop(?:ping)?|writ(?:e|ing)|mark(?:ing)?|slot(?:ting)?"
    rf"|lock(?:ing)?) {_THEM} (?:in|down|aside)"
    rf"|(?:schedul(?:e|ing)|book(?:ing)?|reserv(?:e|ing)|block(?:ing)?) {_THEM}(?: (?:in|down))?"
    rf"|(?:hold(?:ing)?|keep(?:ing)?|sav(?:e|ing)) {_THEM} for you)"
    r"(?: (?:right )?now)?(?: (?:for|at|in) (?:then|that time|that slot|that|you"
    r"|the (?:diary|book|calendar)))?(?: (?:right )?now)?"
    r"(?! ?[,—;] (?:[$€£] )?\d)(?= ?[,.!—;…]|$| (?:thanks|thank|cheers|x+|see|and|so|then|love|hun|mate)(?!\w))"
)
"""What is done with a time that is agreed: "I'll pencil you in for then", "writing it down now"."""
_STREET: Final = (
    r"you you|yas+|yis|yuss|yuh|yh|yeh|m+ ?-? ?h+m+|mhm|uh huh|yarp|hell yes|heck yes|defo|deffo|def"
    r"|defs|deffinately|roger(?: that| wilco)?|10 - 4|copy that|wilco|aight|ight|okies|oki|coolio|cushty"
    r"|np|no problemo"
    r"|say less|say no more|fixed|all fixed|settled|(?:that's|it's) settled|locked in|we're locked in"
    r"|righty ho|rightio|sure sure|surely|happily|easily|easy peasy|nothing easier|naturally|for certain"
    r"|indeed|exactly right|bang on|still good"
    r"|yip|every chance|come away(?: so| then)?|just about|added|swapped"
    r"|squeezed(?: (?:you|it|him|her|them))?(?: in)?|popped (?:it|them|that) (?:on|in)|it's on|we're on"
    r"|game on|we're good|all set|you're set|yessir|let'?s go|approved|accepted|granted|only delighted"
    r"|(?:great|good|top|lovely|brilliant) stuff|nice one|magic|lush|ace|mint|belter|brill|smashing"
    r"|cracking|champion|braw|lekker|top|class|sharp(?: sharp)?|kiff|aweh|bonzer|fair dinkum|deadly"
    r"|shiok|nay bother|nee bother|alreet|stellar|rad|dope"
)
"""Yes as it is said on the street and in chats."""
_WAYS: Final = (
    rf"{_STREET}"
    # a yes that is given, a no that cannot be
    r"|(?:(?:that's|it's|that is|it is|you(?:'ve| have)(?: got)?|consider (?:that|it|this)"
    r"|call (?:that|it)) )?(?:a|an|my|your) (?:(?:big|definite|solid|firm|huge|absolute|massive"
    r"|resounding|clear|easy|hard) )?yes(?: from (?:me|us)| here| to that)?"
    r"|(?:big|huge|massive|definite) yes(?: from me)?"
    r"|(?:(?:i|we) )?(?:can't|couldn't|could never|can never|can hardly|could hardly)"
    r" (?:say no|refuse|resist|argue|object)(?: (?:to|with) (?:that|you|this|it))?"
    r"|(?:(?:i (?:can )?see|there's|there is) )?no (?:reason|cause) (?:why )?not(?: to)?"
    r"|nothing against (?:it|that)|i'm not against (?:it|that)"
    r"|(?:i|we)(?: really| honestly)? (?:don't|wouldn't|do not)"
    r" mind(?: at all| a bit| one bit| in the slightest)?"
    # what one supposes, can and will
    r"|(?:(?:i|i'd|i would|we) )?(?:suppose|guess|think|believe|say|reckon|imagine)"
    rf" (?:so|that's {_GOOD}|that'd be {_GOOD}|that works|(?:i|we) (?:can|could))"
    r"|(?:(?:i|we) (?:suppose|guess|think|reckon) )?(?:i'll|i can|i could|we'll|we can|we could|i might"
    rf"|i'd)(?: {_VERY})? (?:allow|manage|arrange|sort|swing|stretch to|work with|live with"
    rf"|go along with|handle|run with|roll with|do|make) {_IT}(?: (?:for you|in|out|with me|no problem"
    r"|work|happen))?"
    rf"|(?:{_IT} )?(?:can|could|will|would|should|may|'ll|'d)(?: {_VERY})?"
    rf" (?:be (?:arranged|done|managed|sorted|accommodated|{_GOOD})|work(?: (?:for|with) me)?|happen"
    r"|be my pleasure)"
    rf"|(?:{_IT} )?(?:won't|wouldn't|shouldn't|isn't|'s not|is not)(?: be)? {_TROUBLE}"
    rf"|(?:not|never) {_TROUBLE}"
    r"|(?:(?:it'd|it would|it'll|that'd|that would|would|'twould)(?: only)? be )(?:my|a|our|an)"
    r" (?:absolute )?(?:pleasure|joy|honou?r|delight)"
    r"|(?:i'd|i would|we'd|i'll|we would)(?: \w+)? be"
    r" (?:so |very |only too |more than |really )?(?:glad|happy|delighted|pleased|thrilled"
    r"|honou?red)(?: to(?: (?:do|have|help with|sort) (?:that|it|you|this))?)?"
    rf"|(?:{_VERY} )?(?:doable|manageable|feasible|workable)|{_VERY} possible"
    r"|(?:(?:just|only) )?for you(?: ,)? (?:anything|always|any ?time|of course)|(?:just|only) for you"
    r"|anything for you|i'm (?:easy|flexible|game|on board|all yours|open to (?:it|that)|not fussed)"
    r"|(?:(?:i'd|we'd|i would|we would)(?: (?:really|actually|much|so))?"
    r" (?:prefer|love|like|welcome|appreciate) (?:that|it|this)"
    r"|(?:that'd|it'd|that would|it would|that'll) be"
    r" (?:the )?(?:best|better|easier|easiest|simplest|handiest|handier))(?: (?:actually|so much"
    r"|very much|to be honest))?"
    # it is theirs, and written down
    r"|consider (?:it|that|this|yourself|\w+day)(?: as)?"
    r" (?:sorted|done|yours|booked|agreed|settled|confirmed|in)"
    r"|(?:(?:(?:the|that) (?:slot|spot|time|day|date|place|hour|seat|chair|bed)|it|that|that one"
    r"|\w+day)(?: ?'s| is) )?(?:all )?yours"
    r"|(?:noted and |all )?(?:booked(?! (?:solid|up|out|full|until|till|til|from|through|all|already"
    r"|straight|back|today|tonight|tomorrow|right|most)\b)|written|marked|saved|pencilled"
    r"|inked)(?: (?:you|it|that|him|her|them))?(?: (?:in|down|for you|in pen|in ink))?(?: the"
    r" (?:diary|book|calendar))?|noted ,? you're booked(?: in)?"
    r"|(?:i've|i have|we've|just) (?:put|booked|pencilled|written|popped|marked|added|inked|saved"
    r"|slotted|squeezed|fitted) (?:you|it|that|him|her"
    r"|them)(?: (?:in|down|for you|in the (?:diary|book|calendar)))+"
    r"|(?:(?:it's|that's|you're) )?(?:in|on) the (?:diary|books?|calendar)"
    r"|(?:the )?(?:diary|calendar)(?: ?'s| is) marked|you're (?:down|in)"
    r"|i(?:'ve)? got you(?: (?:covered|down|in))?|i gotchu"
    rf"|{_WRITES_DOWN}"
    # signs and set phrases
    r"|(?:just )?say the word|your wish is my command|(?:fine ,? )?you win"
    r"|you(?:'ve| have)? (?:talked|convinced|persuaded|won|twisted)"
    r" (?:me|my arm)(?: (?:into it|round|over))?|ofc|obvs|very much so"
    r"|without (?:question|hesitation|(?:a )?doubt)|no (?:question|doubt)|(?:that )?goes without saying"
    r"|clearly|thumbs up(?: from me)?|✔️?|☑️?|(?:you can )?(?:count|bank) on (?:it|me)"
    r"|(?:100|one hundred|a hundred) per ?cent"
    r"|(?:looks|sounds|seems|feels) (?:good|fine|grand|great|ok|okay|right|perfect|reasonable|doable"
    r"|fair|sensible)(?: (?:to|by|for|with) (?:me|us))?"
    r"|(?:good|fine|ok|okay|works|suits|grand|perfect|great|cool)(?: (?:on|from|at|with|for|by))?"
    r" (?:my|our|this) (?:side|end|part)"
)
_LEAVING: Final = (
    r"(?:either|whichever)(?: (?:one|way|you (?:like|want|prefer|fancy)|suits(?: you)?(?: best)?"
    r"|is (?:easiest|easier|best|handiest)(?: for you)?|works(?: for you)?))?"
    r"|whatever (?:you )?(?:suits?|works|like|want|prefer|fancy|wish|say"
    r"|is (?:easiest|best|easier))(?: (?:you|best|for you))*|(?:it's )?up to you"
    r"|as you (?:wish|like|prefer|please)|suit yourself"
    r"|(?:only )?if (?:you|u)(?:'d)? (?:like|want|wish|prefer|fancy|must|insist)"
    r"|if (?:that|it)(?: ?'s| is)? (?:helps|easier|suits|works|better|best)(?: (?:you|for you))?|always"
)
"""Leave that is given: whatever follows it may be a proposal of the draft's own."""
_LATER: Final = (
    r"(?:then|so|that|come|see|for|mate|pal|love|hun|boss|sir|ma|ma'am|just|no|yes|i'll|we'll|thanks|x+"
    r"|haha|lol|lah|at all|of course|[^\w\s,.!?;:'\"()-])"
)
_ASSENT: Final = re.compile(rf"(?:{_WAYS})(?= [,.!—;…]|$| {_LATER}(?!\w))|(?:{_LEAVING})(?= [.!]|$)")
_BUT: Final = re.compile(
    r"(?: ,)? (?:thanks|thank you|thx|cheers|ta)(?: (?:so much|a lot))? for"
    r" (?!(?:being|understanding|your (?:patience|understanding|flexibility)|bearing|waiting))"
    r"|(?: \w+)? (?:[,.!—;] )?(?:but(?! (?:just|this once|make it|please|pls|bring|remember|keep"
    r"|mind)\b)|although|though|however|sorry|no(?! (?:problem|bother|worries|trouble|stress|hassle)\b)"
    r"|not|unfortunately|i'm afraid|i (?:can't|cannot|don't|won't|couldn't))\b"
)
_RHETORICAL: Final = re.compile(
    r"(?:(?:and|well|ah|oh|sure|ha|haha)(?: ,)? )?(?:(?:how|why) (?:could|would|should|can)"
    r" (?:i|we|anyone)(?: ever| possibly)? (?:refuse|say no|resist|mind|object"
    r"|not)(?: to (?:that|you|it|this))?|(?:and )?why (?:ever )?not|what's not to like"
    r"|who could (?:refuse|say no|resist)(?: to (?:that|you))?) \?"
)


def worded_assent(line: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the yes in other words that `line[start:stop]` opens with."""
    match = _ASSENT.match(line, start, stop)
    return None if match is None or match.end() == start or _BUT.match(line, match.end()) else match


def rhetorical_assent(line: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the question that is a yes, "how could I refuse?", with which `line[start:stop]` opens."""
    return _RHETORICAL.match(line, start, stop)
