"""Words that refuse without a negation: "rather than", "gave up", "too far to"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope

_TURNING: Final = frozenset(
    "prefer instead opposed without save apart except excluding unlike place anything everything far nowhere question stay"
    " stays staying stayed keep keeps keeping steer steers steering stopped stopping quit gave give giving given pass passing"
    " leave left leaving rule ruled rules ruling draw decided disappoint against wound winding phased phasing turn turned turning"
    " cut count out busy booked full tied closed above than under below outside beyond removing removed dropping retiring"
    " discontinuing discontinued pausing paused scrapping axing binning ditching shelving shelved goodbye farewell letting let"
    " taking parted done retired dropped ditched scrapped axed binned swapped traded switched skip skipped bar minus moved"
    " move moving step stepped lost beat wrong someone somebody client clients people too struggle reluctant unwilling"
    " hesitant loath illegal impossible last longer more".split()
)
"""One of these stands in what turns down, but for `_AS_IF`."""
_AS_IF: Final = "as if i'd"
_TURNED_DOWN: Final = re.compile(
    r"\b(?:rather (?:\w+ ){1,3}?than|prefer (?:\w+ ){1,3}?(?:to|over)"
    r"|(?:instead of|rather than|as opposed to|without|save)"
    r" (?:you|me|us|him|her|them)(?: (?:having|needing) to)?"
    r"|(?:instead of|rather than) (?:asking|making|getting|having) (?:you|me|us|him|her|them) to"
    r"|instead of|rather than|other than|apart from|except(?: for)?|excluding|unlike|as opposed to"
    r"|in place of|anything but|everything but|far from|nowhere near|out of the question"
    r"|(?:stay|stays|staying|stayed|keep|keeps|keeping|steer|steers|steering)"
    r" (?:well |right |away |clear |out |far )*(?:from|of)"
    r"|no longer(?! (?:charg|ask|need|requir))(?: (?:offer|do|take|provide|in))?"
    r"|(?:stopped|stopping)(?! (?:charg|ask|need|requir))(?: (?:doing|offering|taking|with|selling))?"
    r"|quit|(?:gave|give|giving|given) up(?: on)?|pass on|passing on"
    r"|leave(?! (?:it|them|that|everything|(?:your|the) \w+)"
    r" (?:at|in|with|by|on|under|outside|inside|behind)\b)(?: the)?|(?:leave|leaving|left) out"
    r"|(?:rule|ruled|rules|ruling) out|draw the line at"
    r"|decided against|sorry to disappoint(?: you)? (?:on|about|with)|(?:i'm|we're|i am) against"
    r"|(?:wound|winding|phased|phasing) (?:down|out)|turn(?:ed|ing)? (?:down|my back on)"
    r"|cut (?:back|down) on|count me out (?:for|of|on)|out of the"
    r"|(?:i'm|i am|we're|i'll be) (?:already |fully |all )?(?:busy|booked(?: up| out| solid)?|full"
    r"|tied up|closed)(?: (?:at|on|around))?"
    r"|above(?! (?:in|at|on|here|there)\b)|more than(?! (?:happy|glad|welcome|willing|able|fine|ok|okay"
    r"|pleased|delighted|ready)\b)|over and above|shorter than|less than|under"
    r"|below(?! (?:in|at|on|here|there)\b)|outside(?: of)?|beyond(?! (?:in|at|on|here|there)\b))"
    r"(?: (?!(?:i|we|you|it's|is|are|and|just|please|call|text|so|but)\b)[\w'-]+){0,4} ?$"
    r"|\b(?:removing|removed|dropping|retiring|discontinuing|discontinued|pausing|paused|scrapping|axing"
    r"|binning|ditching|shelving|shelved|goodbye to|farewell to|letting go of|let go of"
    r"|taking a break from|parted ways with)(?: (?!(?:i|we|you|it's|is|are|adding|add|but|so"
    r"|because)\b)[\w'-]+){0,6} ?$"
    r"|\b(?:no more|done with|retired|dropped|ditched|scrapped|axed|binned|swapped|traded|switched from"
    r"|skip|skipped|bar|minus|(?:moved|move|moving) away from|(?:step|stepped) back from|(?:i|we) left"
    r"|(?:i|we) lost|beat (?:you|u) to|than"
    r"|wrong (?:person|place|woman|man|girl|guy|one|number) (?:for|to ask for)"
    r"|(?:i've|i have|i've got|have got) (?:someone|somebody|a client|clients?|people)(?: in)? at)"
    r"(?: (?:to|doing|do|offering|having|run|running|teach|teaching|play|make|touch|see|try|give|take"
    r"|use|just|the|a|an|all|any|my|our|of|such|those|these))* ?$"
    r"|\b(?:too (?!late|soon|early)\w+(?: (?:away|out|now|today))? (?:to|for)"
    r"|(?:struggle|reluctant|unwilling|hesitant|loath|illegal|impossible) to|against my (?:\w+ ){1,2}to"
    r"|the last thing (?:i|we) (?:want|need)(?: is)?(?: for you)? to|as if i'd)"
    r"(?: (?:do|doing|offer|the|a|an|any|be|just))* ?$"
)
_NEGATED: Final = re.compile(
    r"\b(?:no|not|nothing|never|nobody|cannot|\w+n't)\b(?: (?!(?:and|but|so|because)\b)[\w']+)* ?$"
)


def turned_down(words: list[str], said: str) -> re.Match[str] | None:
    """Find at the end of `said`, the line of `words`, what turns down that which follows it."""
    if _TURNING.isdisjoint(words) and _AS_IF not in said:
        return None
    return _TURNED_DOWN.search(said)


def turned_down_before(scope: Scope) -> bool:
    """True behind a word that turns down what it governs: "rather than", "gave up", "too far to"."""
    before = scope.before
    found = turned_down(scope.left, before)
    if found is None:
        return False
    if _NEGATED.search(before[: found.start()]) or "nothing " in before:
        return False
    return _RESUMED.match(scope.after) is None


_RESUMED: Final = re.compile(
    r"(?:[\w'-]+ ){0,5}?(?:, )?but (?:now )?(?:i'm|we're|i|we|it's|they're)"
    r" (?:[\w'-]+ ){0,4}?(?:again|back)\b"
)
"""Taken up again behind the claim: "I stopped doing X for a while, but I'm back at it"."""
