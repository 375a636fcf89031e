"""Contacts: phone numbers, e-mail addresses, links, @handles and payment ids, and whose they are."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal

from align.claims.claim import Contact, Speaker
from align.claims.contacts.answered_handles import answered_handle
from align.claims.contacts.cash_tags import is_cash_tag
from align.claims.contacts.contact_index import parse_phone, same_phone
from align.claims.contacts.giving import given_stance
from align.claims.contacts.labelled_handles import handle_before, label_at, labelled_handle, pays_to
from align.claims.contacts.merchant_ids import merchant_ids
from align.claims.contacts.owners import Owner, is_claimed, owner_of
from align.claims.contacts.phones import find_phones
from align.claims.contacts.spoken_addresses import (
    MAIL_PROVIDERS,
    Spoken,
    dot_before,
    mailbox_before,
    opens_mailbox,
    provider_address,
    spoken_handle,
    spoken_link,
)
from align.claims.contacts.spoken_of import spoken_of
from align.claims.contacts.web_addresses import find_written, is_public_host
from align.data.words import load_words
from align.reading.cues import CONTACT_WORD, CURRENCY, NUMBER, NUMBER_WORD, PAYMENT, PRICE

if TYPE_CHECKING:
    from align.claims.contacts.web_addresses import Written
    from align.claims.utterance import Utterance
    from align.reading import Reading

Kind = Literal["phone", "email", "url", "handle", "payment_id"]

_JOINTS: Final = frozenset({"dot", "underscore"})


def read_contacts(u: Utterance) -> None:
    """Add a `Contact` for every contact in the text and settle its words."""
    reading = u.reading
    lower = reading.folded.lower
    for written in find_written(lower, reading.folded.cased):
        _add_written(u, written)
    if reading.seen & CONTACT_WORD:
        _read_contact_words(u)
    if u.inbound is not None and not u.contacts:
        answered = answered_handle(reading, u.inbound.reading)
        if answered is not None:
            _add_written(u, answered)
    if reading.seen & NUMBER:
        _read_merchant_ids(u)
    if reading.seen & (NUMBER | NUMBER_WORD):
        for phone in find_phones(reading, asked=_asks_for_number(u)):
            if u.is_free(phone.first, phone.last) and not _answers_reference(u, phone.first):
                kind: Kind = "payment_id" if pays_to(reading, phone.first) else "phone"
                _add(u, kind, (phone.first, phone.last), phone.value, spelled=phone.spelled)
    if len(u.contacts) > 1:
        u.contacts.sort(key=lambda c: c.first)


def _read_merchant_ids(u: Utterance) -> None:
    """Read the numbers of tills and paybills."""
    for first, last, figures in merchant_ids(u.reading, u.inbound):
        if u.is_free(first, last):
            _add(u, "payment_id", (first, last), figures)


_REFERENCE_ASKED: Final = re.compile(
    r"\b(?:what's|whats|what is|what was|your|ur|the|need)\b[^?.!]{0,24}?\b(?:ref|reference"
    r"|(?:booking|order|policy|member(?:ship)?|confirmation|tracking|case|ticket|flight|receipt|room"
    r"|locker|part|model|style|lot) (?:no|number|code|id)|invoice|account|acct|sort code|iban|bsb|abn"
    r"|vat"
    r"|gst|tax|registration|licen[cs]e|serial|tracking|chip|uen|pin|code)\b"
)
_NUMBER_ASKED: Final = re.compile(
    r"\b(?:your|ur|a|the|best|what|which|another|new|any)"
    r" (?:[\w'-]+ ){0,2}?(?:number|num|cell|mobile|digits|phone|whatsapp|wa|landline"
    r"|contact)\b[^.?!]{0,40}(?:\?|\Z)"
)
_NUMBERS: Final = frozenset("number num cell mobile digits phone whatsapp wa landline contact".split())
_ANSWER_REACH: Final = 4


def _asks_for_number(u: Utterance) -> bool:
    """True where the client asks for a number to call or write to."""
    if u.inbound is None or _NUMBERS.isdisjoint(u.inbound.reading.words):
        return False
    return _NUMBER_ASKED.search(u.inbound.reading.line) is not None


def _answers_reference(u: Utterance, first: int) -> bool:
    """True where a number opens the answer to a client who asks for a reference or an account."""
    if u.inbound is None or first > _ANSWER_REACH:
        return False
    return _REFERENCE_ASKED.search(u.inbound.reading.line) is not None


def _add_written(u: Utterance, written: Written) -> None:
    reading = u.reading
    first = reading.words_begun(written.start) - 1
    if first < 0 or reading.end(first) <= written.start:
        first += 1
    last = max(reading.words_begun(written.end - 1), first + 1)
    if first >= len(reading) or not u.is_free(first, last):
        return
    if written.kind == "url" and opens_mailbox(reading, last):
        return  # "ana.ink (at) gmail (dot) com": the first half of an address in words
    if written.kind == "url" and first > 1 and reading.words[first - 1] in _AT and _is_domain(written):
        address = mailbox_before(reading, first, last, written.value)
        if address is not None and u.is_free(address[0], last):
            _add(u, "email", (address[0], last), address[1], spelled=True)
            return
    kind = _kind_written(u, first, last, written)
    if kind is not None:
        _add(u, kind, (first, last), written.value)


def _kind_written(u: Utterance, first: int, last: int, written: Written) -> Kind | None:
    """Return what is written on the words `[first, last)`; None for what only looks like a contact."""
    if written.kind == "tag":
        return "payment_id" if is_cash_tag(u, first, written.value) else None
    pays = written.kind != "url" and pays_to(u.reading, first)
    if written.kind == "payee":
        return "payment_id" if pays or _is_paid_to(u, first, last, written.value) else None
    if written.kind == "handle" and (
        _is_bidding(u.reading.words, first)
        or (not pays and (_is_a_place(u, first, written.value) or _is_network(u, first, last)))
    ):
        return None
    return "payment_id" if pays else written.kind


_AT: Final = frozenset(("at", "@", ")", "]"))


def _is_domain(written: Written) -> bool:
    """True for a link that is a domain only, as stands behind the @ of an address."""
    return "/" not in written.value and len(written.value) == written.end - written.start


def _is_bidding(words: list[str], first: int) -> bool:
    """True for "@dd me", which is read as a verb with its object and no handle."""
    return words[first].isalpha() and words[first + 1 : first + 2] in (["me"], ["us"])


def _is_paid_to(u: Utterance, first: int, last: int, value: str) -> bool:
    """True for "name.n@bank", and "name@bank" where it is sent to or paying is spoken of; "lunch@mine" is a place."""
    reading = u.reading
    name, _, bank = value.rpartition("@")
    if reading.words[first] == "".join(reading.words[first:last]) or bank in load_words():
        return False  # "tot@lly" is read as a word
    if _PAYEE_NAME.match(name):
        return True
    begin, end = reading.sentence(first)
    if (
        first > begin
        and reading.words[first - 1] == "to"
        and not _SENDING.isdisjoint(reading.words[begin:first])
    ):
        return True
    return any(reading.marks[i] & (PAYMENT | PRICE | CURRENCY) for i in range(begin, end))


_PAYEE_NAME: Final = re.compile(r"[^\W\d_][\w-]*(?:\.\w+|_\w+|\d)+\Z")
"""A name with a dot, a stroke or digits, which is no word before an @ for "at": "kavya.r", "rawiri98"."""
_SENDING: Final = frozenset(
    "send sent sending flick flicked shoot ping drop pop chuck fire zap lob bung wire".split()
)


_WIFI: Final = re.compile(r"\b(?:wi ?-? ?fi|network|ssid|hot ?spot|password|pw|router|file|files|folder)\b")


def _is_network(u: Utterance, first: int, last: int) -> bool:
    """True for the name of a wireless network, which only looks like a handle: "Studio_Guest"."""
    reading = u.reading
    if "@" in reading.words[first : first + 1] or reading.text(first, last).startswith("@"):
        return False
    begin, end = reading.sentence(first)
    line, at = reading.line, reading.line_at
    return _WIFI.search(line, at[begin], at[end] if end < len(at) else len(line)) is not None


_ADMIRED: Final = re.compile(
    r"\b(?:(?:i|we)(?:'ve| have|'m| am|'d)?(?: (?:also|always|already|been|do))* follow(?:ed|ing)?"
    r"|loved?|loving|saw|seen|adore|obsessed with|inspired by|inspo from|fan of|thanks to"
    r"|credits?(?: to)?|photos? by|shot by|(?<!\bgo )by|alongside|tagged|shout ?out to|like|from"
    r"|(?:i|we|they|i'll|we'll|i'd|i've|let me|can i|shall i|i can|i could|i always) tag"
    r"|tagged (?:on|in|at)|you (?:posted|shared|did|made|put up) (?:on|to|at|for|with)"
    r"|saw (?:\w+ ){0,4}(?:on|at)"
    r"|(?:had|having|took|been having) a (?:\w+ )?(?:look|peek|nosy|nose|browse|scroll)"
    r" (?:at|through|over|on|of)|looked at|checked out|browsed|visited"
    r"|scrolled through|stalked) (?:the |your )?\Z"
)


_SOLD: Final = re.compile(
    r"\b(?:buy|order|book|get|grab|download|purchase|redeem|available)(?: [\w'-]+){0,3}?"
    r" (?:my|our|vouchers?|gift|cards?|sessions?|packages?|prints?|merch|slots?"
    r"|forms?)\b(?: [\w'-]+){0,4}? from (?:the )?\Z"
)
"""What the professional sells or hands out themselves: "buy a voucher from …"."""
_SENT_ON: Final = re.compile(
    r"\b(?:try|hit up|ask|(?<!deposits )(?<!payments )(?<!transfers )(?<!photos )(?<!pics )go to|go see"
    r"|speak to|talk to|call in (?:on|to)) \Z"
)
"""Before a handle: the client is sent to somebody else, "try @bea.bakes for that"."""
_ADMIRING: Final = tuple(
    "love loved loving saw seen adore with by from of to credit credits alongside tag tagged like on in "
    "at through over"
    " out browsed visited stalked follow followed following try up ask see".split()
)
"""What the last word of `_ADMIRED` ends with, articles left aside."""


def _is_admired(u: Utterance, first: int, last: int) -> bool:
    """True for a handle that is spoken of, not given out: "loved @x's take", "photo by @x"."""
    reading = u.reading
    words = reading.words
    if words[last : last + 1] == ["'s"] or words[last - 1].endswith("'s"):
        return True
    before = first - 1
    if before > 0 and words[before] in ("the", "your"):
        before -= 1
    if before < 0 or not words[before].endswith(_ADMIRING):
        return False
    line, at = reading.line, reading.line_at
    named = line[at[max(0, first - 6)] : at[first]]
    if words[first].startswith("@") and _SENT_ON.search(named):
        return True
    return _ADMIRED.search(named) is not None and _SOLD.search(line, at[max(0, first - 8)], at[first]) is None


_SOMEBODY: Final = (["contact"], ["follow"], ["dm"], ["tag"], ["tagging"], ["following"])
"""What one does to people only: "contact @bob", whatever else the word means."""


def _is_a_place(u: Utterance, first: int, value: str) -> bool:
    """True where @ stands for the word "at": "meet @noon", "lunch @home"."""
    name = value.lstrip("@.")
    if label_at(u.reading, first - 1) or u.reading.words[first - 1 : first] in _SOMEBODY:
        return False
    if name[0].isdigit() and name.rstrip("apmish")[-1:].isdigit():
        return True
    return name in u.known.vocabulary.marks


def _read_contact_words(u: Utterance) -> None:
    """Read contacts in words, and handles that follow a platform's name without an @."""
    reading = u.reading
    for index in reading.where(CONTACT_WORD):
        if not u.is_free(index, index + 1):
            continue
        spoken = _spoken_at(reading, index)
        if spoken is not _UNSPOKEN:
            if spoken is not None and u.is_free(spoken.first, spoken.last):
                _add(u, spoken.kind, (spoken.first, spoken.last), spoken.value, spelled=True)
            continue
        found = labelled_handle(reading, index) or handle_before(reading, index)
        if found is not None:
            written, pays = found
            first = reading.words_begun(written.start) - 1
            last = max(reading.words_begun(written.end - 1), first + 1)
            if u.is_free(first, last):
                _add(u, "payment_id" if pays else "handle", (first, last), written.value)


