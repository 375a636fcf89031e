"""E-mail in words: "shoot me an email", "email me", "what's your email? I'll send the list"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.apps import BEST_WAY, app_before
from align.claims.channels.talking import AWAITED, OTHERS_CALL, from_position
from align.claims.contacts.owners import THIRD_PARTIES

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

_SEND: Final = (
    r"(?:send|shoot|fire|flick|pop|drop|ping|write|whack|lash|bang|fling|chuck|throw|zap|zip|forward"
    r"|sending|shooting|dropping|put|stick|whizz|bung)"
)
_AN_EMAIL: Final = re.compile(
    rf"\b{_SEND}(?: (?!your\b|address\b)\w+){{0,5}}?"
    r" (?:an?|by|via|over|on|to|through|in an?|my|me)(?: quick| short| wee| brief)?"
    r" (?:(?:work|business|other) )?\Z"
    r"|\b(?:go|goes|come|comes|straight|best sent) (?:to|into) (?:my|our) (?:(?:work|business|other) )?\Z"
)
_EMAIL_VERB: Final = re.compile(
    r"e(?: ?[-._]? ?)?mail(?:ing)? (?:me|us|you|ya|u|ye|it|them|over|the|those|these|that|pics|photos"
    r"|your|any|a|to|through|in|if|or|with|for|when|instead|whatever|everything|details|first|ahead)\b"
)
_BY_EMAIL: Final = re.compile(r"\b(?:by|via|over|through|on) \Z")
_EMAIL_BEST: Final = re.compile(
    r"e(?: ?[-._]? ?)?mails? (?:(?:is|are|'s|works?|would be"
    r"|also)(?: (?:also|just|totally|always|usually|probably|really|my|the|even))*"
    r" (?:best|easier|easiest|better|fine|good|grand|great|quicker|handier|ok|okay|perfect|welcome"
    r"|works?|preferred|well)|works)\b"
)
_SYSTEM: Final = re.compile(
    r"\b(?:your|ur|an automatic|automatic|automated|confirmation|the confirmation|booking|reminder"
    r"|check (?:your|ur)|spam|junk|last|got|get|saw|received|thanks for)"
    r" (?:an? |the |that |your |ur )?\Z"
)
_MAIL_THING: Final = re.compile(
    r"e(?: ?[-._]? ?)?mail (?:confirmation|receipt|reminder|address(?! (?:me|us))|notification|list"
    r"|newsletter|provider|from)\b"
)
_TO_THIRD: Final = re.compile(
    r"e(?: ?[-._]? ?)?mail(?:ing)? (?:the |your |a |an |their "
    rf"|my )?(?!(?:whole |full |entire |complete )?lot\b)(?:\w+ )?(?:{THIRD_PARTIES})"
    r"(?= (?:about|for|at|on|if|and|or|directly|first|when|they|who|with|to)\b| ?[.,!?;\n]| ?\Z)"
)
_SYSTEM_SENDS: Final = re.compile(
    r"\b(?:they|they'll|they will|it|it'll|that|system|site|page|form|who|which|(?!i\b|we\b)\w+ will"
    r"|automatically|will automatically) \Z"
)
_CAN_EMAIL: Final = re.compile(
    r"(?:(?:^|[.!?;,:…\n(—] )|\b(?:to|just|please|pls|or|and|can|could|you|i'll|ill|i|we'll|i'd|will"
    r"|then|text|so|also|by|of|try|always|u|call|me|rather|better|maybe|do|kindly|you'd|you'll"
    r"|you should|should|simply|quickly|perhaps|either|first|gotta|hey|sure|ok|yes) )\Z"
)


_TO_MAILBOX: Final = re.compile(
    r"(?:\b(?:i'll|ill|i will|i can|i could|we'll|let me|happy to|i'm going to|can you|could you|can u"
    r"|please|would you)\b(?: [\w'-]+){0,8}? (?:to|into?)"
    r" (?:my|our|his|her|their|your|ur|whatever|whichever|the school|the work)(?: \w+)?"
    r"|\b(?:i'll|i can|i could|let me) (?:get|have)(?: [\w'-]+){1,4}) \Z"
)
"""Whose mailbox something is to go to: "I'll send it to your work email"."""
_IN_MAIL_SYSTEM: Final = re.compile(r"\w+ (?:confirmation|receipt|reminder|list|newsletter|provider)\b")
_ASKED_FOR: Final = re.compile(
    r"\b(?:what's|what is|whats|send|share|drop|give|flick|pop|fire|shoot|ping|text|need|get|grab|have"
    r"|leave|put|tell|pass)"
    r"(?: (?:me|us|over|on|along|through|you|i|the|best|good|just))*"
    r" (?:your|ur|an|a good|the best|the right|your best"
    r"|your preferred)(?: (?:best|good|preferred|work|personal))? \Z"
)
_TO_WRITE_TO: Final = re.compile(
    r"e(?: ?[-._]? ?)?mail(?: address)?(?: (?!it\b|they\b|site\b|form\b|system\b)[\w'-]+| ,){0,6}?(?: [?.!])?"
    r" (?:(?:(?:and|so|then|—|-|,) )*(?:i'll|ill|i will|i can|we'll|we can|i could|let me"
    r"|i'd)(?: (?:just|then|also|happily))*"
    r"|so (?:that )?i (?:can|could)|to|where i can)"
    r" (?:send|forward|pop|fire|flick|ping|shoot|drop|write|mail|get|zap|share|whizz|bung|chuck|lash"
    r"|whack|put)\b"
)
"""The client's address, asked for so that the professional can write to it."""


