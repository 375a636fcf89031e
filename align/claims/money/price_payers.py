"""Tell who pays, charges or takes an amount: "the chain charges", "I spend", "it cost me", "the hotel does a deposit"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Speaker
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import price_nouns as nouns
from align.claims.money.third_parties import asks_behind_aside
from align.reading.cues import BREAK, DURATION_UNIT, NUMERIC, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

RECEIVING: Final = frozenset("gets earns chips chip owes pays giving".split())
"""What others do with money of theirs: "my assistant gets $40 an hour"."""
KEEPING: Final = frozenset("carry own spend spends invest lose waste burn".split())
"""What we do with money or things of our own: "I carry 5,000 of glass"."""
_ANYBODY: Final = frozenset("everyone everybody who he she i'm we're".split())
"""Who can pay our price: "everyone pays $150"."""
_OWN_CHARGE: Final = nouns.DETERMINERS | {"no", "extra", "travel"}


def is_paid(words: list[str], at: int, word: str, before: str, first: int) -> bool:
    """True where the word at `at` says who pays the amount on word `first`."""
    if word in ("cost", "costs"):
        return at >= first - 2 or words[at + 1] in _PAYERS
    return word in PAYING and not _is_charge(words, at, word, before)


def _is_charge(words: list[str], at: int, word: str, before: str) -> bool:
    """True for the noun of "a dematting charge", not the verb of "the shops charge"."""
    return word == "charge" and not before.endswith("s") and words[max(0, at - 2)] in _A


_A: Final = nouns.DETERMINERS - {"the"}


def paid_by(u: Utterance, at: int, word: str, before: str) -> PriceOf | None:
    """Judge by who charges, pays or spends: "the chain charges", "I pay", "it cost me"."""
    if word == "charged" and before in nouns.SPEAKER and u.reading.words[at + 1] in nouns.DETERMINERS:
        return PriceOf.OTHER
    if word in nouns.CHARGING:
        if _is_asked_through(u, at, before):
            return PriceOf.SESSION
        theirs = _theirs(u, before) or asks_behind_aside(u, at)
        return PriceOf.OTHER if theirs and not _is_of_ours(u, at, word, before) else None
    if word in KEEPING:
        return PriceOf.OTHER if before in nouns.SPEAKER else None
    if word == "pay":
        return PriceOf.OTHER if before in nouns.SPEAKER else PriceOf.SESSION if before == "each" else None
    if word in RECEIVING:
        ours = before in _ANYBODY or _is_paid_to_us(u, at) or _is_client(u, at, before)
        return None if ours else PriceOf.OTHER
    if word == "owe":
        theirs = before in nouns.THEIRS and u.reading.words[at + 1] in ("you", "your")
        return PriceOf.OTHER if theirs or before in nouns.SPEAKER else PriceOf.REMAINDER
    if word in nouns.SPENDING:
        if word in _BOOKED and _is_participle(u, at, before):
            return None
        return None if before in ("you", "you've", "already") else PriceOf.OTHER
    # "cost" is a verb whose subject decides, unless somebody else paid, or it is the past
    payer = u.reading.words[at + 1]
    past = word == "cost" and payer == "you" and before not in _BEFORE_COST and not before.endswith("s")
    return PriceOf.OTHER if past or payer in _PAYERS else None


def is_paid_to_others(u: Utterance, _: int, last: int) -> bool:
    """True behind an amount for "you pay him and not me", "you pay that to them and not to me"."""
    words = u.reading.words
    behind = words[last : min(u.reading.sentence(last - 1)[1], last + _BEHIND)]
    if "pay" not in behind:
        return False
    pay = behind.index("pay")
    at = pay + 3 if behind[pay + 1 : pay + 3] in _IT_TO else pay + 1
    payee = behind[at : at + 1]
    if behind[max(0, pay - 1) : pay] != ["you"] or not payee or payee[0] in _NO_PAYEES:
        return False
    rest = behind[pay + 1 : pay + _NOT_US]
    return any(rest[at : at + 3] in _NOT_ME or rest[at : at + 4] in _NOT_ME for at in range(len(rest)))


PAY: Final = frozenset(("pay",))
_NO_PAYEES: Final = frozenset("it that this me us for my our by in with at on before after when up".split())
_IT_TO: Final = (["it", "to"], ["that", "to"], ["this", "to"])
_NOT_ME: Final = (
    ["and", "not", "me"], [",", "not", "me"], ["and", "not", "to", "me"], [",", "not", "to", "me"],
)  # fmt: skip
_BEHIND: Final = 16
_NOT_US: Final = 9


def _is_paid_to_us(u: Utterance, at: int) -> bool:
    """True for "your boss pays me 90", and for "the company pays, 90 for the hour"."""
    return u.reading.words[at] == "pays" and u.reading.words[at + 1] in _TO_US


_TO_US: Final = frozenset(("me", "us", ",", ":", "—"))
"""Behind "pays": we are paid, or what is paid is another clause's: "the company pays, 90 for the hour"."""


def _is_participle(u: Utterance, at: int, before: str) -> bool:
    """True for what is sold to the client: "ten hours bought together", "if paid in advance", "bought singly"."""
    if before in nouns.SPEAKER or before in nouns.THEIRS:
        return False
    marks = u.reading.marks[at - 1]
    if before in SESSION_NOUNS or marks & (DURATION_UNIT | SERVICE_WORD) or before in _WHEN:
        return True
    return bool(marks & (BREAK | NUMERIC)) and u.reading.words[at + 1] in _TOGETHER


