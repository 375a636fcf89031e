"""Words that take from a report what it says, "that's wrong", "it wasn't me", and those that grant it.

A discredit is a verdict of untruth, a denial that it is ours, a denial that we said it, a bidding to pass it over, an
error owned up to, or a bare refusal. Each kind is put together from the classes of words below.
"""

from __future__ import annotations

import re
from typing import Final

# -- classes of words ---------------------------------------------------------------------

_ENDS: Final = r"(?= (?:[.,!;…—]|sorry|please|i'm afraid|either|and|but|so|because)|$)"
"""Behind the last word of a clause."""
_ADVERBS: Final = (
    r"(?:(?:just|simply|totally|completely|all|long|plain|so|very|really|quite|actually|definitely|clearly"
    r"|obviously|now|also|at all|any ?more|exactly|even) )*"
)
_IT: Final = r"(?:it|that|this|them)"
_SOMEBODY: Final = r"(?:he|she|you|whoever \w+ \w+)"
_SPEAKER: Final = r"(?:i|we)"
_US: Final = r"(?:me|us)"
_IS: Final = (
    rf"(?:(?:that|it|this|they|those|these|which|{_SOMEBODY})(?: ?'s| ?'re| is| are| was| were)"
    r"|it's|that's|they're|he's|she's|you're|is|are|was|were)"
)
_ISNT: Final = r"(?:isn't|is not|wasn't|was not|aren't|weren't|not)"
_CANNOT: Final = (
    r"(?:don't|can't|can not|cannot|won't|couldn't|doesn't|didn't|aren't|isn't|not"
    r"|never(?: have| will)?)"
)
_IMPOSTORS: Final = r"(?:fake \w+|scammer|hacker|impostor|imposter|troll|bot|fraudster)"

# -- what a report is called ---------------------------------------------------------------

_FALSEHOODS: Final = r"(?:lies?|nonsense|rubbish|bollocks|bs|spam|hoax|scam|fraud)"
_BLUNDERS: Final = (
    r"(?:mistake|error|misunderstanding|glitch|typo|joke|fake|listing|page|post|bug|system error|impostor|imposter"
    r"|scammer|myth)"
)
_UNTRUE: Final = (
    r"(?:wrong|untrue|false|fake|mistaken|incorrect|out of date|outdated|photoshopped|doctored|made up"
    rf"|(?:a )?(?:complete |total )?{_FALSEHOODS}|(?:a|an) (?:(?:old|silly|bad|honest) )*{_BLUNDERS}|an old one"
    r"|(?:already )?(?:blocked|taken|gone)|no longer (?:true|right|valid|the case|so)|not (?:me|mine|true|right|real))"
)
_TRUE: Final = r"(?:true|right|correct|so|the case|accurate|valid|real)(?! for (?:you|him|her|them)\b)"
_SAY: Final = (
    r"(?:sa(?:y|id)|sen[dt]|wr(?:ite|ote|itten)|mean(?:t)?|post(?:ed)?|offer(?:ed)?|promise(?:d)?|ask(?:ed)?)"
)
_OUR_THINGS: Final = r"(?:number|account|page|words?|doing|text|message|style|profile|ad|email)"
_OURS: Final = (
    rf"(?:mine|ours|us|(?:from|by) {_US}|me(?! (?:who|that|you)\b)|my (?:own )?{_OUR_THINGS}"
    rf"|how {_SPEAKER} (?:work|do|operate)"
    rf"|(?:something|anything|a thing) (?:that )?{_SPEAKER}(?:'d| would)? (?:\w+ )?(?:{_SAY}|do)"
    rf"|what {_SPEAKER}(?:'d| would)? (?:\w+ )?(?:{_SAY}|do|charge))"
)
_CALLED_UNTRUE: Final = (
    rf"\b{_IS} {_ADVERBS}{_UNTRUE}\b(?! to (?!say|think|believe|tell|claim))"
    rf"|\b{_ISNT} {_ADVERBS}(?:{_TRUE}|{_OURS})(?!\w)"
    rf"|\b(?:that|which)(?: ?'s| is| was) (?:very )?(?:ancient|(?:years )?old){_ENDS}"
    rf"|\bnone of (?:it|that|this|them) (?:is|was|'s) |\bapril fool"
    rf"|\bwhat (?:the|that|an?|my) (?:old|fake|wrong|other) \w+ (?:says|said|wrote|writes|tells|told)\b"
)
_NOT_BY_US: Final = (
    rf"|\b(?:what|from|by|was|is|sent by) (?:the|a|an|some|that) {_IMPOSTORS}"
    rf"|\b(?:didn't|did not|doesn't|does not|never|don't) (?:come|came|comes) from {_US}\b"
    rf"|\bnothing to do with (?:me|us|it|that|them|him|her)\b|\b(?:wasn't|isn't) {_US}\b(?! (?:who|that|you)\b)"
    rf"|\b{_SPEAKER} (?:(?:certainly|definitely|honestly|really) )?(?:never|didn't|did not|haven't) (?:\w+ )?{_SAY}"
    rf"(?: for)? (?:that|this|it|any of (?:it|that)|so|anything like (?:that|it)|such a thing|such things){_ENDS}"
)

