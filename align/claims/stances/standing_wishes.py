"""What follows the "but" of a wish that stands: "I'd love to, but bring cash", not "but I'm away all spring"."""

from __future__ import annotations

import re
from typing import Final

_CLOCKS: Final = (
    r"(?:the |an? |about |around )?(?:\d|noon|midday|lunch|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|half|early|late|between"
    r"|mon|tue|wed|thu|fri|sat|sun|weekend|weekday|week|morning|afternoon|evening|hour)"
)
_HOUR: Final = rf"(?:before|after|from|at|till|until|for|{_CLOCKS})"
_SOME_TIMES: Final = (
    r"(?:it |there |you |any )*(?:before|until|till|after|past|earlier|later|sooner|mornings?"
    r"|afternoons?|evenings?|weekends?"
    r"|weekdays?|nights?|longer|more than|less than|fewer than|at \d"
    r"|the (?:morning|afternoon|evening|whole))\b"
)
_DOING: Final = r"(?:do|make|start|get|be|stay|offer|manage|come|take|fit|see you)"
_TERMS: Final = r"(?:deposit|fee|price|rate|slot|earliest|latest|parking|cash|travel time|minimum)"
STANDS: Final = re.compile(
    r"(?:(?:please|pls|just|maybe|then|also|first|do|yes|only|you'd better|best) )*"
    r"(?:(?:bring|make|text|send|come|pay|wear|book|use|mind|note|remember|don't forget|keep|tell|give"
    r"|let|lets|let's|allow|expect)\b"
    r"|(?:you|u)(?:'ll| will|'d| would)? (?:\w+ )?(?:need|have|must|should|choose|pick|pay|bring|decide"
    r"|get)\b"
    r"|(?:it|that|this)(?:'ll|'d| would| will| might| may| has to| needs to| must) (?!not\b)"
    r"|(?:it|that)(?:'s| is) (?:only |just )?(?:extra|an extra|(?:[$£€] ?)?\d|best|better|on\b"
    r"|going to be|gonna be)"
    r"|(?:on|at|from|before|after|by|till|until|between|no|not|nothing|only|just)"
    rf" (?:(?:on|at|from|before|after|by|till|until|between|earlier|later|sooner|than) )*{_CLOCKS}"
    rf"|(?:no|not) (?:earlier|later|sooner|longer|mornings?|evenings?)\b"
    rf"|(?:the|my|your|a|an)? ?(?:\w+ )?{_TERMS}\b(?!(?: is| are|'s) (?:full|gone|booked|taken|too)\b)"
    r"|we(?:'ll|'d)? (?:\w+ )?(?:should|need|must|have to|say|start|meet)\b"
    r"|(?:i|we|i'd|i'll|we'd|we'll)? ?(?:also |still )?(?:charge"
    r"|need (?:the|a|an|your?|cash|payment|paying|it)|ask|want|prefer"
    r"|(?:need|have|rather) (?:to )?(?:start|leave|finish|be (?:away|gone|back|off|done)|charge))\b"
    rf"|(?:(?:i|we) )?(?:can|could|can't|cannot|won't|don't)(?: only)? (?:{_DOING} )?{_SOME_TIMES}"
    rf"|(?:(?:i|we) )?(?:can|could) only (?:{_DOING} )?{_HOUR}"
    r"|(?:there's|there is|i've|i have|we've|we have)(?: got)?"
    r" (?:only |just )?(?:the|a|an|one|two|\d\w*) (?:\w+ ){0,2}?(?:slots?|spots?|left|free|gaps?|fee"
    r"|charge|minimum|\d?[ap]m)\b"
    r")"
)
