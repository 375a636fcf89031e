"""E-mail addresses, links and @handles as they are written, found in the folded text.

Every pattern opens at the start of a run and takes it possessively, so that the time is
linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from align.claims.contacts.web_endings import TLDS, WORD_TLDS, is_tld
from align.data.names import load_given_names
from align.data.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOT: Final = re.compile(r"\.[^\W\d_]")
_CANDIDATE: Final = re.compile(
    r"@|://|\$(?=[^\W\d_])|\.(?<=\w\.)(?=[^\W\d_])|www\d?\.|_(?<=[^\W_]_)(?=[^\W_])"
)
"""Every alternative opens with its own sign, so that `re` skips from sign to sign."""
_TAG: Final = re.compile(r"\$[^\W\d_]")
_SPACE: Final = re.compile(r"[ \n]")
_REST: Final = r"(?:[^\s<>\"{}|\\^`—,]|,(?![^\W\d_]))"
"""What a path holds; a comma before a letter is the sentence's: "example.com/book,takes two minutes"."""
_WRITTEN: Final = re.compile(
    rf"(?P<url>(?:https?|ftps?|sftp|wss?)://{_REST}++)"
    r"|(?P<email>(?<![\w.+%-])[\w.+%-]++@(?:\[[\d.]++\]|[\w-]++(?:\.[\w-]++)++))"
    r"|(?P<payee>(?<![\w.+%-])[\w.+%-]++@[^\W\d_]{2,}+(?![\w@-]|\.\w))"
    rf"|(?P<www>(?<!\w)www\d?\.[\w-]++(?:\.[\w-]++)++(?::\d++)?(?:[/?#]{_REST}*+)?)"
    rf"|(?P<bare>(?<![\w.@$-])[\w-]++(?:\.[\w-]++)++(?::\d++)?(?:[/?#]{_REST}*+)?)"
    r"|(?P<tag>(?<![\w$])\$[^\W\d_]\w{2,24}+(?!\w))"
    r"|(?P<handle>(?<![\w@])@\.?\w[\w.-]*+)"
    r"|(?P<name>(?<![\w.@$/#{\[<*-])[^\W_]\w*+(?:\.\w++)*+(?<=[^\W_])(?![\w@{}\]>]))"
)
_TRAILING: Final = ".,;:!?'\")]}>*~-…"

_NAME: Final = re.compile(r"[a-z\d][a-z\d.]*+(?:_[a-z\d.]++)++\Z")
"""A name with an underscore in it can only be a handle."""


@dataclass(frozen=True, slots=True)
class Written:
    """An address as written: half-open characters of the folded text, and its value.

    A `payee` is an address of a payment service, without a domain's ending: "name@bank"; a
    `tag` a name to which money is sent: "$name".
    """

    kind: Literal["email", "url", "handle", "payee", "tag"]
    start: int
    end: int
    value: str


def find_written(lower: str, cased: str) -> Iterator[Written]:
    """Yield e-mail addresses, links and @handles of a folded text, from left to right."""
    if (
        "@" not in lower
        and "://" not in lower
        and "_" not in lower
        and _DOT.search(lower) is None
        and ("$" not in lower or _TAG.search(lower) is None)
    ):
        return
    at = 0
    while (candidate := _CANDIDATE.search(lower, at)) is not None:
        start = (
            max(lower.rfind(" ", at, candidate.start()), lower.rfind("\n", at, candidate.start()), at - 1) + 1
        )
        space = _SPACE.search(lower, candidate.end())
        end = space.start() if space is not None else len(lower)
        for match in _WRITTEN.finditer(lower, start, end):
            found = _written(match, cased)
            if found is not None:
                yield found
        at = end


_PUBLIC: Final = frozenset("gov gouv gob govt mil edu nhs".split())
"""Labels under which nobody has a business: "gov.uk", "moe.edu.sg"."""


