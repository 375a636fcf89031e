"""E-mail addresses, links and @handles as they are written, found in the folded text.

Every pattern opens at the start of a run and takes it possessively, so that the time is
linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from align.data.names import load_given_names
from align.data.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOT: Final = re.compile(r"\.[^\W\d_]")
_CANDIDATE: Final = re.compile(r"@|://|\.(?<=\w\.)(?=[^\W\d_])|www\d?\.|_(?<=[^\W_]_)(?=[^\W_])")
"""Every alternative opens with its own sign, so that `re` skips from sign to sign."""
_SPACE: Final = re.compile(r"[ \n]")
_REST: Final = r"(?:[^\s<>\"{}|\\^`—,]|,(?![^\W\d_]))"
"""What a path holds; a comma before a letter is the sentence's: "example.com/book,takes two minutes"."""
_WRITTEN: Final = re.compile(
    rf"(?P<url>(?:https?|ftps?|sftp|wss?)://{_REST}++)"
    r"|(?P<email>(?<![\w.+%-])[\w.+%-]++@(?:\[[\d.]++\]|[\w-]++(?:\.[\w-]++)++))"
    r"|(?P<payee>(?<![\w.+%-])[\w.+%-]++@[^\W\d_]{2,}+(?![\w@-]|\.\w))"
    rf"|(?P<www>(?<!\w)www\d?\.[\w-]++(?:\.[\w-]++)++(?::\d++)?(?:[/?#]{_REST}*+)?)"
    rf"|(?P<bare>(?<![\w.@$-])[\w-]++(?:\.[\w-]++)++(?::\d++)?(?:[/?#]{_REST}*+)?)"
    r"|(?P<handle>(?<![\w@])@\.?\w[\w.-]*+)"
    r"|(?P<name>(?<![\w.@$/#{\[<*-])[^\W_][\w.]*+(?<=[^\W_])(?![\w@{}\]>]))"
)
_TRAILING: Final = ".,;:!?'\")]}>*~-…"

_COUNTRY_TLDS: Final = frozenset(
    "ac ad ae af ag ai al am ao ar as at au az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd"
    " ch ci cl cm cn co cr cu cv cy cz de dk do dz ec ee eg es et eu fi fj fm fo fr ga gd ge gg gh gi gl gm gr"
    " gt gy hk hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh kr kw ky kz la lb li lk lt lu lv"
    " ly ma mc md me mg mk ml mn mo mt mu mv mw mx my mz na ng ni nl no np nu nz om pa pe pg ph pk pl pr ps pt"
    " py qa re ro rs ru rw sa sc sd se sg sh si sk sl sm sn so sr st sv sy tc td tg th tj tl tm tn to tr tt tv"
    " tw tz ua ug uk us uy uz va vc ve vg vi vn vu ws ye za zm zw".split()
)
_TLDS: Final = _COUNTRY_TLDS | frozenset(
    "com net org edu gov mil int info biz name pro mobi asia coop aero jobs tel travel cat post arpa app dev xyz"
    " site online shop store club live page link blog bio art music studio photo photos photography gallery"
    " design work works agency company services solutions consulting coach fitness yoga health care clinic"
    " dental beauty salon hair spa style fashion boutique events wedding tattoo dog pet vet school academy"
    " education tutor training tech digital media email group team social community network world global"
    " international today top vip fun cool best example test local london berlin paris nyc amsterdam cloud space"
    " website web wiki zone center services support systems software guru life love one plus express direct"
    " rocks ninja family house garden kitchen cafe restaurant bar pub menu film video camera pics pictures ink"
    " contact bet chat game games news press review reviews sale trade loan money cash finance"
    " credit bank insurance legal law lawyer llc ltd inc gmbh".split()
)
_WORD_TLDS: Final = frozenset(
    "am as at be by co de do es et fm hr id ie im in is it la ma me mo mr ms my na no nu om one pa pm ps re so"
    " st to us va vi ye info name pro jobs tel travel cat post app site online shop store club live page link"
    " blog bio art music studio photo photos photography gallery design work works agency company services"
    " solutions consulting coach fitness yoga health care clinic dental beauty salon hair spa style fashion"
    " boutique events wedding tattoo dog pet vet school academy education tutor training tech digital media"
    " email group team social community network world global international today top vip fun cool best test"
    " local london berlin paris cloud space website web wiki zone center support systems software guru life"
    " love plus express direct rocks ninja family house garden kitchen cafe restaurant bar pub menu film video"
    " camera pics pictures ink contact bet chat game games news press review reviews sale trade loan money cash"
    " finance credit bank insurance legal law lawyer".split()
)
"""Endings that are words as well: "ok.so" is a missing space, not a link."""


_NAME: Final = re.compile(r"[a-z\d][a-z\d.]*+(?:_[a-z\d.]++)++\Z")
"""A name with an underscore in it can only be a handle."""


@dataclass(frozen=True, slots=True)
class Written:
    """An address as written: half-open characters of the folded text, and its value.

    A `payee` is an address of a payment service, without a domain's ending: "name@bank".
    """

    kind: Literal["email", "url", "handle", "payee"]
    start: int
    end: int
    value: str


def find_written(lower: str, cased: str) -> Iterator[Written]:
    """Yield e-mail addresses, links and @handles of a folded text, from left to right."""
    if "@" not in lower and "://" not in lower and "_" not in lower and _DOT.search(lower) is None:
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


def is_tld(label: str) -> bool:
    """Tell whether a label ends web addresses."""
    return label in _TLDS


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
    if kind == "email":
        local, _, host = text.partition("@")
        good = local.strip(".") and (is_tld(host.rpartition(".")[2]) or "]" in host)
        return Written("email", start, end, text) if good else None
    if kind == "bare" and not _is_link(text, cased[start:end]):
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
    if tld not in _TLDS or not name or not any(c.isalpha() for c in "".join(labels[:-1])):
        return False
    if tld not in _WORD_TLDS or len(text) > len(host):
        return True
    if cased[-len(tld)].isupper() and not cased[0].isupper():
        return False
    if "-" in name or len(labels) > 2:
        return True
    return len(name) > 2 and name not in load_words() and name not in load_given_names()
