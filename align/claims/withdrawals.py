"""Words that take back what the same draft has just said: a joke, a slip, the wrong chat, a second thought."""

from __future__ import annotations

import re
from typing import Final

_ENDS: Final = r"(?= [.,!…—]|$)"
_LEADS_IN: Final = (
    r"(?:(?:sorry|oops|whoops|wait|ah|oh|ugh|argh|haha|ha|lol|hang on|hold on|actually|no(?= [,.!]| sorry| wait))"
    r" (?:[,.!] )?)*"
)
_IT: Final = r"(?:that|this|it)"
_PASSED_OVER: Final = (
    rf"(?:(?:please |just )?(?:ignore|disregard|scratch|forget|delete) (?:{_IT}|the last (?:bit|one|text|message)"
    rf"|my last){_ENDS}|i take {_IT} back\b)"
)
_JESTING: Final = (
    rf"(?:(?:i'm )?(?:just|only) (?:kidding|joking|messing|teasing|pulling your leg)(?: with (?:you|ya|u))?{_ENDS}"
    rf"|(?:jk|kidding|joking){_ENDS}"
    rf"|(?:(?:it's|that's|that was|it was) )?(?:just |only )?(?:a |my little )?joke{_ENDS}|april fools?\b|as if{_ENDS})"
)
_NOT_MEANT: Final = (
    r"(?:(?:of course|obviously) (?:i|we) (?:don't|can't|won't|do not|cannot|wouldn't)"
    rf"(?:{_ENDS}| (?:do|offer|mean|really)\b)"
    rf"|{_IT}(?:'s| is| was) (?:all )?(?:(?:wrong|a mistake|a typo|a joke|my mistake){_ENDS}"
    r"|meant for (?:someone|somebody|another|my|the)\b)"
    r"|i (?:got|had) (?:that|it|this) wrong\b(?! (?:before|last|earlier|yesterday|in|on|at)\b)"
    r"|that wasn't (?:for you|meant)\b)"
)
_WRONG_CHAT: Final = r"wrong (?:chat|person|window|number|thread)(?= [.,!]|$)"
WITHDRAWN: Final = re.compile(rf"{_LEADS_IN}(?:{_PASSED_OVER}|{_WRONG_CHAT}|{_JESTING}|{_NOT_MEANT})")
"""A sentence that takes the one before it back."""
WITHDRAWN_AT_ONCE: Final = re.compile(
    rf" [,…—-] {_LEADS_IN}(?:{_PASSED_OVER}|{_WRONG_CHAT}|{_JESTING})(?: [.!]|$)"
)
"""The end of a sentence that takes back all that stands before it: "you can pay after, just kidding"."""
MEANT_AFTER_ALL: Final = re.compile(
    r"(?:(?:no|but|well|ok|okay|or) (?:, )?)*(?:really|seriously|or|not(?= [.!?,]|$)|not really|am i|i mean it"
    r"|i'm (?:serious|not (?:kidding|joking)))\b"
)
"""Behind a joke: it was none, "no but really, you can", "… or am I?"."""
WRITTEN: Final = re.compile(
    r"\b(?:i|we|it|which|(?:the|my) \w+) (?:(?:had|have|must have|accidentally|mistakenly) )?(?:wrote|written|said|put|typed"
    r"|texted|quoted|sent|says|read)\b"
)
SHOULD_SAY: Final = re.compile(
    rf"{_LEADS_IN}(?:it|that|which|this) (?:should(?:'ve| have)|was (?:meant|supposed) to) (?:said|read|say)"
    r"(?! (?:so|that|it|this)\b)"
)
"""A sentence that puts right what the one before it tells was written: "I wrote £86. It should have said £96"."""
KEPT_TO: Final = re.compile(r"\b(?:so|still|honou?r|stick|keep|stand|deal|anyway|but|for you)\b")
"""What was written by mistake is kept to all the same."""
SECOND_THOUGHT: Final = re.compile(
    r" (?:[,…—-] )?(?:(?:oh|ah|ugh|hm|erm) )?(?:no (?:, )?wait|wait (?:, )?no|hang on (?:, )?no"
    r"|scratch that|correction)"
    r"(?= [,…—:]| (?:i|i'm|i'll|it|it's|make|that's|the|at|in|on|you|we|pay|before|after)\b)"
)
"""Inside a sentence: what stands before it is put right behind it."""
INSTEAD: Final = {
    "payments": re.compile(
        r"[ ,…:—-]*(?:(?:you )?pay(?:ment)?(?:'s| is)? )?(?:before|first|up ?-? ?front|in advance)\b"
    ),
    "channels": re.compile(r"[ ,…:—-]*(?:just |please |make it (?:a )?)*(?:text|message|txt|sms)\b"),
}
"""By the kind of what is put right, how the second thought says it: "pay after, no wait, before"."""
SECOND_THINKING: Final = frozenset("wait scratch correction hang".split())
"""One of these stands in a second thought."""
TAKING_BACK: Final = frozenset(
    "april teasing course obviously ignore disregard scratch forget delete chat window thread kidding "
    "joking messing jk mistake typo joke who where says "
    "since wasn't isn't true wrong must should should've supposed meant".split()
)
"""One of these stands in a sentence that takes back the one before it."""
