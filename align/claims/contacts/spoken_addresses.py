"""Links, e-mail addresses and handles in words: "name at domain dot com", "name underscore x"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from align.claims.contacts.web_endings import is_tld
from align.data.names import load_given_names
from align.data.words import load_words

if TYPE_CHECKING:
    from align.reading import Reading

_WORD: Final = re.compile(r"[^\W_][\w'-]*\Z")
_OPENERS: Final = frozenset("( [ { <".split())
_CLOSERS: Final = frozenset(") ] } >".split())
_STOPS: Final = frozenset(
    "is are was it's its that's at on to my our your the via visit page site website link links book "
    "booking see"
    " go check look and or find me us also form there here for online url address email e-mail mail "
    "through from"
    " with in of up out over now just please everything all details info 's : handle insta instagram ig "
    "called"
    " under by i'm im name as a an".split()
)
_NOT_MAILBOXES: Final = frozenset(
    "book see look visit find check details it's its more prices everything me us site page online all "
    "order link"
    " read up out back here there them pics photos portfolio available live find browse sign form forms mine"
    " stuff work".split()
)
_MAIL_CUE: Final = re.compile(
    r"\b(?:e-?mails?|mail|write|inbox|reach|contact|send|forward|ping|pop|shoot|fire|invoice|drop|paypal"
    r"|payid|zelle)\b"
)
_MAILBOXES: Final = frozenset(
    "hello hi hey info contact bookings booking enquiries inquiries admin mail office team studio".split()
)
_DASHES: Final = frozenset(("-", "dash", "hyphen"))
_JOINTS: Final = _DASHES | {"dot"}
_SIGNS: Final = {"dot": ".", "dash": "-", "hyphen": "-"}
_MAX_LABELS: Final = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """An address in words on `[first, last)`, with the value that it spells."""

    kind: Literal["email", "url", "handle"]
    first: int
    last: int
    value: str


def spoken_link(reading: Reading, dot: int) -> Spoken | None:
    """Read the link or e-mail address around the word `dot`, the first of its domain or mailbox."""
    words = reading.words
    ending = _ending(words, dot)
    if ending is None or (words[dot] == "." and not _is_parted(words, _back(words, dot))):
        return None
    tld, last = ending
    left = _back(words, dot)
    host_first = _host_first(words, left)
    if host_first is None:
        return None
    host = "".join(_SIGNS.get(word, word) for word in words[host_first:left])
    if host in ("the", "polka", "a"):
        return None
    path, last = _path(words, last)
    address = _mailbox(reading, host_first, f"{host}.{tld}")
    if address is not None and not path:
        return Spoken("email", address[0], last, address[1])
    return Spoken("url", host_first, last, f"{host}.{tld}{path}")


def dot_before(words: list[str], index: int) -> int | None:
    """Return the full stop that parts an ending from its name: "annacuts . com", "annacuts[.]com"."""
    at = index - 1
    while at > 0 and words[at] in _CLOSERS:
        at -= 1
    return at if at > 0 and words[at] == "." else None


def _is_parted(words: list[str], left: int) -> bool:
    """True where a name that is no word stands before a full stop and its ending."""
    return left > 0 and words[left - 1].isalnum() and words[left - 1] not in load_words()


MAIL_PROVIDERS: Final = frozenset("gmail hotmail outlook yahoo icloud protonmail aol btinternet".split())


def provider_address(reading: Reading, index: int) -> Spoken | None:
    """Read "name at gmail", whose ending everybody knows."""
    words = reading.words
    if index < 2 or words[index - 1] not in ("at", "@") or not _WORD.match(words[index - 2]):
        return None
    name = words[index - 2]
    if name in load_words() or not _is_mailbox(reading, index - 2, name):
        return None
    return Spoken("email", index - 2, index + 1, f"{name}@{words[index]}.com")


def spoken_handle(reading: Reading, joint: int) -> Spoken | None:
    """Read the handle around a spelled-out underscore: "name underscore music"."""
    words = reading.words
    if joint == 0 or not _WORD.match(words[joint - 1]) or words[joint - 1] in _STOPS:
        return None
    name = words[joint - 1]
    at = joint
    signs = {"underscore": "_", "dot": ".", "dash": "-", "hyphen": "-"}
    while (
        at + 1 < len(words)
        and words[at] in signs
        and _WORD.match(words[at + 1])
        and at - joint < 2 * _MAX_LABELS
    ):
        name += signs[words[at]] + words[at + 1]
        at += 2
    return None if at == joint else Spoken("handle", joint - 1, at, "@" + name)


def opens_mailbox(reading: Reading, last: int) -> bool:
    """True where "(at) gmail (dot) com" follows the words that end before `last`."""
    words = reading.words
    following = [w for w in words[last : last + _HOST_REACH] if w not in _OPENERS and w not in _CLOSERS]
    if len(following) < _MIN_HOST or following[0] not in ("at", "@"):
        return False
    return following[1] in MAIL_PROVIDERS or "dot" in following[2:4]


_HOST_REACH: Final = 8
_MIN_HOST: Final = 2


def _ending(words: list[str], dot: int) -> tuple[str, int] | None:
    """Return the domain's ending after `dot` ("com", "co.uk") and the word after it."""
    at = dot + 1
    while at < len(words) and (words[at] in _CLOSERS or words[at] in _OPENERS):
        at += 1
    if at >= len(words) or not is_tld(words[at]):
        return None
    tld = words[at]
    at += 1
    if words[at : at + 1] == ["dot"] and at + 1 < len(words) and is_tld(words[at + 1]):
        return f"{tld}.{words[at + 1]}", at + 2
    if tld in (
        "me",
        "it",
        "in",
        "at",
        "be",
        "so",
        "to",
        "is",
        "no",
        "us",
        "as",
        "my",
        "by",
        "do",
        "am",
        "pm",
        "i",
    ):
        # "on the dot me and Sam": an ending that is a word needs a whole host before it
        return (tld, at) if dot and words[dot - 1] not in ("the", "on", "polka", "a") else None
    return tld, at


