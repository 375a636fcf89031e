"""Money that changes hands: "lash the money over", "hand it to me", "send the lot through".

A verb of handing with a sum as its object is paying. With a pronoun it is where the words
before speak of money and of nothing else that could be handed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Speaker
from align.claims.nearby import claims_between
from align.claims.payments.fronted_sums import fronted_sum
from align.reading.cues import CURRENCY, NUMBER

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_GIVING: Final = (
    "lash send throw fling drop hand bring slip give chuck bung leave ping wire shoot fire whack stick "
    "pop pass push"
    " forward sling slide toss run flick clear eft paynow zap put".split()
)
"""What who pays does with the money."""
APPS: Final = frozenset(("eft", "paynow"))
"""Those among them that are ways of paying as well."""
_TAKING: Final = "take collect get grab charge do catch".split()
"""What who is paid does with it; with a pronoun these need the one that it comes from."""
_MAKING: Final = frozenset("make making cover covering arrange arranging see seeing handle handling".split())

HANDING: Final = frozenset(
    [*_MAKING]
    + _GIVING
    + _TAKING
    + [verb.removesuffix("e") + "ing" for verb in _GIVING + _TAKING]
    + ["dropping", "slipping", "popping", "putting", "getting", "gave"]
)
"""Verbs that a phrase of handing money over opens with."""
_TAKES: Final = frozenset([*_TAKING, "taking", "collecting", "getting", "grabbing", "charging"])

_WAY: Final = (
    r"(?: (?:me|us|over|across|along|off|up|down|in|round|back|my way|to me|to us|with me|for me"
    r"|(?:off|from) (?:you|ye|ya|u)|(?:in|on|through)(?! (?:the|your|my|a|\w+day)\b))\b)*"
)
"""Where it goes; "on the way out" is a time already."""
_DETERMINER: Final = r"(?: (?:the|an?|one|my|your|our|that|this|those|some|any|his|her|their))?"
_KIND: Final = (
    r"(?: (?:few|rest of the|rest of your|remainder of the|bit of|full|card|other|remaining|second|last"
    r"|final|outstanding"
    r"|whole|cash|agreed|session|lesson|bank))*"
)
_SIGN: Final = (
    r"[$£€¥₹₦₱₺₵฿₫₩₪₴₽]|(?:s|au|ca|nz|hk|nt|r) \$|gh ₵|rm?|rp|rs|k?shs?|ush|tsh|cfa|fcfa|sgd|usd|aud|nzd"
    r"|cad|hkd|gbp|eur|chf|sek|nok|dkk|zar|ngn"
    r"|kes|ugx|tzs|ghs|inr|php|thb|aed|pln"
)
_SUM: Final = (
    rf"(?: (?:(?:(?:{_SIGN}) ?)"
    r"\d[\d.,]*(?: \d{3})*|\d[\d.,]*(?: \d{3})*(?: (?:%|quid|euros?|dollars|bucks|pounds|rand|bob|naira"
    r"|cedis|rupees|kr|francs?|f?cfa|k?sh)|(?= (?:\W|over|across|through|to|in|when|whenever|once|after"
    r"|at|on|by|next|later|before|until|till|now|from|off|under|with|behind)\b|\Z))"
    r"|money|cash|payment|balance|remainder|rest|fees?|bill|invoice|amount|difference|total|sum"
    r"|what you(?: still)? owe|what(?:'s| is) ow(?:ing|ed)|bob|tenner|fiver|readies|dosh|wedge|transfer"
    r"|half(?! an?\b| (?:of )?(?:the|your|his|her) (?!(?:money|fee|balance|price|cost|sum|total|amount"
    r"|bill|payment|deposit|rate|cash|rest|lot|\W|\d)\b)[a-z]| of an?\b|(?: -)? (?:hours?|hrs?|days?)\b"
    r"| the (?:time|day|hour))"
    r"|card|cheque|check|envelope)(?! (?:of (?:the|your) (?!money|cash|balance|fee|payment)|list|details"
    r"|form|sheet|slip|papers|paperwork|photos?|info|questions?|reader)\b))"
)
_SIGNS: Final = frozenset("$£€¥₹₦₱₺₵฿₫₩₪₴₽")
_MONEY: Final = frozenset(
    "what what's money cash payment balance remainder remaining rest fee fees dues bill invoice amount "
    "cost difference total sum bob tenner fiver readies"
    " dosh wedge transfer half card cheque check envelope r rm rp rs ksh kshs sh shs ush tsh gh cfa "
    "fcfa s au ca nz hk nt sgd usd aud nzd cad hkd gbp eur chf sek"
    " nok dkk zar ngn kes ugx tzs ghs inr php thb aed pln".split()
)
_STANDS_FOR_IT: Final = frozenset("it that this them all everything lot thing care".split())
_MEETING: Final = frozenset("get getting catch catching".split())
"""With these it is the one who pays, too: "catch me after"."""
_BEFORE_MONEY: Final = frozenset(
    "me us over across along off up down in round back my way to with for from on through you ye ya u "
    "the a an one your our"
    " those some any his her their few of bit full other second last final outstanding whole agreed session"
    " lesson bank".split()
)
"""What may stand between a verb of handing and the money, or what stands for it."""
_FRONTED_BY: Final = frozenset(
    "you u ye ya can could may should will i we i'll we'll i'd just always also usually only then".split()
)
"""What stands before the verb where the sum stands before both: "fees you can give at the end"."""
_OF_MONEY: Final = re.compile(rf"\w+{_WAY}{_DETERMINER}{_KIND}{_SUM}(?!\w){_WAY}")
_OF_MONEY_TO_YOU: Final = re.compile(rf"\w+ (?:to )?(?:you|u|ye|ya){_DETERMINER}{_KIND}{_SUM}(?!\w)")
"""In the client's words the money goes to the professional."""
_OF_ALL: Final = re.compile(
    r"clear(?:ing)? (?:everything|all of it|all|the lot|it all|it|that|them)(?: (?:off|up))?\b"
)
_CLEARS_YOU: Final = re.compile(
    r"(?:clear(?:ing)?|get(?:ting)?) (?:(?:up )?with )?(?:you|u|ye|ya)(?: (?:back|up|then))*"
    r"(?=(?: ,)? (?:after|afterwards|at the end|next (?:time|week|month|lesson|visit)|later|when"
    r"|whenever|once|on (?:\w+day|the \d|pay ?day|my way out))\b)"
)
"""In the client's words whoever is paid is cleared, or got back to: "can I clear you after?"."""
_OF_IT: Final = re.compile(
    rf"\w+{_WAY} (?:it|that|this|the (?:whole )?(?:lot|thing)|all of it){_WAY}"
    r"(?: (?:to|off|from|with) (?:me|us|you|ye|ya|u))?(?: (?:on|in|under|by) (?:the|a|my)"
    r" (?!way\b|day\b|night\b|end\b)\w+)?\b"
)
_GOT: Final = re.compile(
    r"(?:(?:get(?:ting)?|grab|tak(?:e|ing)|collect(?:ing)?)"
    r" (?:it|that)(?= (?:next (?:time|week)|when (?:i|we) (?:next )?see))"
    r"|tak(?:e|ing) care of (?:it|that|everything|me)|get(?:ting)? (?:me|us)(?: back)?"
    r"|catch(?:ing)? (?:me up|up with me|up))"
    r"(?= (?:after|at the (?:end|next|following)|next|later|when|whenever|once"
    r"|on (?:(?:the|your|ur) way|the next|\w+day))\b)"
    r"|giv(?:e|ing) (?:it|that|them|the lot|all of it)(?= (?:after|afterwards|later|when|whenever|once"
    r"|at the end|next)\b)"
)
_MAKES: Final = re.compile(
    r"(?:mak(?:e|ing)|cover(?:ing)?|arrang(?:e|ing)|tak(?:e|ing) care of|see(?:ing)? to|handl(?:e|ing))"
    r" (?:(?:the|your|a|that|my|full|any|final|remaining|bank|card) )+(?:payment|balance|fee|bill"
    r"|transfer|rest|remainder|cost|money|invoice)\b(?! (?:from|to) (?:the|your)"
    r" (?:airport|station|hotel|venue|port|ferry)\b)"
)
"""What is done with a sum by those who pay it: "make the payment", "cover the fee"."""
_MINE: Final = re.compile(
    r"\b(?:i|i'll|ill|i'd|i've|we'll|we|i can|i could|i will|i always|i usually"
    r"|let me)(?: (?:just|also|then|even|still|always|\w+ly))* \Z"
)
"""The professional hands something to the client: a bill, change, a receipt."""
_RECEIVED: Final = frozenset("get getting take taking collect collecting grab grabbing".split())
_YOU: Final = re.compile(r"\b(?:you|ye|u|you'll|ye'll)(?: (?:just|also|then|even|\w+ly))* \Z")
"""The client gets something: "when you next come you get a card"."""
_FROM: Final = re.compile(r" (?:off|from) (?:you|ye|ya|u)\b| (?:to|back to) (?:me|us)\b")
_TO_SOMEBODY: Final = re.compile(
    r"(?:giv(?:e|ing)|gave) (?:me|us)\b|(?:giv(?:e|ing)|gave) \w+ (?:to (?:me|us|you|u)|over)\b"
)

