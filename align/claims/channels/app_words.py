"""Tell an app from the word that it is called by: "on Signal", not "the signal is bad"; "on Zoom", not "zoom in"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.talking import OTHERS_CALL

if TYPE_CHECKING:
    from align.reading import Reading

TALKING: Final = re.compile(
    r"\b(?:message|messages|messaging|msg|add|find|reach|text|txt|ping|chat|talk|speak|hit|contact|call"
    r"|video|hop|jump|get|go|meet|send|write|lesson|lessons|session|sessions|class|classes|consult"
    r"|consultation|do|switch|move|drop|have|reply|answer|it|available|reachable|contactable|online|buzz"
    r"|join|catch|connect|shout|holler|use|using|prefer|easier|easiest|best|better|i'm|im|us|me)\b"
)
APP_DOES: Final = re.compile(
    r"\w+ (?:me|us|you|ya|u|ye|calls?|chat|chats|sessions?|lessons?|class|classes|check - ?(?:ins?|ups?)"
    r"|check(?:ins?| ?ins?| ups?)|consults|consultations|catch - ?ups?|coaching|training|workouts?"
    r"|tutorials?|reviews?|meetings?|link|works?|would (?:work|suit|do)"
    r"(?![^.!?;]{0,60}(?:, not | but (?:i|we) | i only | if (?:i|we) ))|(?:(?:group|chat|dms?) ?)?(?:is|'s)"
    r" (?:(?:the|my|our|probably|always|definitely|just|usually) )+(?:best|easiest|quickest|fastest"
    r"|simplest)|(?:group|chat) ?(?:is|'s) (?:best|easier|easiest|better|grand|fine)"
    r"|is (?:best|easier|easiest|better|fine|good|grand|great|quicker|quickest|handier|perfect|ok|okay"
    r"|open|an option|available)|'s (?:best|easier|easiest|better|fine|good|grand|great|quicker|handier)"
    r"|would be (?:best|easier|better|great|good|grand|fine|perfect|ideal|lovely|brilliant|handier|handy"
    r"|quicker|simpler)|instead|consult|consultation)\b"
)
MOVED: Final = re.compile(
    r"\b(?:take|taking|bring|bringing|move|moving|switch|switching|shift|shifting|continue|carry on|carry)"
    r"(?: (?:this|it|that|things|everything|our|the|my|your|chat|chats|conversation|convo|thread|talk|us"
    r"|on|over|across|back))*"
    r" (?:to|onto|on to|over on|into) \Z"
)
"""A talk that is to go on there: "let's take this to Telegram"."""
_OTHER_SENSE: Final = {
    "signal": re.compile(r"signal (?:on|is|in|was|bad|dodgy|strength|keeps|drops?|dropped|cut|down|here|there|up|the|for|'s"
r"|when|if)\b(?! (?:fine|best|easier|me|good for|works))"),
    "zoom": re.compile(r"zoom (?:right |straight |way )?(?:in|out|lens|lenses|into|up|through|past|round|around|off"
r"|on the(?! (?:\w+day|weekend|\d))|closer)\b"),
    "line": re.compile(r"line"),
    "meet": re.compile(r"meet"),
    "teams": re.compile(r"teams (?:of|are|in|from|that|who)\b"),
    "snap": re.compile(r"snap (?:a|an|some|the|up|on|it|back|decision|of|judg\w+|out|shut|fastener|button|buttons|of)\b"),
    "slack": re.compile(r"slack (?:off|on|for|in)\b"),
}  # fmt: skip
_MINE_SIGNALS: Final = re.compile(r"\b(?:my|our) \w+(?: \w+)? (?:will|can|could|may|'ll|to)(?: \w+)? \Z")
"""Who waves from the aisle: "my assistant can signal me"."""
_TOLD: Final = re.compile(
    r"\b(?:i'm|im|i am|we're|we are|i'll be|you'll find me|you can find me|also|both|available|reachable"
    r"|contactable)(?: (?:also|always|usually|mostly|only|just|too|here))* (?:on|via|over|through) \Z"
    r"|\b(?:add|message|msg|text|find|reach|get|ping|chat|talk|contact|call|video)"
    r" (?:(?:to|with) )?(?:me|us|you) (?:on|via|over|through) \Z"
)
"""Somebody is to write there, or is to be found, whatever follows: "I'm on Signal if you prefer"."""


def is_plain_word(reading: Reading, index: int, before: str, by: re.Match[str] | None) -> bool:
    """True where the name of an app is the word that it is: "the signal is bad", "zoom in"."""
    if not _means_app(reading, index, before, by):
        return True
    word = reading.words[index]
    if word == "signal" and (OTHERS_CALL.search(before) or _MINE_SIGNALS.search(before)):
        return True
    other = _OTHER_SENSE.get(word)
    if other is None or word in ("line", "meet") or not other.match(reading.line, reading.line_at[index]):
        return False
    return by is None or not (_TOLD.search(before) or MOVED.search(before))


_JOINS: Final = re.compile(r"\b(?:join|join us|join me) (?:on|in|the|my|our) \Z")
_ON_LINE: Final = re.compile(
    r"\b(?:(?:add|message|msg|text|find|reach|contact|ping) (?:me|us|you|u)|(?:move|take|bring)(?: \w+)?"
    r"|switch|chat|talk|continue|carry on) (?:over )?(?:on|to|via|over)(?: (?:my|to))? \Z"
)
_ENDS_THERE: Final = re.compile(
    r"line(?: (?:instead|please|pls|if|later|then))?(?: [.,!?;)—]|\Z| (?:if|and|or|for) )"
)
"""LINE, where nothing follows that a line could lead to: "shall we switch to line?"."""
_HAVE_IT: Final = re.compile(r"\b(?:do|have) (?:you|u|ya|ye) (?:also )?(?:have|got|use) \Z")


def _means_app(reading: Reading, index: int, before: str, by: re.Match[str] | None) -> bool:
    """Tell an app from the word that it is called by."""
    word = reading.words[index]
    line, at = reading.line, reading.line_at
    branded = re.search(r"\b(?:google|microsoft|ms|fb|facebook) \Z", before) is not None
    if word in ("meet", "duo", "teams") and branded:
        return True
    if word == "line" and by is not None and _ON_LINE.search(before) and _ENDS_THERE.match(line, at[index]):
        return True
    if word in ("line", "meet", "duo"):
        return by is not None and by["by"] in ("on", "via") and reading.cased(index) == "LINE"
    called = by is not None and (
        (by["by"] in ("on", "via", "over", "through", "thru", "by") and TALKING.search(before) is not None)
        or MOVED.search(before) is not None
    )
    if word == "teams":
        return (
            called
            or re.match(
                r"teams (?:call|meeting|link|invite|works|would (?:work|suit|do)|is (?:fine|ok|okay|easier|best|good|better))\b",
                line[at[index] : at[index] + 24],
            )
            is not None
        )
    if word == "zoom":
        return (
            called
            or (by is not None and by["by"] in ("on", "via", "over"))
            or re.match(
                (
                    r"zoom (?:calls?|link|session|lesson|meeting|me|us|you|works|would work|chat|consult"
                    r"|is (?:fine|best|easier|grand)|would be (?:best|easier|better|great|good|grand"
                    r"|fine|perfect|ideal)"
                    r"|invite|(?:(?:ok|okay|alright|good|fine|possible|poss) )?\?)(?!\w)"
                ),
                line[at[index] : at[index] + 24],
            )
            is not None
            or re.search(
                (
                    r"\b(?:a|quick|short|little|wee|brief|minute|do|or|by|facetime|skype|our|wanna"
                    r"|want to|let'?s"
                    r"|(?:can|could|would|will|shall) (?:you|u|we|i)|we can|we could) \Z"
                ),
                before,
            )
            is not None
        )
    if word == "snap":
        return (
            called
            or re.match(r"snap (?:me|us)\b", line[at[index] : at[index] + 12]) is not None
            or before.endswith("add my ")
        )
    if word in ("wa", "kik", "messenger", "discord"):
        if before.endswith(("my ", "our ")) or _JOINS.search(before):
            return True
        return by is not None or APP_DOES.match(line, at[index]) is not None
    if word == "signal" and _HAVE_IT.search(before) and reading.text(index, index + 1) == "Signal":
        return True
    return (
        called
        or re.match(
            rf"{word} (?:me|us|works?|is (?:fine|best|easier|better|good for))\b",
            line[at[index] : at[index] + 32],
        )
        is not None
        or before.endswith(("add my ", "or "))
    )
