"""Handles that a platform's name introduces, with or without an @: "insta: name", "venmo's name"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.contacts.web_addresses import Written
from align.data.names import load_given_names
from align.data.words import load_words

if TYPE_CHECKING:
    from align.reading import Reading

_PAYMENT: Final = frozenset(
    (
        "venmo cashapp zelle paypal payid revolut bizum monzo cashtag upi pix swish paynow osko gcash mpesa "
        "gpay paytm"
    ).split()
)
_PLATFORMS: Final = _PAYMENT | frozenset(
    "insta instagram ig tiktok twitter facebook fb snapchat snap telegram wechat kik skype threads youtube"
    " pinterest linkedin discord handle handles username line kakao kakaotalk viber zalo signal".split()
)
_PAYS: Final = re.compile(
    r"\b(?:venmo|cash ?app|zelle|paypal|pay ?id|revolut|bizum|monzo|cash ?tag|upi|pix|swish|osko|beem"
    r"|paynow|gcash|m ?-? ?pesa|momo|gpay|paytm|mobilepay|vipps|twint|fps|payme|alipay|promptpay|duitnow"
    r"|phonepe|opay|palmpay|payshap|snapscan|blik|satispay|bancontact|wero|lydia|interac|mb ?-? ?way"
    r"|bkash|nequi|yape)"
    r"(?: (?:me|us|it|is|'s|id|tag|handle|name|number|to|on|at|via|with|my|the|:|-|=|,|\(|@|deposit"
    r"|payment|as|under|uen|mobile|phone))*"
    r"(?: [$@])?\Z"
)
_SERVICES: Final = tuple(
    (
        "venmo cashapp app zelle paypal payid id revolut bizum monzo cashtag tag upi pix swish osko beem "
        "paynow gcash pesa mpesa momo gpay paytm mobilepay vipps twint fps payme alipay promptpay duitnow "
        "phonepe opay palmpay payshap snapscan blik satispay bancontact wero lydia interac way mbway bkash "
        "nequi yape"
    ).split()
)
"""What the last word of a payment service's name ends with."""
_PAYS_REACH: Final = 7
_NAME: Final = re.compile(
    r"(?P<is>'s)?(?: (?:me|us))?(?:,? ?(?: (?:the|my|our))?(?: (?:handle|name|tag|id|page|account"
    r"|username|user|channel|board|profile|group|shop)))?"
    r"(?P<joint>(?: ?[:=\-,] ?|(?: (?:is|as|under|at|called|goes by))+ "
    r"| )+)(?P<at>[@$] ?)?(?P<name>[^\W_][\w.]*\w(?:-\w+)*+)(?![\w'@:/]| (?:dash|hyphen|dot|underscore)\b)"
)


_NAMED_THERE: Final = re.compile(
    r"[^.!?\n]*[ ,](?:i'm|im|i am|we're|it's|under|as) (?P<name>[^\W_][\w.]*\w)(?: (?:on|over))? there\b"
)
"""The name behind its platform, which "there" stands for: "Revolut is handiest, I'm anacuts there"."""
_THERE_REACH: Final = 96


def label_at(reading: Reading, index: int) -> bool:
    """Tell whether a platform's name stands at word `index` or shortly before it."""
    return not _PLATFORMS.isdisjoint(reading.words[max(0, index - 3) : index + 1])


def pays_to(reading: Reading, first: int) -> bool:
    """Tell whether a payment service introduces the contact at word `first`."""
    start = max(0, first - _PAYS_REACH)
    if not any(map(_is_service, reading.words[start:first])):
        return False
    line, at = reading.line, reading.line_at
    return _PAYS.search(line[at[start] : at[first]].rstrip()) is not None


@lru_cache(maxsize=8192)
def _is_service(word: str) -> bool:
    return word.endswith(_SERVICES)