_ANTECEDENT: Final = 26
"""Words back at which the money that a pronoun stands for may be named."""
MONEY_NOUNS: Final = frozenset(
    "transfer transfers tab paid pay paying payday payday's paydays bob wedge dosh readies money cash "
    "balance remainder payment payments fee fees bill bills invoice invoices dues deposit rate price"
    " total amount change owe owed owing outstanding".split()
)
_THINGS: Final = frozenset(
    "form forms photo photos pic pics picture pictures video videos clip clips link links list address "
    "details message song songs track"
    " tracks file files audio key keys lead leads towel towels dress outfit gown guitar amp bag bags "
    "gear bike box contract waiver"
    " quote code note notes playlist setlist dog cat puppy coat harness blanket toy collar letter "
    "report card script inspo mood board"
    " brief plan survey questionnaire homework email recording cheque-book medication report passport "
    "id veil shoes jewellery cake"
    " tripod camera instrument violin screenshot screenshots measurements sizes menu".split()
)
"""What people send and bring that is no money; the nearest one is what "it" means."""


_THE_REST: Final = ["the", "rest", ","]


def may_hand_over(u: Utterance, index: int) -> bool:
    """Tell, cheaply, whether money, or what may stand for it, can be what the verb at `index` hands over.

    Most that is taken and brought is none: "take the time", "bring a bottle of water".
    """
    words = u.reading.words
    fronted = index and (words[index - 1] in _FRONTED_BY or words[index - 1].endswith("ly"))
    if fronted or words[index] in _MEETING or u.speaker is Speaker.CLIENT:
        return True
    for at in range(index + 1, len(words)):
        word = words[at]
        if word in _MONEY or word in _STANDS_FOR_IT:
            return True
        if not word.isalpha():
            return len(word) > 1 or word in _SIGNS or word.isdigit()
        if word not in _BEFORE_MONEY:
            return False
    return False