def _back(words: list[str], dot: int) -> int:
    """Return the word before `dot` and its bracket: "name (dot) com"."""
    at = dot
    while at and words[at - 1] in _OPENERS:
        at -= 1
    return at


def _host_first(words: list[str], left: int) -> int | None:
    """Return where the host that ends before `left` begins: at most three words of it."""
    at = left
    while at and left - at < 2 * _MAX_LABELS:
        word = words[at - 1]
        if (
            (word in _DASHES and at < left and at > 1 and _WORD.match(words[at - 2]))
            or (word == "dot" and at < left)
            or (
                _WORD.match(word)
                and word not in _DASHES
                and (
                    word not in _STOPS
                    or (at > 1 and words[at - 2] in _DASHES)
                    or _is_host(words, at - 1, left)
                )
                and (left - at < _MAX_LABELS or words[at] in _JOINTS)
            )
        ):
            at -= 1
        else:
            break
    while at < left and words[at] in _JOINTS:
        at += 1
    return at if at < left else None


def _is_host(words: list[str], at: int, left: int) -> bool:
    """True for the "mail" of "anna at mail dot com"."""
    return at == left - 1 and at > 1 and words[at] in _MAILBOXES and words[at - 1] in _AT


_AT: Final = frozenset(("at", "@", ")", "]", "}", ">"))


def _path(words: list[str], last: int) -> tuple[str, int]:
    path = ""
    at = last
    while at + 1 < len(words) and words[at] in ("slash", "/") and _WORD.match(words[at + 1]):
        path += "/" + words[at + 1]
        at += 2
        while (
            at + 1 < len(words)
            and words[at] in ("dash", "hyphen", "-", "underscore")
            and _WORD.match(words[at + 1])
        ):
            path += ("_" if words[at] == "underscore" else "-") + words[at + 1]
            at += 2
    return path, at


def _mailbox(reading: Reading, host_first: int, domain: str) -> tuple[int, str] | None:
    """Return where the mailbox before "at" begins and the whole address, if there is one."""
    words = reading.words
    at = host_first
    while at and (words[at - 1] in _CLOSERS or words[at - 1] in _OPENERS):
        at -= 1
    if at and words[at - 1] in ("at", "@"):
        at -= 1
    else:
        return None
    bracketed = at > 0 and words[at - 1] in _OPENERS
    while at and words[at - 1] in _OPENERS:
        at -= 1
    end = at
    if at == 0 or not _WORD.match(words[at - 1]):
        return None
    at -= 1
    while (
        at > 1
        and words[at - 1] in ("dot", "underscore", "dash", ".", "_", "-")
        and _WORD.match(words[at - 2])
    ):
        at -= 2
    local = "".join({"dot": ".", "underscore": "_", "dash": "-"}.get(w, w) for w in words[at:end])
    if not bracketed and not _is_mailbox(reading, at, local):
        return None
    return at, f"{local}@{domain}"


def mailbox_before(reading: Reading, first: int, last: int, domain: str) -> tuple[int, str] | None:
    """Return where "jean-jacques at" begins before a written domain, and the address; "Mia at glow.com" has a site.

    What stands before "at" is a mailbox where no name looks so, where it is called one or
    mail is spoken of, and where it is all that is said.
    """
    address = _mailbox(reading, first, domain)
    if address is None:
        return None
    at, whole = address
    local = whole.partition("@")[0]
    line, position = reading.line, reading.line_at
    if (
        local in _GREETED
        or domain.partition(".")[0] in MAIL_PROVIDERS
        or _OF_MAILBOXES.search(local)
        or (at == 0 and last == len(reading))
        or _MAILED.search(line[position[max(0, at - _CUE_REACH)] : position[at]])
    ):
        return address
    return None


_GREETED: Final = frozenset("hello hi hey info admin".split())
"""Mailboxes that are nothing else before a site: one takes bookings "at glow.com" too."""
_OF_MAILBOXES: Final = re.compile(r"[\d+._-]")
_MAILED: Final = re.compile(r"\b(?:e-?mails?|e-?mailing|mail|write to|inbox)\b")
_CUE_REACH: Final = 8


def _is_mailbox(reading: Reading, at: int, local: str) -> bool:
    """Tell "quinn at domain dot com" from "book at domain dot com"."""
    if local in _NOT_MAILBOXES:
        return False
    if local in _MAILBOXES or local in load_given_names() or local not in load_words():
        return True
    line, position = reading.line, reading.line_at
    start = max(0, at - 8)
    return _MAIL_CUE.search(line[position[start] : position[at]]) is not None
