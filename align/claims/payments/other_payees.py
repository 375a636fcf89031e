"""Payment that is somebody else's: the parking meter, a sister who pays her share, the client who is paid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.contacts.owners import THIRD_PARTIES

if TYPE_CHECKING:
    from align.claims.payments.payment_words import Paying
    from align.claims.utterance import Utterance

_WINDOW: Final = 12
"""Words before paying in which another payee is named."""
_LOOK_AHEAD: Final = 20
_OTHER_PAYEE: Final = re.compile(
    r"\b(?:meter|metered|parking|toll|taxi|cab|fare|entry|venue|corkage|valet|car park|garage|shelter"
    r"|refund|refunds|refunded)\b"
)
_WITH_OTHERS: Final = re.compile(
    r" (?:up )?(?:with|to) (?:each other|one another|him|her|them"
    r"|(?:your|his|her|their) (?:[\w-]+ )?(?:sister|brother|cousin|mum|mom|mam|dad|aunt|auntie|uncle"
    r"|gran|nan|wife|husband|partner|boyfriend|girlfriend|friend|mate|pal|bridesmaid|guest|housemate"
    r"|flatmate|roommate|neighbou?r|colleague|parent|son|daughter|landlord|landlady|insurer)s?"
    r"|(?:your|the) (?:group|others|family|folks|boss|school|hotel|venue|driver|landlord"
    r"|insurer))\b(?! ?'s?\b)(?! and (?:then )?(?:with )?(?:me|us)\b)"
)
_PAID_DIRECTLY: Final = re.compile(
    r"(?:pays? (?:its|their) (?:\w+ )?(?:people|artists|staff|suppliers|vendors|makers|players|teachers"
    r"|freelancers)\b"
    r"|pay(?:s|ing)? (?:you|ye|u)\b|paid you back\b(?! (?:the|your) deposit)"
    r"|get(?:ting)? (?:it|(?:your|the|some of the|part of the) (?:money|cash|fee)) back\b(?! to (?:me|us)\b)"
    rf"|pay(?:ing)? (?:the|your|their|that|each|his"
    rf"|her) (?:[\w-]+ )?(?:{THIRD_PARTIES}|board|college|office|lab"
    r"|printers?|club|federation|framer|university|academy|exam|examiner|hospice|clinic|mechanic|builder"
    r"|insurance|fund|landlady|authority|dealer|seller|babysitter|nanny|cleaner)\b(?! ?(?:deposit|fee|bill)))"
)
"""Whom the client pays for something else, or who pays the client: "pay the board later", "she'll pay you after"."""
_PAY_THEM: Final = re.compile(
    r"pay(?:ing)? (?:him|them|her)(?= (?:at|when|after|once|on|as|directly|later|back|by|the (?:day|same)|[,.!?;])|\Z)"
)
_THEIR_FEE: Final = re.compile(
    r"\b(?:his|her|their) (?:own )?(?:fee|money|bill|charge)\b|\bnot (?:mine|me|to me|ours)\b"
)
_OURS_TOO: Final = re.compile(
    r"(?<!not )(?<!not to )(?<!without )\b(?:mine|ours|my|our) ?(?:\Z|[.,!?;]|price|fee|money|rate|share|part|too|together)"
)
"""Who is paid takes it for us as well: "his fee and mine together"."""
_WANTS_PAYING: Final = re.compile(
    rf"\bthe (?:[\w-]+ )?(?:{THIRD_PARTIES}) (?:\w+ )?(?:wants?|needs?|charges?|asks?|is owed)\b"
)
"""In the client's words: who of others is to be paid, "the courier wants paying"."""
_WITH_YOU: Final = re.compile(r" (?:up )?with (?:you|u|ye)\b")
"""Behind a phrase of paying: who else is paid, "settle up with your sister"."""
_TO_THEM: Final = re.compile(
    r" (?:(?!(?:me|us|and|so|then)\b)[\w'-]+ ){0,4}to (?:you|u|him|her|them|each other"
    r"|your (?:\w+ )?(?:sister|brother|mum|mom|dad|friend|mate|husband|wife|partner|daughter"
    r"|son))(?: directly)?\b"
)
"""Behind paying: who of the client's people gets it, "she'll pay her half to you later"."""
_TO_ME: Final = re.compile(r"\b(?:me|us)\b")
_SETTLES: Final = ("settl", "squar", "sort", "split")


def is_others(u: Utterance, paying: Paying) -> bool:
    """True where somebody else than the professional is paid."""
    line, at = u.reading.line, u.reading.line_at
    begin = max(u.reading.sentence(paying.first)[0], paying.first - _WINDOW)
    phrase = line[at[paying.first] : paying.stop + len(" me")]
    if u.speaker is Speaker.PROFESSIONAL and _PAID_DIRECTLY.match(line, at[paying.first]):
        return True
    them = u.speaker is Speaker.PROFESSIONAL and _PAY_THEM.match(line, at[paying.first])
    if them and _is_owed_to_others(u, paying):
        return True
    if u.speaker is Speaker.PROFESSIONAL and phrase.startswith("pay") and _TO_THEM.match(line, paying.stop):
        return True
    if _OTHER_PAYEE.search(line, at[begin], paying.stop + _LOOK_AHEAD) and not _TO_ME.search(phrase):
        return True
    if not phrase.startswith("pay") and _WITH_OTHERS.match(line, paying.stop):
        return True
    settles = u.speaker is Speaker.PROFESSIONAL and phrase.startswith(_SETTLES)
    return settles and _WITH_YOU.match(line, paying.stop) is not None


def _is_owed_to_others(u: Utterance, paying: Paying) -> bool:
    """True where whoever is paid, "him", wants the money for his own, and is not there for the professional."""
    line, at = u.reading.line, u.reading.line_at
    last = min(u.reading.sentence(paying.first)[1], paying.first + 2 * _WINDOW)
    stop = at[last] if last < len(at) else len(line)
    if _OURS_TOO.search(line, paying.stop, stop):
        return False
    if _THEIR_FEE.search(line, paying.stop, stop):
        return True
    return u.inbound is not None and _WANTS_PAYING.search(u.inbound.reading.line) is not None