def labelled_handle(reading: Reading, index: int) -> tuple[Written, bool] | None:
    """Read the handle after the platform at word `index`, and whether it takes payments.

    Without an @ a name must not be able to be a word: "insta is down" names no handle.
    """
    word = reading.words[index]
    if word not in _PLATFORMS and not (word == "app" and reading.words[index - 1 : index] == ["cash"]):
        return None
    lower = reading.folded.lower
    end = reading.end(index)
    there = _NAMED_THERE.match(lower, end, end + _THERE_REACH)
    if there is not None and is_handle_name(there["name"], plain=False):
        return Written("handle", *there.span("name"), "@" + there["name"]), word in _PAYMENT or word == "app"
    match = _NAME.match(lower, end, end + 64)
    if match is None:
        return None
    name = match["name"]
    plain = not (match["joint"].strip() or match["is"])
    if "-" in name and not match["at"] and (plain or not _is_hyphened_name(word, name)):
        return None
    if not match["at"] and not is_handle_name(name.replace("-", "_"), plain=plain):
        return None
    if word in _WORDS_TOO and name.isalpha() and _IDS.isdisjoint(reading.words[index + 1 : index + 2]):
        return None
    start = match.start("name") - len(match["at"] or "")
    pays = word in _PAYMENT or word == "app"
    return Written("handle", start, match.end("name"), "@" + name), pays


def _is_hyphened_name(word: str, name: str) -> bool:
    """True for "PayPal is ana-cuts": people are paid under such names, and no word is made so."""
    parts = name.split("-")
    odd = any(
        len(part) > _PREFIX and (part not in load_words() or part in load_given_names()) for part in parts
    )
    return (word in _PAYMENT or word == "app") and odd


_PREFIX: Final = 3


_WORDS_TOO: Final = frozenset(("line", "signal"))
"""Platforms whose name is a word: "my line is busy" names no handle, "my LINE is hana88" does."""
_IDS: Final = frozenset(("id", "account", "username"))


def handle_before(reading: Reading, index: int) -> tuple[Written, bool] | None:
    """Read the handle before "on" and the platform at word `index`: "I'm nina.sews on insta"."""
    words = reading.words
    on = index - 1
    while on > 0 and words[on] in ("my", "over", "the"):
        on -= 1
    if on < 2 or words[on] not in ("on", "over") or words[index] not in _PLATFORMS:
        return None
    lower = reading.folded.lower
    end = reading.ends[on - 1]
    start = max(lower.rfind(" ", 0, end), lower.rfind("\n", 0, end)) + 1
    name = lower[start:end]
    if _HYPHENED.match(name) is not None and words[index] in _PAYMENT and _introduces(reading, start):
        return Written("handle", start, end, "@" + name), True
    if _HANDLE.match(name) is None or not _introduces(reading, start):
        return None
    return (
        (Written("handle", start, end, "@" + name), words[index] in _PAYMENT)
        if is_handle_name(name, plain=False)
        else None
    )


_HYPHENED: Final = re.compile(r"[a-z\d]+(?:-[a-z\d]+)+\Z")
_HANDLE: Final = re.compile(r"[a-z\d][\w.]*\w\Z")
_INTRODUCING: Final = frozenset(
    "i'm im as it's its under called by is we're me at to : for search up add find follow".split()
)


def _introduces(reading: Reading, start: int) -> bool:
    """Tell whether the word before a position of the folded text introduces a name."""
    at = bisect_left(reading.starts, start) - 1
    return at >= 0 and reading.words[at] in _INTRODUCING


def is_handle_name(name: str, *, plain: bool) -> bool:
    """Tell whether a word without an @ can only be a handle; `plain`: nothing joins it to its label."""
    if name.isdigit() or len(name) < 4:
        return False
    inner = name.replace(".", "").replace("_", "")
    if inner != name:
        return all(part for part in name.split("."))
    if plain or name in load_words() or name in load_given_names():
        return False
    return not name.endswith("s") or name[:-1] not in load_words()
