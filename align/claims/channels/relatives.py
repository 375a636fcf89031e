"""Calls to the client's own people: "I'll ring your mum", "pass me her number and I'll phone her".

A call that the professional makes for the client ("I'll ring the venue") is no way to talk
to the client; one to the client's family is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.talking import GIVE, SIZE, from_position, words_before
from align.claims.contacts.owners import THIRD_PARTIES

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

_FAMILY: Final = (
    r"(?:missus|missis|lad|lass|mum|mom|mam|mummy|mother|dad|father|folks|parents?|hubby|husband|wife"
    r"|partner|other half|fianc[eé]e?|boyfriend|girlfriend|son|daughter"
    r"|kids?|sister|brother|aunt(?:ie|y)?|uncle|gran|nan|granny|nana|grandma|grandad|grandpa|grandmother"
    r"|grandfather|mother - in - law|father - in - law"
    r"|pa|assistant|secretary|boss|carers?|flatmate|housemate|roommate|bridesmaids?|maid of honour"
    r"|best man|bride|groom)"
)
_YOURS: Final = rf"(?:your|ur|the) (?:\w+ )?{_FAMILY}"
_KIN: Final = (
    r"(?:mum|mom|mam|dad|aunt|aunty|auntie|uncle|gran|nan|granny|nana|grandad|granddad|mrs \w+|mr \w+)"
)
_ONE: Final = rf"(?:{_YOURS}|{_KIN}|him|her|them)"
_I: Final = re.compile(
    r"(?:\b(?:i'll|ill|i will|i can|i could|i'd|we'll|we can|let me|i'm|happy to|glad to|shall i"
    r"|should i|can i)(?: (?:just|always|also|even|happily|gladly|happy to|going to|to|then))*"
    r"|\band (?:then )?) \Z"
)
_VERB: Final = re.compile(
    rf"(?:call|ring|phone|bell|buzz|dial)(?P<who> {_ONE})(?= (?:and|or|to|about|tonight|tomorrow|today"
    r"|first|now|after|before|at|on|when|if|once|this|later|directly|myself|instead|so|back|between"
    r"|around|for|\w+day|the (?:evening|night|day|morning|week) (?:before|of|after))\b| ?[,.!?;—\n]|\Z)"
)
_GIVEN: Final = re.compile(rf"\b{GIVE}(?P<who> {_ONE}) (?:a|the) (?:{SIZE} )*(?:phone |video )?\Z")
_NUMBER: Final = re.compile(
    rf"\b(?:her|his|their|(?:your|ur) (?:\w+ )?{_FAMILY} ?'s) (?:\w+ )?(?:number|cell|mobile|digits)\b"
)
_SOMEBODY: Final = re.compile(rf"\b{_YOURS}\b")
_ELSE: Final = re.compile(rf"\b(?:the|your|my|our|a) (?:\w+ )?(?!{_FAMILY})(?:{THIRD_PARTIES})\b")
_OURS_CALL: Final = re.compile(
    r"\b(?:my|our)(?: (?!(?:van|phone|alarm|friends?)\b)[\w'-]+){1,3}"
    r" (?:always |usually |normally |also |then |just )?\Z|\bfrom my team \Z"
)
_CALLS_CLIENTS: Final = re.compile(
    r"(?:calls|rings|phones) (?:(?:you|u|ya)(?= (?:back|up|about|tonight|tomorrow|on|first|later|before"
    r"|after|at|in|to|with|from|around|and|if|\w+day)\b| ?[,.!?;—]|\Z)"
    r"|(?:everyone|everybody|all|each|every|new|clients|people)\b)"
)
_GIVES_CLIENTS: Final = re.compile(
    r"\b(?:gives|give) (?:you|everyone|everybody|(?:all|each|every|new)(?: (?:of )?(?:my|our|new))*"
    rf" (?:clients?|families|family|customers?|couples?)) a (?:{SIZE} )*\Z"
)


_THEY_CALL: Final = re.compile(
    rf"\b(?:(?:have|get|ask|let|tell|want|need)(?P<who> {_YOURS}| him| her| them) (?:to |can |could )?"
    rf"|{_YOURS} (?:can|could|may|should|is welcome to"
    rf"|needs to)(?: (?:always|just|also))? )(?P<give>{GIVE} (?:me|us) (?:a|the) (?:{SIZE} )*)?\Z"
)
_ME: Final = re.compile(r"(?:call|ring|phone|bell|dial) (?:me|us|my|our)\b")
_MY_NUMBER: Final = re.compile(r"\bmy (?:\w+ )?(?:number|cell|mobile|digits)\b")


def _from_relative(reading: Reading, index: int, before: str) -> Proposal | None:
    """Read a call that somebody of the client's is to make: "have your mum call me"."""
    they = _THEY_CALL.search(before)
    if they is None:
        return None
    line, at = reading.line, reading.line_at
    if they["who"] in (" him", " her", " them") and _SOMEBODY.search(line) is None:
        return None
    if they["give"]:
        return from_position(reading, at[index] - len(they["give"]), index + 1, "phone call")
    called = _ME.match(line, at[index])
    if called is not None:
        return index, index + 2, "phone call"
    return (index, index + 1, "phone call") if _MY_NUMBER.search(line) else None


def read_theirs(reading: Reading, index: int) -> Proposal | None:
    """Read a call by somebody of the speaker's: "my partner rings everyone the day before"."""
    before = words_before(reading, index)
    given = _GIVES_CLIENTS.search(before)
    if given is not None and _OURS_CALL.search(before[: given.start()]):
        return from_position(reading, reading.line_at[index] - len(given.group()), index + 1, "phone call")
    match = _CALLS_CLIENTS.match(reading.line, reading.line_at[index])
    if match is None or _OURS_CALL.search(before) is None:
        return None
    return index, reading.words_of(reading.line_at[index], match.end())[1], "phone call"


def read_to_relative(reading: Reading, index: int, before: str) -> Proposal | None:
    """Read a call of the professional's to somebody of the client's."""
    line, at = reading.line, reading.line_at
    theirs = read_theirs(reading, index) or _from_relative(reading, index, before)
    if theirs is not None:
        return theirs
    given = _GIVEN.search(before)
    if given is not None:
        lead, who, last = before[: given.start()], given["who"], index + 1
    else:
        match = _VERB.match(line, at[index])
        if match is None:
            return None
        lead, who, last = before, match["who"], reading.words_of(at[index], match.end())[1]
    calls = given is None and reading.words[index] == "call"
    if _I.search(lead) is None or not _is_clients(line, who, calls=calls):
        return None
    start = at[index] if given is None else at[index] - len(given.group())
    return from_position(reading, start, last, "phone call")


def _is_clients(line: str, who: str, *, calls: bool) -> bool:
    """True for a person of the client's: named so, or spoken of where nobody else is.

    A dog is called as well; who is called on the phone has a number, or is somebody's family.
    """
    if who not in (" him", " her", " them"):
        return True
    if who == " them" or _ELSE.search(line) is not None:
        return False
    return not calls or _NUMBER.search(line) is not None or _SOMEBODY.search(line) is not None