# -- what is done about it -----------------------------------------------------------------

_MEND: Final = r"(?:correct|change|fix|remove|take|update|delete)"
_OVERLOOK: Final = r"(?:ignore|disregard|delete|report|block|forget)"
_BELIEVE: Final = (
    rf"(?:reply|answer|respond|click|fall for {_IT}"
    rf"|(?:believe|trust) (?:{_IT}|him|her|a word|any of (?:it|that)))"
)
_DONE_ABOUT_IT: Final = (
    rf"|\b(?:switched|turned|taken|took|take|pulled) {_IT} (?:off|down)\b"
    rf"|\b(?:asked|told) (?:them|him|her|google|the \w+) to (?:{_MEND}|stop)\b"
    rf"|\b(?:must|need to|should|have to|i'll|going to|gotta) (?!take\b){_MEND} (?:it|that|this)\b"
    rf"|\b{_OVERLOOK} (?:{_IT}|him|her){_ENDS}|\b(?:scratch (?:that|this)|take (?:that|it) back){_ENDS}"
    rf"|\bdon't {_BELIEVE}(?:{_ENDS}| to (?:it|that|them)\b)"
)

# -- errors owned up to, and refusals ------------------------------------------------------

_MUDDLED: Final = (
    r"(?:someone|somebody|another|the other|asleep|drunk|dreaming|half asleep|confused|joking|tired)"
)
_BY_ERROR: Final = (
    r"|\b(?:by (?:mistake|accident)|in error)\b|\bnot any ?more\b|\bmy mistake\b|\bi misspoke\b"
    rf"|\bmust have been {_MUDDLED}\b|\b(?:made|making|makes) (?:it|that|this|things) (?:all )?up\b"
    r"|\b(?:lied|lying) to you\b"
    rf"|\b{_SPEAKER}(?:'m| was| were| am)? (?:wrong|mistaken)(?= [.,!;]|$)"
    r"|\b(?:got|have|had|has) (?:it|that|this|me) (?:all )?(?:wrong|mixed up)\b"
    r"|\bgot the wrong (?:end|idea|person|place|salon)\b"
)
_REFUSED: Final = (
    rf"|\b(?:i|we|you|they|it|he|she)(?:'m|'re| am| are| is)? {_CANNOT}{_ENDS}"
    rf"|\b(?:i'm|you're|they're|it's|he's|she's|we're) not{_ENDS}"
    r"|\bi(?:'m)? (?:sorry|afraid) (?:, )?(?:(?:not|no)(?= [.,!]|$)|i (?:can't|don't|won't|couldn't))\b"
    r"|\bsorry (?:, )?no(?= [.,!]|$)"
)
DISCREDIT: Final = re.compile(f"{_CALLED_UNTRUE}{_NOT_BY_US}{_DONE_ABOUT_IT}{_BY_ERROR}{_REFUSED}")
"""Said of what was reported: it is untrue, or somebody else's."""

# -- what grants it ------------------------------------------------------------------------

_ASSENTS: Final = r"(?:yes|yep|yeah|indeed|guilty)"
_CAN: Final = r"(?:do|can|could|will|am|are|is|does)"
_FIRMLY: Final = r"(?:(?:really|sure|still|now|certainly|absolutely|indeed|always) )?"
_GRANTS_IN_FULL: Final = (
    rf"(?:\b(?:and|but|well)|[,.—]) (?:(?:yes|so|of course|sure|now) )?(?:i|we|it|they|you) {_FIRMLY}{_CAN}"
    r"(?= [.,!—]|$| now| for you| indeed| too| (?:it|them|that|those)(?: [.,!—]|$))"
)
_KEEPS_TO: Final = (
    rf"(?:\b{_SPEAKER}(?:'ll|'d| will| can| would)|\bhappy to)(?: \w+)?"
    r" (?:honou?r|stick to|stand by|match|keep to) (?:it|that|them|those)\b"
)
_CALLED_TRUE: Final = (
    rf"\b(?<!none of )(?<!of it )(?<!of that )(?:(?:that|it|which|they|{_SOMEBODY})(?: ?'s| ?'re| is| are| was| were)"
    rf"|it's|that's|they're|he's|she's|you're|is|are|was|were) {_ADVERBS}(?:still )?"
    r"(?:right|true|correct|spot on|bang on|so|the case)\b(?! (?:about|to)\b)"
)
CONFIRMED: Final = re.compile(_CALLED_TRUE)
"""Said of what was reported: it is true, be it that we do not do it."""
GRANTED: Final = re.compile(
    rf"{_CALLED_TRUE}|{_GRANTS_IN_FULL}|(?:[:,—.] (?:(?:and|well|oh) (?:, )?)?|\bbut ){_ASSENTS}\b"
    rf"|\bbut {_SPEAKER}(?:'ll|'d| will| can| could| would)(?: \w+)? (?:do|bring|make|try|give|take|play)"
    r" (?:it|that|this|one)\b"
    r"|\bbut (?:let's (?:do|book)|of course|(?:sure|ok|okay)(?= [.,!]|$))\b"
    rf"|{_KEEPS_TO}"
)
"""Said of what was reported: it is so."""