def read_email(reading: Reading, index: int) -> Proposal | None:
    """Read "email": the verb, "an email", "by email"; an address alone is only a contact."""
    return _read_email(reading, index, index + 1)


def _read_email(reading: Reading, first: int, last: int) -> Proposal | None:
    """Read e-mail that is named by the words `[first, last)`."""
    line, at = reading.line, reading.line_at
    before = app_before(reading, first)
    asked = _asked_for(reading, first, before)
    if asked is not None:
        return asked
    if _MAIL_THING.match(line, at[first]):
        return None
    if _TO_MAILBOX.search(before) and not _IN_MAIL_SYSTEM.match(line, at[last - 1]):
        return first, last, "email"
    sent = _AN_EMAIL.search(before)
    if sent is not None and _is_to_third(line, at[last - 1], before, sent):
        return None
    if sent is not None and not re.search(r"\b(?:your|ur) ", sent.group()):
        return reading.word_at(at[first] - len(sent.group())), last, "email"
    if reading.words[last - 1] in ("email", "mail") and (awaited := AWAITED.search(before)) is not None:
        return reading.word_at(at[first] - len(awaited.group())), last, "email"
    if _BY_EMAIL.search(before) is not None:
        return first - 1, last, "email"
    return None if _SYSTEM.search(before) else _verb_of_mailing(reading, first, last, before)


def _verb_of_mailing(reading: Reading, first: int, last: int, before: str) -> Proposal | None:
    """Read the verb, "email is best", and "email" at the end of a clause."""
    line, at = reading.line, reading.line_at
    verb = _EMAIL_VERB.match(line, at[first])
    if verb is not None:
        if _is_sent_by_others(reading, first, before, verb):
            return None
        if _CAN_EMAIL.search(before):
            end = reading.words_of(at[first], verb.end())[1]
            return first, end if reading.words[end - 1] in _OBJECTS else last, "email"
    match = _EMAIL_BEST.match(line, at[first])
    if match is not None:
        return first, reading.words_of(at[first], match.end())[1], "email"
    return _bare_email(reading, first, last, before)


_SENT_TO: Final = re.compile(
    r"e?(?: ?[-._]? ?)?mail (?:straight |directly )?to (?:them|him|her|(?:the|your|ur|his|her|their|an?)"
    r" (?!(?:above|below|address|e-?mail|same|usual|following|studio|salon|shop|office|team|desk|one"
    r"|link|inbox)\b)\w+)(?! (?:address|e-?mail|inbox) (?:below|above|on|in)\b)"
)
_SENT_THEM: Final = re.compile(
    rf"{_SEND} (?:them|him|her|(?:the|your|ur) (?:\w+ )?(?:{THIRD_PARTIES}))"
    r" an?(?: quick| short| wee| brief)? (?:(?:work|business) )?\Z"
)
_I_SEND: Final = re.compile(
    r"\b(?:i'll|ill|i will|i can|i could|i|we'll|we can|we|let me|happy to|shall i|i'd)(?: \w+)? \Z"
)


