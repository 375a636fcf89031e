"""Pseudo-triggers: phrases that hold a negative word and negate nothing, "no problem", "don't hesitate to".

A word that tells such a phrase stands near its negative word, or at some distance where it refuses to refuse. Most
negations have none, so that the phrases need not be tried.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.stances.double_negation import LEAVES_IT_ON

if TYPE_CHECKING:
    from align.reading import Reading

_PSEUDO: Final = re.compile(
    r"(?:no|not an?|not any|isn't a|isn't an|never an?|without)"
    r" (?:\w+ )?(?:problem|problems|worries|worry|stress|rush|trouble|bother|pressure|hassle|issue"
    r"|issues|doubt|matter|wonder|biggie|drama|dramas|wahala|shaking|yawa|qualms|objection|objections"
    r"|difficulty|sweat|fuss|biggies|wukkas|wuckas|harm|obligation|strings|surprises|hard feelings"
    r"|secret|need to (?:worry|stress|panic|rush|book|reserve|pre-?book|explain|apologi[sz]e"
    r"|overthink))\b"
    r"|no (?:(?:later|fewer|less|more|earlier|longer|higher|lower) than|one|pain|fuss|kidding|joke|sweat"
    r"|prob|probs)\b"
    r"|not (?:only|just|to mention|least|bad|long|far|too|quite|sure|merely|simply|half|a moment"
    r"|to worry|worry)\b"
    r"|(?:can't|cant|cannot|couldn't) (?:wait|go wrong|beat|thank|be (?:happier|easier|better|simpler)"
    r"|believe|complain|recommend|stress|say enough|imagine|fault)\b"
    r"|(?:won't|can't|cannot|never|couldn't|don't|not) (?:find|get|see|have|beat)"
    r" (?:an? )?(?:better|nicer|finer|cheaper|quicker|softer|stronger)\b"
    r"|(?:won't|wouldn't|never|don't|didn't|not) (?:ever )?regret\b"
    r"|(?:don't|dont|do not|never|not|nobody) (?:\w+ )?(?:you )?(?:worry|hesitate"
    r"|be (?:shy|afraid|scared|nervous|late|a stranger)|forget|mind|minds|sweat|stress|panic|overthink"
    r"|think twice|feel (?:bad|rushed|pressured|shy)|fret|hold back|miss|see why|get me wrong|rush)\b"
    r"|(?:wouldn't|won't|doesn't|don't) (?:mind|hurt|bite|matter|take (?:long|a minute|much))\b"
    r"|(?:isn't|aren't|doesn't|don't|won't|wasn't|weren't|can't|couldn't|haven't|didn't)"
    r" (?:it|they|you|he|she|that|we)\b"
    r"|(?:why|or|if|whether or|as|believe it or|more often than|sure) not\b"
    r"|(?:wasn't|weren't|isn't|aren't|not) (?:sure|certain|convinced)\b"
    r"|nothing (?:beats|better|like|wrong|fancy|to worry|to lose|too|would (?:please|make|give)"
    r"|(?:i|we|i'd|we'd|you'll|you'd) (?:[\w']+ ){1,8}?than)\b"
    r"|never (?:been better|too late|fails|a dull|rush|mind)\b"
    r"|(?:haven't|hasn't|hadn't) (?:forgotten|stopped)\b"
    r"|(?:haven't|have not|hadn't|never|didn't) (?:even )?mention(?:ed)?\b"
    r"|(?:haven't|have not|hadn't) (?:\w+ )?(?:told|shown) (?:you|u|him|her|them|anyone|people)\b"
    r"|(?:didn't|don't) (?:hear it from|tell)\b"
    r"|(?<=say )no more\b|no (?:,|\.|!|—|-|no\b|wait\b)|nope|nah\b"
    r"|not (?:until|till)\b.{0,40}\bbut\b"
    r"|nothing (?:loosens|eases|helps|fixes|soothes|relaxes|warms|calms|settles|lifts|softens)"
    r" (?:[\w'-]+ ){1,5}?like\b"
    r"|no (?:good )?reason (?:why )?(?:not|(?:you|we|i|they) (?:can't|couldn't|shouldn't|wouldn't|cannot))\b"
    r"|(?:can't|couldn't|shouldn't|don't) (?:see|think of|imagine)"
    r" (?:why not|(?:any |the |much )?harm|the problem|any reason|a reason|a problem|any problem)\b"
    rf"|{LEAVES_IT_ON}|(?:never|not|don't|won't|wouldn't|can't|doesn't|didn't|without|no)"
    r" (?:\w+ )?(?:skip|skipping|miss|missing|refuse|decline|avoid|say no to|turn down|leave out"
    r"|rule out|forget)\b"
    r"|(?:never|won't|don't|wouldn't|not|doesn't|can't)"
    r" (?:rush|hurry|skimp on|cut corners on|do without|go without|live without)\b"
    r"|no better (?:time|way|place|day)\b|(?:isn't|wouldn't be|not) an? \w+ without\b"
    r"|nothing (?:stops|stopping|against)\b|(?:costs?|for) nothing\b"
    r"|no (?:limit|end|shortage|lack|shame|harm)\b|(?:wouldn't|won't) believe\b"
    r"|hardly (?:a|any|worth|surpris)"
)
_DOUBLE: Final = re.compile(r"\b(?:no|see) (?:reason|why) (?:why )?(?:you|we|i|they|that|it) ")
_LEAD_IN: Final = frozenset(("why", "or", "if", "whether", "as", "sure", "cost", "costs", "for"))
_TELLING_NEAR: Final = frozenset(
    "problem problems worries worry stress rush trouble bother pressure hassle issue issues doubt matter wonder biggie drama"
    " dramas wahala shaking yawa qualms objection objections difficulty sweat fuss biggies wukkas wuckas harm obligation"
    " strings surprises hard secret need than one pain kidding joke prob probs only just mention least bad long far too quite"
    " sure merely simply half moment wait go beat thank happier easier better simpler believe complain recommend say imagine"
    " fault nicer finer cheaper quicker softer stronger regret hesitate shy afraid scared nervous late stranger forget mind"
    " minds panic overthink think feel fret hold miss see get hurt bite take certain convinced beats like wrong fancy lose"
    " would been fails dull forgotten stopped mentioned told shown hear tell more no until till loosens eases helps fixes"
    " soothes relaxes warms calms settles lifts softens reason skip skipping missing refuse decline avoid turn leave rule"
    " hurry skimp cut do live without stops stopping against limit end shortage lack shame".split()
)
_NEAR: Final = 6
"""Words, the negative one included, in which the first of these stands."""
_TELLING_FAR: Final = frozenset(
    "than say saying said refuse refused refusing decline declined declining object objecting mind turn turned turning"
    " deny denying denied stop stopped stopping see rule ruled ruling complain argue against opposed averse need ask want"
    " require expect insist drop drops dropped dropping quit quits quitting give given gave ditch ditched ditching scrap"
    " scrapped scrapping joking kidding teasing lying".split()
)
_FAR: Final = 18
_ALONE: Final = frozenset(("nope", "nah", "hardly"))
_PERSONS: Final = frozenset("it they you he she that we".split())
"""Right behind a negative word: a tag, "isn't it"."""
_BREAKS_OFF: Final = frozenset(", . ! — -".split())
"""Right behind a "no", which is an answer then."""
_LED: Final = ("not", "nothing")
"""What `_LEAD_IN` stands before."""


def is_pseudo(reading: Reading, index: int, begin: int) -> bool:
    """True when the negation at `index`, in a sentence from word `begin` on, is part of a phrase that does not negate."""
    line, at, words = reading.line, reading.line_at, reading.words
    word = words[index]
    if _may_be_pseudo(words, index) and _PSEUDO.match(line, at[index]):
        return True
    if word in _OTHERWISE_PLAIN:
        return not index or words[index - 1] not in _SUBJECTS
    if word in _LED and index and words[index - 1] in _LEAD_IN and _PSEUDO.match(line, at[index - 1]):
        return True
    return index - begin >= 3 and _DOUBLE.search(line, at[index - 3], at[index] + 1) is not None


def _may_be_pseudo(words: list[str], index: int) -> bool:
    """True where a word stands that tells a pseudo-trigger; a quick look before the real one."""
    word, behind = words[index], words[index + 1 : index + _FAR]
    return (
        not _TELLING_NEAR.isdisjoint(behind[: _NEAR - 1])
        or not _TELLING_FAR.isdisjoint(behind)
        or word in _ALONE
        or (
            bool(behind)
            and (behind[0].partition("'")[0] in _PERSONS or (word == "no" and behind[0] in _BREAKS_OFF))
        )
    )


_OTHERWISE_PLAIN: Final = frozenset(("canny", "cyan"))
_SUBJECTS: Final = frozenset("i we you he she it they ye".split())
"""Before these, "canny" and "cyan" are "can't" of Scots and of Caribbean English; else they are plain words."""
