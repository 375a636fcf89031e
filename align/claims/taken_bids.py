"""How a bid is taken where neither a yes nor the sum is said: "I won't say no", "see you Saturday so".

Only where the client has named a sum to be agreed to: who is asked "would you take 450?" and books
the day, or gives a reason or a condition and nothing else, has taken it.
"""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|then|there)"
_ENDS: Final = r"(?: (?:so|then|love|hun|lah|x+))*(?= ?[.!]* ?\Z)"
"""The draft says no more than that."""
_GIVES_IN: Final = (
    r"(?:(?:i )?(?:won't|wouldn't|can't|couldn't|could never) say no(?: to (?:you|that|this|it))?"
    r"|hard to say no(?: to (?:you|that|this))?|how (?:could|can) (?:i|we) say"
    r" no(?: to (?:you|that))?(?: \?)?"
    r"|(?:i|we) (?:would|will|can|could)(?: so| surely)?|(?:i|we) (?:accept|give in|give up)"
    r"|let's (?:say yes|shake(?: on (?:it|that)| hands)?)|(?:i )?(?:suppose|guess)(?: so)?"
    r"|(?:that's |sounds |seems )?fair(?: enough)?|right so|(?<=\bwell )done"
    r"|(?:just |only )?(?:this|the) (?:once|one time)|as a (?:once|one)[ -]*off)"
)
"""A yes to the sum, however unwilling."""
_QUIETLY: Final = (
    r"(?:(?:just )?(?:don't|do not) (?:tell|go telling) (?:anyone|anybody|everyone|the others|my \w+)"
    r"|(?:let's )?keep (?:it|that|this) (?:between (?:us|ourselves)|quiet|to yourself)"
    r"|our (?:little )?secret)"
)
_WHY: Final = (
    rf"(?:(?:only |just )?(?:since|because|seeing(?: as| that)?|cos|as) (?:it's|you're|you) [^.!?,]{{1,40}}"
    r"|(?:ok|okay|fine|yes|grand|alright) (?:just |but only )?(?:for|in)"
    rf" (?:you|this once|the once|{_MONTH})|(?:in|for) {_MONTH} (?:, )?(?:i|we)"
    r" (?:would|could|can|will))"
)
"""A reason to come down, which nobody gives who does not."""
_BOOKS: Final = (
    r"(?:(?:i'll|i've|i will|let me)(?: just| now)?"
    r" (?:pencil(?:led)?|book(?:ed)?|put|pop|slot(?:ted)?|pen) (?:you|ye|u|it|that|us)(?: all)?"
    rf" (?:in|down)(?: for (?:{_DAY}|the \w+|\d[\d:]*(?: ?[ap]m)?))?"
    rf"|see (?:you|ye|u) (?:on |all )?(?:{_DAY}|at \d[\d:]*(?: ?[ap]m)?))"
)
_HANDS: Final = (
    r"(?:(?:you|just|please|then|so) )*(?P<verb>come|send|bring|transfer"
    r"|pay)(?: (?:it|that|the (?:money|cash|sum|amount)|cash|now|today|over|through))*(?: (?:to|by|in|on"
    r"|via|with) (?:my |the )?(?:momo|mpesa|m-pesa|cash|card|bank|till|paybill|airtel|paypal|venmo"
    r"|revolut))?"
)
"""What the client is to do with the money; not with what they ask to send: "shall I bring a mat?"."""
_OPENERS: Final = (
    r"(?:(?:well|ah|oh|och|arra|haha|ok|okay|right|alright|go on|hmm|you're a \w+ (?:one|man|woman))"
    r" (?:[,.!] )?)*"
)
_TAKES: Final = re.compile(rf"{_OPENERS}(?P<said>{_GIVES_IN}|{_QUIETLY}|{_WHY}|{_BOOKS}|{_HANDS}){_ENDS}")
_BIDS: Final = re.compile(
    r"\b(?:(?:can|could|would|will|might) (?:you|u|ya|ye|we|i)(?! (?:confirm|check|tell|remind|say)\b)"
    r"|budget|afford|any chance|do it for|take \d)\b"
)
_BRIEF: Final = 24


def taking_bid(line: str, start: int, asked: str) -> tuple[int, int] | None:
    """Return where in the line the words stand, from `start` on, that take the bid `asked` and end the draft, or None."""
    match = _TAKES.match(line, start)
    if match is None or (len(asked) > _BRIEF and _BIDS.search(asked) is None):
        return None
    if match["said"] == "done" and "?" not in asked and _BIDS.search(asked) is None:
        return None  # "saved £60 today!" is praised
    verb = match["verb"]
    return None if verb and verb in asked.split() else match.span("said")