def _is_to_third(line: str, start: int, before: str, sent: re.Match[str]) -> bool:
    """True for a mail that the client is told to send to somebody else: "send an email to the school"."""
    if _I_SEND.search(before[: sent.start()]):
        return False
    return _SENT_TO.match(line, start) is not None or _SENT_THEM.match(sent.group()) is not None


_OBJECTS: Final = frozenset(("me", "us", "you", "ya", "u", "ye", "it", "them", "over"))


def _is_sent_by_others(reading: Reading, first: int, before: str, verb: re.Match[str]) -> bool:
    """True where somebody else is written to, or a system writes: "it emails you a receipt"."""
    if _TO_THIRD.match(reading.line, reading.line_at[first]):
        return True
    if not verb.group().endswith((" you", " u", " ya", " ye")):
        return False
    return (_SYSTEM_SENDS.search(before) or OTHERS_CALL.search(before)) is not None


def _asked_for(reading: Reading, first: int, before: str) -> Proposal | None:
    """Read "what's your email? I'll send the list"."""
    asked = _ASKED_FOR.search(before)
    if asked is None:
        return None
    match = _TO_WRITE_TO.match(reading.line, reading.line_at[first])
    if match is None:
        return None
    start = reading.line_at[first] - len(asked.group())
    return from_position(reading, start, reading.words_of(start, match.end())[1], "email")


_MAIL_ME: Final = re.compile(
    r"mail (?:me|us)\b(?! (?:an?|the|your|that) (?:cheque|check|prints?|deposit|keys?|form|contract|card"
    r"|cash|money|parcel|copy))"
)


_MAIL_SOON: Final = re.compile(
    r"mail (?:you|u|ya|it|them|this|that|over|across|everyone|everything"
    r"|(?:the|a|your|my) [\w-]+)(?: (?!keys?\b|cards?\b|prints?\b|cheque\b|parcel\b"
    r"|vouchers?\b)[\w'-]+){0,5}?"
    r" (?:tonight|today|now|right away|straight away|straight after|right after"
    r"|this (?:morning|afternoon|evening)|(?:the )?same (?:day|evening|night)|in a (?:minute|sec|bit)"
    r"|within the hour|asap)\b"
)
_I_MAIL: Final = re.compile(
    r"\b(?:i|i'll|ill|i will|i can|i could|we|we'll|let me|and|then"
    r"|also)(?: (?:also|just|then|always|will))* \Z"
)
"""What is with the client on the same day goes by e-mail, not by post."""


def read_mail(reading: Reading, index: int) -> Proposal | None:
    """Read "a mail" and "mail me" as e-mail; what goes "by mail" is posted."""
    line, at = reading.line, reading.line_at
    parted = index > 1 and reading.words[index - 1] in ("-", ".", "_")
    first = index - 1 - parted
    if index and reading.words[first] == "e":
        return _read_email(reading, first, index + 1)
    before = app_before(reading, index)
    sent = _AN_EMAIL.search(before)
    if sent is not None and _is_to_third(line, at[index], before, sent):
        return None
    if sent is not None and sent.group().endswith(("a ", "quick ", "short ", "wee ", "brief ")):
        return reading.word_at(at[index] - len(sent.group())), index + 1, "email"
    awaited = AWAITED.search(before)
    if awaited is not None and reading.words[index + 1 : index + 2] not in (["order"], ["box"], ["shot"]):
        return reading.word_at(at[index] - len(awaited.group())), index + 1, "email"
    sooner = _MAIL_SOON.match(line, at[index])
    if sooner is not None and _I_MAIL.search(before):
        return index, reading.words_of(sooner.start(), sooner.end())[1], "email"
    if _MAIL_ME.match(line, at[index]) and _CAN_EMAIL.search(before):
        return index, index + 2, "email"
    return None


def _bare_email(reading: Reading, first: int, last: int, before: str) -> Proposal | None:
    """Read the verb before an address or at the end of a clause: "call me or email quinn@…"."""
    following = reading.words[last : last + 1]
    if following and "@" in following[0] and _CAN_EMAIL.search(before):
        return first, last, "email"
    ends = not following or following[0] in (".", "!", "?", ",", "\n")
    if ends and BEST_WAY.search(before) is not None:
        return first, last, "email"
    if ends and re.search(
        r"\b(?:can|could|just|please|to|text or|call or|message or|or an|i'll|or) \Z", before
    ):
        return first, last, "email"
    return None