def handed_at(u: Utterance, index: int) -> tuple[int, int] | None:
    """Return the words of the phrase of handing money over that the verb at `index` opens."""
    if not may_hand_over(u, index):
        return None
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(index)[0], index - 4)
    before = line[at[begin] : at[index]]
    takes = reading.words[index] in _TAKES
    shared = reading.words[index].startswith("clear")
    own = reading.words[index] in ("do", "doing") or not (takes or shared)
    if own and u.speaker is Speaker.PROFESSIONAL and _MINE.search(before):
        return None
    if u.speaker is Speaker.PROFESSIONAL and reading.words[index] in _RECEIVED and _YOU.search(before):
        return None
    if reading.words[index] in _TAKES and (made := _MAKES.match(line, at[index])):
        return index, reading.word_at(made.end() - 1) + 1
    fronted = fronted_sum(reading, index)
    if fronted is not None and (takes or fronted["takes"] is None):
        return index, index + 1
    if reading.words[index] in _MAKING:
        made = _MAKES.match(line, at[index])
        return None if made is None else (index, reading.word_at(made.end() - 1) + 1)
    match = _OF_MONEY.match(line, at[index])
    if match is None and u.speaker is Speaker.CLIENT:
        match = _OF_MONEY_TO_YOU.match(line, at[index]) or _CLEARS_YOU.match(line, at[index])
    if match is None:
        match = (
            _GOT.match(line, at[index])
            or (_OF_ALL.match(line, at[index]) if shared else None)
            or _of_it(line, at[index], takes=takes)
        )
        if match is None or not speaks_of_money(u, index):
            return None
    return index, reading.word_at(match.end() - 1) + 1


def _of_it(line: str, position: int, *, takes: bool) -> re.Match[str] | None:
    """Read a verb with a pronoun; who takes it must say from whom, who gives it to whom."""
    match = _OF_IT.match(line, position)
    if match is None:
        return None
    phrase = match.group()
    if takes:
        return match if _FROM.search(phrase) else None
    if phrase.startswith(("giv", "gave")) and _TO_SOMEBODY.match(phrase) is None:
        return None
    return match


def speaks_of_money(u: Utterance, index: int) -> bool:
    """Tell whether what a pronoun at `index` stands for is money: the nearest thing named is."""
    words, marks = u.reading.words, u.reading.marks
    if u.speaker is Speaker.CLIENT:
        begin, end = u.reading.sentence(index)
        return not MONEY_NOUNS.isdisjoint(words[begin:end])
    first = max(0, index - _ANTECEDENT)
    sums = claims_between(u.money, first, index)
    last = max((m.last for m in sums if m.of not in (PriceOf.OTHER, PriceOf.DEPOSIT)), default=-1)
    for at in range(index - 1, first - 1, -1):
        if words[at] in _THINGS:
            return False
        if at < last or marks[at] & CURRENCY or words[at] in MONEY_NOUNS:
            return True
        if words[at] == "rest" and u.money and words[at - 1 : at + 2] == _THE_REST:
            return True  # "£20 holds it. As for the rest, bring it out when we've finished"
        if marks[at] & NUMBER and (words[at] in u.known.amounts or words[at - 1 : at] == ["the"]):
            return True
    # "leave it on the table", said to a client who asked whether to bring cash
    asked = u.inbound.reading.words if u.inbound is not None and first == 0 else []
    return not MONEY_NOUNS.isdisjoint(asked) and _THINGS.isdisjoint(asked)
