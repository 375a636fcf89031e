"""Talk of being a machine: an AI, an assistant, a bot, a model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.cues import IDENTITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.reading import Reading

_MACHINE: Final = (
    r"(?:ai|a\.i|a \. i|artificial intelligence|(?:chat ?)?bots?|robot|llm|gpt|chatgpt"
    r"|(?:large )?language model|machine|algorithm|computer(?: program)?|software|program"
    r"|auto ?-? ?responder|automation)"
)
_KIND: Final = (
    r"(?:virtual|digital|automated|automatic|ai|a\.i|artificial|online|smart|friendly|helpful|scheduling"
    r"|booking|text|messaging|computer|generated|conversational|large|language|trained|little|humble"
    r"|mere|simple|-|powered|based|chat)"
)
_BEING: Final = (
    r"(?:i'm|im|i am|i was|we're|this is|it's|its|you're (?:talking|chatting|speaking|texting|messaging)"
    r" (?:to|with)|you are (?:talking|chatting|speaking|texting|messaging) (?:to|with)|you've reached"
    r"|talking to|as|being|here is|meet|hi from|i'm actually|it is)"
)
_DETERMINER: Final = (
    r"(?:(?:just|only|actually|really|simply|currently|technically|merely|basically|also"
    r"|probably) )*(?:(?:an?|the|your|our|my|his|her) )?(?:\w+ ?'s )?"
)
_IS_MACHINE: Final = re.compile(
    rf"\b{_BEING} {_DETERMINER}(?:{_KIND} )*(?:{_MACHINE}(?: assistant)?\b(?! (?:wash|washable"
    r"|embroidery|homework|photos?|prices?|for))"
    r"|(?:(?:virtual|digital|automated|ai) [\w-]+ )?assistant\b(?! (?:manager|teacher|groomer|stylist"
    r"|coach|instructor|photographer|referee|at|to))"
    r"|model\b(?! (?:release|call|casting|agency|maker|train|kit|pupil|student|citizen|client|show"
    r"|portfolio|shoot|and an? \w+|and actor|who|for|from)))"
)
_WORKING: Final = re.compile(
    r"\b(?:automated|automatic|auto ?-? ?generated|ai ?-? ?generated|computer ?-? ?generated"
    r"|auto) ?-? ?(?:message|reply|response|text|responder|assistant|system|email)\b"
    r"|\b(?:virtual|digital|ai|automated|a\.i|artificial)"
    r" (?:booking |scheduling |personal )?(?:assistant|agent|receptionist)\b"
    r"|\bai ?-? ?(?:powered|driven|based|run) (?:\w+ )?(?:line|assistant|system|service|chat|reply"
    r"|replies|inbox|desk|scheduler|receptionist|bot)\b"
    r"|\b(?:my|our|these|this) (?:responses?|replies|reply|messages?|texts?|answers?)"
    r" (?:are|is|get|gets|were|was) (?:\w+ )?(?:generated|automated|automatic)\b"
    r"|\blanguage model\b|\bmy (?:training data|training cut ?off|knowledge cut ?-? ?off|programming"
    r"|algorithm|prompt|system prompt|instructions from|developers|creators|context window)\b"
    r"|\b(?:powered|written|generated|sent|drafted|answered|replied|managed|handled) by"
    r" (?:an? |my |our )?(?:ai|a\.i|gpt|chatgpt|bot|chatbot|language model|algorithm|assistant bot|llm"
    r"|machine)\b"
    r"|\b(?:trained|created|made|built|developed) by (?:openai|anthropic|google|meta)\b"
    r"|\bas an? (?:\w+ )?(?:assistant|model),? i\b|\bi(?:'m| am) not"
    r" (?:an? )?(?:(?:real|actual) )?(?:human|person)\b(?! (?:who|to|that|of))"
    r"|\bi(?:'m| am) (?:only |just )?programmed to\b"
    r"|\b(?:i (?:don't|do not)|without|not) have (?:a |any )?(?:physical (?:body|form)|feelings or"
    r"|real ?-? ?time access)\b"
    r"|\bi(?:'m sorry|'m afraid| apologi[sz]e)?(?: ,)?(?: but)?(?: i)?"
    r" (?:can't|cannot|can not|am unable to|'m unable to|won't)"
    r" (?:assist with|fulfil|fulfill|comply with|help with) (?:that|this|your|such)(?: (?!on\b)\w+)?"
    r" request\b"
    r"|\b\w+ ?'s (?:virtual |digital |little )?(?:ai|bot|chatbot)"
    r" (?:helper|sidekick|buddy|secretary|concierge)\b"
    r"|\bthe (?:ai|bot|chatbot) (?:that|which|who) (?:answers|replies|writes|runs|handles|looks after)\b"
    r"|\b\w+ ?'s (?:virtual |digital |ai |automated )?(?:assistant|bot|ai|chatbot)"
    r" (?:here|speaking|typing|texting|replying|writing)\b|\b(?:assistant|bot|chatbot) here\b"
)
_OTHERS: Final = re.compile(
    r"\b(?:cos ?play|halloween|costume|photo|fashion|role|fitness|catwalk|hand|life|plus size)\b"
)
_REACH: Final = 9


def find_identity(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the words that say that a machine or an assistant writes."""
    if not reading.seen & IDENTITY:
        return
    line, at = reading.line, reading.line_at
    done = 0
    for index in reading.where(IDENTITY):
        if index < done:
            continue
        begin, end = reading.sentence(index)
        start, stop = at[max(begin, index - _REACH)], at[min(end, index + _REACH)]
        match = _IS_MACHINE.search(line, start, stop) or _WORKING.search(line, start, stop)
        if match is None or not match.start() <= at[index] < match.end() or _OTHERS.search(match.group()):
            continue
        first, last = reading.words_of(match.start(), match.end())
        done = last
        if not _is_denied(reading, first, last):
            yield first, last


_NOT_SAID: Final = re.compile(
    r"\b(?:are you|is this|if|whether|like|as if|as though|thinking|asked|wondering|worried|promise|swear"
    r"|(?:you|u|they|people|someone|everyone|friends?|clients?)"
    r" (?:\w+ )?(?:think|thought|thinks|say|said|sound|sounds|reckon))"
    r" (?:that |i |you |it |this |if |whether |was |were |is |am )*\Z"
)


def _is_denied(reading: Reading, first: int, last: int) -> bool:
    """True for "I'm not a bot" and "you asked if I'm a bot"."""
    line, at = reading.line, reading.line_at
    if _NOT_SAID.search(line[at[max(reading.sentence(first)[0], first - 6)] : at[first]]):
        return True
    inside = reading.words[max(0, first - 1) : last]
    return (
        any(w in ("not", "no", "never", "n't", "isn't", "ain't") for w in inside)
        and "human" not in inside
        and "person" not in inside
        and "physical" not in inside
    )