def _spoken_at(reading: Reading, index: int) -> Spoken | None:
    """Return the contact in words that a word is part of; `_UNSPOKEN` where it joins none."""
    words = reading.words
    word = words[index]
    if word == "com":
        dot = dot_before(words, index)
        return None if dot is None else spoken_link(reading, dot)
    if word in _JOINTS or (word in ("dash", "hyphen") and words[max(0, index - 2) : index - 1] == ["at"]):
        return spoken_link(reading, index) if word == "dot" else spoken_handle(reading, index)
    return provider_address(reading, index) if word in MAIL_PROVIDERS else _UNSPOKEN


_UNSPOKEN: Final = Spoken("handle", 0, 0, "")


def _add(u: Utterance, kind: Kind, words: tuple[int, int], value: str, *, spelled: bool = False) -> None:
    first, last = words
    u.take(first, last)
    u.contacts.append(
        Contact(
            first=first,
            last=last,
            stance=given_stance(u.reading, first, last),
            kind=kind,
            value=value,
            owner="other"
            if kind in ("handle", "url") and _is_admired(u, first, last)
            else _owner(u, first, last, value),
            disguised=_is_disguised(u, first, last, value, spelled=spelled),
        )
    )


_GIVEN: Final = 64
"""With how many of the client's contacts one is compared."""