_BOOKED: Final = frozenset(("bought", "paid"))
_WHEN: Final = frozenset("if when once is 's are be it's".split())
_TOGETHER: Final = frozenset("as in together upfront up at separately singly individually ahead".split())
_PAYERS: Final = frozenset("me him her them us".split())
"""Who pays what is no price of ours: "it costs me about 60 a month"."""
_BEFORE_COST: Final = frozenset(
    "will would 'll 'd it'll it'd that'll that'd to can could might should may do does people they and or".split()
)
"""What stands before "cost" of the present: "it will cost you", not "your last one cost you"."""

PAYING: Final = KEEPING | nouns.CHARGING | nouns.SPENDING | RECEIVING | {"pay"}


_JOINING: Final = frozenset("and or but then".split())
_FIRST_PERSON: Final = frozenset("charge ask want asked charged quoted".split())
_NEAREST: Final = 12


def _is_speakers(u: Utterance, at: int) -> bool:
    """True for the "charge" of "I come to you and charge 90", not of "they come to you and charge 90"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(at)
    for back in range(at - 2, max(begin, at - _NEAREST) - 1, -1):
        if words[back] in nouns.SPEAKER:
            return True
        if words[back] in nouns.THEIRS or words[back] in _RELATIVES:
            return False
    return False


_RELATIVES: Final = frozenset("who who'll who'd which they'll he'll she'll they'd he'd she'd".split())


def _is_asked_through(u: Utterance, at: int, before: str) -> bool:
    """True for "my studio charges 90", "the form asks for 60", not for "the venue's website asks 60"."""
    owners = u.reading.words[max(0, at - 4) : at]
    return (
        before in _THROUGH
        and _OTHERS_OWN.isdisjoint(owners)
        and not any(word.endswith("'s") for word in owners)
    )


def _is_of_ours(u: Utterance, at: int, word: str, before: str) -> bool:
    """True where the client wants what we sell, or others want us: "the owner wants me there at six, 90"."""
    words = u.reading.words
    if before in _JOINING and word in _FIRST_PERSON and _is_speakers(u, at):
        return True
    my = not _MY.isdisjoint(words[max(0, at - 3) : at])
    if word in _WANTING and ((before in nouns.CLIENTS and not my) or words[at + 1 : at + 3] in _WANTS_US):
        return True
    near = words[max(0, at - _RELATIVE) : at]
    return any(
        near[i] == "where" and near[i + 1] in ("i", "we") and near[i + 2] in _WORKING
        for i in range(len(near) - 2)
    )


_MY: Final = frozenset(("my", "our"))
_WANTING: Final = frozenset("wants want takes take wanted".split())
_WANTS_US: Final = (
    ["me", "there"],
    ["me", "in"],
    ["me", "at"],
    ["me", "by"],
    ["us", "there"],
    ["us", "at"],
    ["us", "in"],
)
_THROUGH: Final = frozenset("studio team form site website page app assistant".split())
"""Through whom or what we ask our price."""
_OTHERS_OWN: Final = frozenset(
    (
        "her his their big bigger fancy posh rival other cheap cheaper chain local next that some friend's "
        "sister's your"
    ).split()
)
_RELATIVE: Final = 6
_WORKING: Final = frozenset("work am rent host see practise practice teach".split())


def _is_client(u: Utterance, at: int, before: str) -> bool:
    """True for "each girl gets an hour for 90", not for "the girl next door gets 90"."""
    if before not in nouns.CLIENTS or not _MY.isdisjoint(u.reading.words[max(0, at - 3) : at]):
        return False
    behind = u.reading.words[at + 1 : at + 6]
    return u.reading.words[at] == "pays" or "for" in behind or "at" in behind


def _theirs(u: Utterance, before: str) -> bool:
    """True when somebody else does the charging: "the chain charges", "her old teacher charged"."""
    if u.speaker is Speaker.CLIENT or before in nouns.CHARGERS:
        return False
    return before in nouns.THEIRS or (
        before.isalpha() and before not in _OWN_CHARGE and before not in SESSION_NOUNS
    )


def deposit_of(words: list[str], at: int, begin: int) -> PriceOf:
    """Judge a deposit named before an amount: ours, what it leaves, or somebody else's."""
    if words[at + 1] in _TAKEN_OFF or not _HAVING.isdisjoint(words[max(begin, at - 3) : at]):
        return PriceOf.REMAINDER
    return PriceOf.OTHER if _takes_deposits(words, at, begin) else PriceOf.DEPOSIT


_TAKEN_OFF: Final = frozenset("gone paid off out deducted sorted".split())
"""What is said of a deposit before what is left: "with the deposit gone it's 400"."""


_HAVING: Final = frozenset("had got received".split())
"""What we have done with a deposit before what is left: "I've had the deposit, so bring 130"."""


def _takes_deposits(words: list[str], at: int, begin: int) -> bool:
    """True for "the hotel does a robe deposit": somebody else's."""
    window = range(max(begin, at - 8), at - 1)
    return any(words[i] in nouns.OTHERS and words[i + 1] in _TAKING for i in window)


_TAKING: Final = frozenset("does takes wants asks has charges needs requires".split())