def is_public_host(value: str) -> bool:
    """Tell whether a link is one of a government's, a health service's or a university's."""
    if "@" in value:
        return False
    labels = value.partition("/")[0].split(".")
    return len(labels) > 1 and not _PUBLIC.isdisjoint(labels[-2:])


def link_value(text: str) -> str:
    """Return a link in the form in which links are compared: no scheme, www or closing slash."""
    value = text.lower()
    scheme = value.find("://")
    if scheme >= 0:
        value = value[scheme + 3 :]
    value = value.removeprefix("www.")
    return value.rstrip("/?#")


def _written(match: re.Match[str], cased: str) -> Written | None:
    kind = match.lastgroup
    text = _trimmed(match.group())
    start, end = match.start(), match.start() + len(text)
    if kind == "handle":
        return Written("handle", start, end, text) if any(c.isalpha() for c in text) else None
    if kind == "name":
        return Written("handle", start, end, "@" + text) if _NAME.match(text) else None
    if kind == "payee":
        return Written("payee", start, end, text)
    if kind == "tag":
        return Written("tag", start, end, text)
    if kind == "url" and not any(c.isalnum() for c in text[text.find("://") :]):
        return None
    if kind == "email":
        local, _, host = text.partition("@")
        good = local.strip(".") and (is_tld(host.rpartition(".")[2]) or "]" in host)
        return Written("email", start, end, text) if good else None
    if kind == "bare" and not _is_link(text, cased[start:end]) and not _is_led_to(match, text):
        return None
    return Written("url", start, end, link_value(text))


def _trimmed(text: str) -> str:
    """Drop the closing marks of the sentence, but not a bracket that the link opened."""
    kept = text.rstrip(_TRAILING)
    closed = text[len(kept) : len(kept) + 1]
    if closed == ")" and kept.count("(") > kept.count(")"):
        return kept + ")"
    return kept


def _is_link(text: str, cased: str) -> bool:
    """Tell whether a bare run with dots is a link and not a full stop without its space."""
    host = re.split(r"[:/?#]", text, maxsplit=1)[0]
    labels = host.split(".")
    if len(labels) < 2:
        return False
    tld, name = labels[-1], labels[-2]
    if tld not in TLDS or not name or not any(c.isalpha() for c in "".join(labels[:-1])):
        return False
    if tld not in WORD_TLDS or len(text) > len(host):
        return True
    if cased[-len(tld)].isupper() and not cased[0].isupper():
        return False
    if "-" in name or len(labels) > 2:
        return True
    return len(name) > 2 and name not in load_words() and name not in load_given_names()


_LEADS_TO: Final = re.compile(
    r"\b(?:find (?:me|us|it|them|everything|my \w+)|book(?: online| in| with (?:me|us))?"
    r"|every ?thing(?:'s| is)|all|prices|menu|form|website|web ?site|site|page|links?"
    r"|online|visit|portfolio|gallery|check out)(?: (?:is|are|all|online|over|up)|'s)? ?(?:at|on|via|:)? ?\Z"
)
_LEAD: Final = 40
"""Characters before a link in which it may be led to."""


def _is_led_to(match: re.Match[str], text: str) -> bool:
    """True for a name that is a word, or somebody's, where a site is told of: "find me at vesper.tattoo"."""
    before, _, ending = text.rpartition(".")
    body, start = match.string, match.start()
    if ending not in TLDS or ending in _SPOKEN_ON or not before.isalpha():
        return False
    if _STOPS.match(body, start + len(text)) is None:
        return False
    return _LEADS_TO.search(body, max(0, start - _LEAD), start) is not None


_STOPS: Final = re.compile(r" ?(?:[^\w ]|\Z|(?:and|or|if|for|to|any ?time|whenever|when|now|too|with|xx?)\b)")
"""What follows a link that ends its phrase."""
_SPOKEN_ON: Final = frozenset(
    (
        "am as at be by do hm id ie im in is it la ma me my na no nu om one pm re so st to us today top "
        "love plus best cool fun live"
    ).split()
)
"""Endings with which a sentence goes on where its space is missing: "it's all online.so cool"."""