def _owner(u: Utterance, first: int, last: int, value: str) -> Owner:
    """Return whose contact it is; one that the client gave stays the client's when it is echoed."""
    if u.speaker is Speaker.PROFESSIONAL and u.inbound is not None:
        for given in u.inbound.contacts[:_GIVEN]:
            if given.owner != "professional" and _same(given.value, value):
                return given.owner
    if u.speaker is not Speaker.PROFESSIONAL:
        return owner_of(u, first, last)
    told = spoken_of(u.reading, first, last)
    if told is None and is_public_host(value) and not is_claimed(u.reading, first, last):
        return "other"
    return told or owner_of(u, first, last)


def _same(one: str, other: str) -> bool:
    if one[-1:].isdigit() and other[-1:].isdigit():  # a link may have nothing behind its scheme
        return same_phone(parse_phone(one), parse_phone(other))
    return one.lstrip("@") == other.lstrip("@")


def _is_disguised(u: Utterance, first: int, last: int, value: str, *, spelled: bool) -> bool:
    """True when the contact reads so only once look-alikes or hidden characters are undone.

    Spaces, dashes and capitals of any kind are formatting; number words and "dot" are
    another way to write the same thing.
    """
    digits = value.lstrip("+")
    is_phone = not spelled and digits.isdigit()
    if not is_phone and u.reading.body.isascii():
        return False
    written = u.reading.text(first, last)
    if not written.isascii() and any(not c.isascii() and not _is_formatting(c) for c in written):
        return True
    return is_phone and sum(c.isdigit() for c in written) < len(digits)


def _is_formatting(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == "Pd" or char in "“”‘’«»·•"
