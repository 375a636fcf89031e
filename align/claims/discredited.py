"""Words that take from a report what it says, "that's wrong", "it wasn't me", and those that grant it."""

from __future__ import annotations

import re
from typing import Final

_ADVERBS: Final = (
    r"(?:(?:just|simply|totally|completely|all|long|plain|so|very|really|quite|actually|definitely"
    r"|clearly|obviously"
    r"|now|also|at all|any ?more|exactly|even) )*"
)
_UNTRUE: Final = (
    r"(?:wrong|untrue|false|fake|mistaken|incorrect|(?:a )?(?:complete |total )?(?:lies?|nonsense"
    r"|rubbish|bollocks|bs|spam"
    r"|hoax|scam|fraud)|(?:a|an) (?:old |silly |bad |honest )*(?:mistake|error|misunderstanding|glitch"
    r"|typo|joke|fake|listing|page|post|bug|system error"
    r"|impostor|imposter|scammer|myth)|out of date|outdated|photoshopped|doctored|made up|(?:already )?(?:blocked|taken|gone)"
    r"|no longer (?:true|right|valid|the case|so)"
    r"|not (?:me|mine|true|right|real))"
)
_OURS: Final = (
    r"(?:(?:true|right|correct|so|the case|accurate|valid|real)(?! for (?:you|him|her|them)\b)|mine"
    r"|ours|us|from (?:me|us)|by (?:me|us)"
    r"|me(?! (?:who|that|you)\b)|my (?:own )?(?:number|account|page|words?|doing|text|message|style"
    r"|profile|ad|email)"
    r"|how (?:i|we) (?:work|do|operate)|(?:something|anything|a thing) (?:that )?(?:i|we)(?:'d| would)?"
    r" (?:\w+ )?(?:say|said|write|wrote|send|sent|do|offer|promise)"
    r"|what (?:i|we)(?:'d| would)? (?:\w+ )?(?:said|say|meant|mean|wrote|do|offer|charge))"
)
DISCREDIT: Final = re.compile(
    r"\b(?:(?:that|it|this|they|those|these|which|he|she|you|whoever \w+ \w+)(?: ?'s| ?'re| is| are"
    r"| was| were)"
    rf"|it's|that's|they're|he's|she's|you're|is|are|was|were) {_ADVERBS}{_UNTRUE}\b"
    r"|\b(?:i|we|you|they|it|he|she)(?:'m|'re| am| are| is)? (?:don't|can't|can not|cannot|won't"
    r"|couldn't|doesn't|aren't|isn't"
    r"|not|never|never have|never will|didn't)(?= [.,!;—]|$| sorry| i'm afraid| either)"
    r"|\b(?:i'm|you're|they're|it's|he's|she's|we're) not(?= [.,!;—]|$| sorry)"
    r"|\b(?:switched|turned|taken|took|take|pulled) (?:it|that|them|this) (?:off|down)\b"
    r"|\bwhat (?:the|that|an?|my) (?:old|fake|wrong|other) \w+ (?:says|said|wrote|writes|tells|told)\b"
    r"|\bnone of (?:it|that|this|them) (?:is|was|'s) |\bapril fool|\b(?:what|from|by|was|is"
    r"|sent by) (?:the|a|an|some|that) (?:fake"
    r" \w+|scammer|hacker|impostor|imposter|troll|bot|fraudster)\b"
    r"|\b(?:i|we) (?:(?:certainly|definitely|honestly|really) )?(?:never|didn't|did not"
    r"|haven't) (?:\w+ )?(?:say|said|send|sent"
    r"|write|wrote|written|post|posted|offer|offered|mean|meant|promise|promised|ask|asked)"
    r"(?: for)? (?:that|this|it|any of (?:it|that)|so|anything like (?:that|it)|such a thing"
    r"|such things)(?= [.,!;]|$)"
    r"|\b(?:asked|told) (?:them|him|her|google|the \w+) to (?:correct|change|fix|remove|take|update"
    r"|delete|stop)\b"
    r"|\b(?:must|need to|should|have to|i'll|going to|gotta) (?:change|fix|correct|update|remove"
    r"|delete) (?:it|that|this)\b"
    rf"|\b(?:isn't|is not|wasn't|was not|aren't|weren't|not) {_ADVERBS}{_OURS}(?!\w)"
    r"|\b(?:didn't|did not|doesn't|does not|never|don't) (?:come|came|comes) from (?:me|us)\b"
    r"|\bnothing to do with (?:me|us|it|that|them|him|her)\b|\b(?:got|have|had|has) (?:it|that|this"
    r"|me) (?:all )?(?:wrong|mixed up)\b"
    r"|\bgot the wrong (?:end|idea|person|place|salon)\b|\b(?:wasn't|isn't) (?:me|us)\b(?! (?:who|that"
    r"|you)\b)"
    r"|\b(?:ignore|disregard|delete|report|block|forget) (?:it|that|this|them|him|her)(?= [.,!;—]|$| please)"
    r"|\bdon't (?:reply|answer|respond|click|fall for (?:it|that|this)|(?:believe|trust)"
    r" (?:it|that|this|them|him|her|a word|any of (?:it|that)))(?= [.,!;—]|$| please| to (?:it|that|them)\b)"
    r"|\b(?:by (?:mistake|accident)|in error)\b|\bnot any ?more\b"
    r"|\bmust have been (?:someone|somebody|another|the other|asleep|drunk|dreaming|half asleep"
    r"|confused|joking|tired)\b"
    r"|\b(?:made|making|makes) (?:it|that|this|things) (?:all )?up\b|\b(?:lied|lying) to you\b"
    r"|\b(?:i|we)(?:'m| was| were| am)? (?:wrong|mistaken)(?= [.,!;]|$)|\bmy mistake\b|\bi misspoke\b"
    r"|\bi(?:'m)? (?:sorry|afraid) (?:, )?(?:(?:not|no)(?= [.,!]|$)|i (?:can't|don't|won't|couldn't))\b"
    r"|\bsorry (?:, )?no(?= [.,!]|$)"
)
"""Said of what was reported: it is untrue, or somebody else's."""
GRANTED: Final = re.compile(
    r"\b(?<!none of )(?<!of it )(?<!of that )(?:(?:that|it|which|they|he|she|you"
    r"|whoever \w+ \w+)(?: ?'s| ?'re| is| are| was| were)"
    rf"|it's|that's|they're|he's|she's|you're|is|are|was|were) {_ADVERBS}(?:still )?(?:right|true"
    rf"|correct|spot on|bang on"
    r"|so|the case)\b(?! (?:about|to)\b)|(?:\b(?:and|but|well)|[,.—]) (?:(?:yes|so) )?(?:i|we|it|they|you)"
    r" (?:(?:really|sure|still|now|certainly|absolutely|indeed|always) )?(?:do|can|could|will|am|are|is"
    r"|does)(?= [.,!—]|$| now| for you| indeed| too)"
    r"|[:,—.] (?:(?:and|well|oh) (?:, )?)?(?:yes|yep|yeah|indeed|guilty)\b"
)
"""Said of what was reported: it is so."""
WITHDRAWN: Final = re.compile(
    r"(?:(?:sorry|oops|whoops|wait|no|ah|oh|ugh|argh|haha|ha|lol|hang on|hold on|actually) (?:[,.!] )?)*"
    r"(?:(?:please |just )?(?:ignore|disregard|scratch|forget|delete) (?:that|this|it|the last (?:bit"
    r"|one|text|message)"
    r"|my last)(?= [.,!—]|$)|wrong (?:chat|person|window|number|thread)(?= [.,!]|$)"
    r"|(?:i'm )?(?:just|only) (?:kidding|joking|messing|teasing|pulling your leg)(?= [.,!—]|$)|(?:jk"
    r"|kidding|joking)(?= [.,!—]|$)"
    r"|april fools?\b|(?:of course|obviously) (?:i|we) (?:don't|can't|won't|do not|cannot|wouldn't)\b"
    r"|(?:that|this|it)(?:'s| is| was) (?:all )?(?:(?:wrong|a mistake|a typo|a joke|my mistake)(?= [.,!—]|$)"
    r"|meant for (?:someone|somebody|another|my|the))\b"
    r"|i (?:got|had) (?:that|it|this) wrong\b|i take (?:that|it) back\b|that wasn't (?:for you|meant)\b)"
)
"""A sentence that takes the one before it back."""
