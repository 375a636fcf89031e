"""What a draft only reports: "someone pretending to be me says I do X", "I never said it's 50".

A stretch of words that stands under a verb of saying or thinking, or between quotation marks, is not the
professional's where that is denied, is said by somebody who passes for them, or is called wrong in its own
sentence or at the beginning of the next. Every claim in it becomes a quoted one, whatever room read it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import reduce
from itertools import compress, islice, zip_longest
from operator import or_
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.discredited import CONFIRMED, DISCREDIT, GRANTED
from align.claims.own_voice import AND_THAT, BREAK, RESUMED, resumed, resumed_behind_denial
from align.claims.report_scope import MARKS, MOST, Span, left_of, sentence_behind, stop_of
from align.claims.report_words import (
    ACTING,
    ANOTHER,
    AS,
    ASKED_IF,
    ASKING,
    BARE_NO,
    CALLED,
    CLAUSE,
    CUES,
    DENIED,
    DENYING,
    DID_I,
    DISCREDITING,
    DISOWNING,
    DOUBTS,
    DREAM_ENDS,
    DREAMING,
    DREAMT,
    HANDING_OUT,
    INTO_QUESTION,
    LEADS_ON,
    MEANT,
    NOT_A,
    NOT_THEIRS,
    OWN_DENIAL,
    OWN_SAYING,
    OWNED,
    PAUSE,
    PRETENDER,
    PRETENDING,
    REAL,
    REPENT,
    REPORT,
    SOMEBODY,
    SOURCES,
    SPEAKER,
    STALE,
    STRANGERS,
    SUPPOSED_NOT,
    SUPPOSING,
    TOLD_YOU,
    UNDONE,
    UNTOLD,
    UNTRUE_THAT,
    VERBS,
    WARNED,
    WHO_SAID,
    WHO_TOLD_YOU,
)
from align.claims.stances.answered import answers_no, opens_assent
from align.claims.withdrawals import SECOND_THINKING, TAKING_BACK
from align.claims.withdrawn import put_right, taken_back
from align.records import changed

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from align.claims.utterance import Utterance
    from align.reading import Reading

_KINDS: Final = (
    "contacts", "addresses", "durations", "money", "starts", "places", "modes", "channels", "payments", "offers",
)  # fmt: skip
_GIVEN_AWAY: Final = ("contacts", "addresses")
"""What is known once it is written, though it is taken back."""
_NOT_SAID: Final = 1
_TAKEN_BACK: Final = 2
_DENIED_FALSELY: Final = 4
_NEAR: Final = 24
_DENIED: Final = (Stance.REFUSED, Stance.CORRECTED)
_OPEN: Final = (Stance.ASSERTED, *_DENIED)
_PRESENT: Final = frozenset(
    "say tell think hope believe expect mean assume promise guarantee saying telling thinking hoping".split()
)
"""What the professional says now is said, whatever comes behind it."""


def set_reports_apart(u: Utterance) -> None:
    """Make what a draft only reports a quoted claim, in all rooms."""
    words = u.reading.words
    if (CUES.isdisjoint(words) and not u.contacts) or DOUBTS.isdisjoint(words):
        return
    claims = sorted([c.first for kind in _KINDS for c in getattr(u, kind) if c.stance in _OPEN])
    if claims:
        seen = frozenset(words)
        spans = [*_spans(u.reading, claims, seen)]
        if not SECOND_THINKING.isdisjoint(seen):
            spans += put_right(u, _KINDS)
        if u.contacts and not DISOWNING.isdisjoint(seen):
            spans += _disowned(u, seen)
        spans = [span for span in spans if span.start < span.end]
        if spans:
            _set_apart(u, spans)


def _set_apart(u: Utterance, spans: list[Span]) -> None:
    """Quote the claims in spans; what a false one denies is so: "people think I don't do X, they're wrong"."""
    reading = u.reading
    marks = bytearray(len(reading))
    for span in spans:
        first, last = reading.words_of(span.start, span.end)
        undone = span.false and UNDONE.search(reading.line, span.start, span.end) is not None
        denies = span.false and OWN_DENIAL.match(reading.line, span.start, span.end) is not None
        unsaid = 0 if undone else _TAKEN_BACK if span.back else _NOT_SAID
        for index in range(first, last):
            marks[index] |= unsaid | denies * _DENIED_FALSELY
    for kind in _KINDS:
        quoted = _NOT_SAID if kind in _GIVEN_AWAY else _NOT_SAID | _TAKEN_BACK
        claims = getattr(u, kind)
        for index, claim in enumerate(claims):
            seen = reduce(or_, marks[claim.first : claim.last], 0)
            if claim.stance is Stance.ASSERTED and seen & quoted:
                claims[index] = changed(claim, stance=Stance.QUOTED)
            elif claim.stance in _DENIED and marks[claim.first] & _DENIED_FALSELY:
                claims[index] = changed(claim, stance=Stance.ASSERTED)


def _spans(reading: Reading, claims: list[int], seen: frozenset[str]) -> Iterator[Span]:
    """Yield the stretches of the line that are only reported, for `claims` that begin at these words."""
    if not VERBS.isdisjoint(seen):
        verbs = compress(range(claims[-1]), map(VERBS.__contains__, reading.words))
        for index in islice(verbs, MOST):
            span = _reported(reading, index, claims)
            if span is not None:
                yield span
    for cues, spans in _FRAMES:
        if not cues.isdisjoint(seen):
            yield from spans(reading)


def _clauses(reading: Reading, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield clauses that are called untrue, asked and answered with a no, or only dreamt of."""
    line = reading.line
    for match, _ in zip(pattern.finditer(line), range(MOST), strict=False):
        start, stop = match.end(), stop_of(reading, match.start())
        if pattern is ASKED_IF and not _is_deniedsentence_behind(reading, start, stop):
            continue
        idle = match[0].startswith("in ") and not DREAM_ENDS.search(line, start, stop)
        if pattern is DREAMT and (idle or GRANTED.search(f". {sentence_behind(reading, stop)}")):
            continue
        yield Span(start, resumed_behind_denial(line, start, stop), false=pattern is UNTRUE_THAT)


def _pretended(reading: Reading) -> Iterator[Span]:
    """Yield what is done by whoever passes for the professional: "a fake account offers …"."""
    line = reading.line
    for match, _ in zip(PRETENDER.finditer(line), range(MOST), strict=False):
        if NOT_A.search(line, max(0, match.start() - _NEAR), match.start()):
            continue
        left, doing = left_of(reading, match.start()), HANDING_OUT.match(line, match.end())
        begin = match.start() - len(left) * (SOMEBODY.match(left) is not None)
        if doing is None and begin < match.start():
            yield Span(begin, match.end())
        elif doing is not None and not OWN_DENIAL.match(line, doing.end() + 1):  # "a fake page says I don't"
            yield Span(begin, resumed(line, doing.end(), stop_of(reading, match.start())))


def _disowned(u: Utterance, seen: frozenset[str]) -> Iterator[Span]:
    """Yield the contacts of whoever passes for the professional: "if 512 555 0199 texts you, that's not me"."""
    reading, line, at = u.reading, u.reading.line, u.reading.line_at
    if DISCREDITING.isdisjoint(seen) and PRETENDING.isdisjoint(seen):
        return
    for contact, behind in zip_longest(u.contacts, u.contacts[1:]):
        before, stop = left_of(reading, at[contact.first]), stop_of(reading, at[contact.first])
        if behind is not None and behind.first >= contact.last:
            stop = min(stop, at[behind.first])
        found = NOT_THEIRS.search(line, at[contact.last], stop)
        strange = found and STRANGERS.search(line, at[contact.last], found.start())
        theirs = found and not (strange or OWNED.search(before))
        if theirs or WARNED.search(before) or _is_pretender(before, REAL):
            yield Span(at[contact.first], at[contact.last] - 1)


def _reported(reading: Reading, index: int, claims: list[int]) -> Span | None:
    """Return the clause behind the verb of saying at `index` if it is not the professional's, else None."""
    begin, end = reading.sentence(index)
    if bisect_left(claims, index) == bisect_left(claims, end):
        return None
    line, at = reading.line, reading.line_at
    match = REPORT.match(line, at[index])
    if match is None:
        return None
    span = _unsaid(reading, match, (begin, index, end))
    if (
        span is None
        or AS.search(line, at[begin], at[index])
        or UNTOLD.search(line, at[begin], at[index + 1] - 1)
    ):
        return None
    stop = stop_of(reading, at[index])
    # "Google says I don't do X. That's wrong, I do": what would grant another report contradicts one that denies
    grants = CONFIRMED if span.false and OWN_DENIAL.match(line, span.start) else GRANTED
    granted = grants.search(line, match.end(), stop) or grants.search(f". {sentence_behind(reading, stop)}")
    return None if granted else span


def _unsaid(reading: Reading, match: re.Match[str], where: tuple[int, int, int]) -> Span | None:
    """Return the clause of a report that is denied, wondered at or discredited, else None."""
    line, words = reading.line, reading.words
    start, verb = match.end(), words[where[1]]
    before, rest = words[where[0] : where[1]], words[where[1] : where[2]]
    stop = stop_of(reading, match.start())
    left = left_of(reading, match.start())
    if rest[-1] == "?":
        of_clause = CLAUSE.match(line, start) is not None
        behind = sentence_behind(reading, stop)
        return Span(start, stop) if _is_doubted(left, verb, behind, of_clause=of_clause) else None
    heard = rest[1:2] in (["me"], ["us"])  # "no one told me you'd like X"
    if not heard and not DENYING.isdisjoint(before) and _is_unsaid(left, verb):
        if OWN_DENIAL.match(line, start):
            return None  # "I'd be lying if I said I don't do X"
        return Span(start, resumed_behind_denial(line, start, stop), back=REPENT.search(left) is not None)
    if verb in ACTING or (verb in _PRESENT and OWN_SAYING.search(left)):
        return None
    if not DISCREDITING.isdisjoint(rest):
        wrong = _discredit(line, start, stop)
        if wrong is not None:
            again = AND_THAT.search(line, wrong, stop)  # "says I'm in Omaha, which is wrong, and that I do X"
            end = wrong if again is None else resumed(line, again.end(), stop)
            return Span(start, resumed(line, start, end, BREAK), false=True)
    who = not SOURCES.isdisjoint(before) and WHO_SAID.search(left)
    if who or (_opens_doubtfully(words, where[2]) and _is_discredited(sentence_behind(reading, stop))):
        return Span(start, resumed(line, start, stop), false=True)
    return None


def _opens_doubtfully(words: list[str], end: int) -> bool:
    """True where the sentence from word `end` on may discredit the one before it; a quick look before the real one."""
    return not DISCREDITING.isdisjoint(words[end : end + _NEAR])


def _is_unsaid(left: str, verb: str) -> bool:
    """True where the words before a report deny it, or name somebody who passes for the professional."""
    own_words = f"{left}{verb}"
    return (
        any(found.end() == len(own_words) for found in DENIED.finditer(own_words))
        or STALE.search(left) is not None
        or (verb in SUPPOSING and SUPPOSED_NOT.search(left) is not None)
        or REPENT.search(left) is not None
        or _is_pretender(left)
    )


def _is_doubted(left: str, verb: str, behind: str, *, of_clause: bool) -> bool:
    """True in a question that wonders who said so, or that the next sentence answers with a no."""
    if of_clause and verb in TOLD_YOU and INTO_QUESTION.search(left):
        return True
    if DID_I.search(left):
        return MEANT.match(behind) is not None
    if verb in ACTING or OWN_SAYING.search(left):
        return False
    return _is_discredited(behind) or WHO_TOLD_YOU.match(behind) is not None or answers_no(behind, 0)


def _discredit(line: str, start: int, stop: int) -> int | None:
    """Return where a stretch of the line goes on to take back what stands before it, else None."""
    for wrong in DISCREDIT.finditer(line, start, stop):
        begin = start
        for found in RESUMED.finditer(line, start, wrong.start() + 1):
            begin = found.start()
        ahead = line[begin : wrong.start()]
        if begin == start or (ANOTHER.search(ahead) is None and LEADS_ON.fullmatch(ahead)):
            return wrong.start()
    return None


def _is_discredited(behind: str) -> bool:
    """True where a sentence opens with the discredit of the one before it."""
    wrong = DISCREDIT.search(behind)
    if wrong is None:
        return False
    ahead = behind[: wrong.start()]
    return ANOTHER.search(ahead) is None and LEADS_ON.fullmatch(f" , {ahead}") is not None


def _is_pretender(left: str, ours: re.Pattern[str] = SPEAKER) -> bool:
    """True where who passes for the professional, or a page of theirs that is none, stands before a verb."""
    return any(
        NOT_A.search(left, 0, found.start()) is None and ours.search(left, found.end()) is None
        for found in PRETENDER.finditer(left)
    )


def _is_deniedsentence_behind(reading: Reading, start: int, stop: int) -> bool:
    """True where a reported question is answered with a no in its sentence or at once behind it."""
    line = reading.line
    for mark in PAUSE.finditer(line, start, stop):
        if BARE_NO.match(line, mark.end()) and not opens_assent(line, mark.end()):
            return True
    behind = sentence_behind(reading, stop)
    if BARE_NO.match(behind) is None or opens_assent(behind, 0):
        return False
    return GRANTED.search(behind) is None  # "I won't lie, I do"


def _in_marks(reading: Reading) -> Iterator[Span]:
    """Yield what stands between quotation marks and is denied, false, or from somebody else."""
    words, at, line = reading.words, reading.line_at, reading.line
    opened = None
    marks = [i for i, word in enumerate(words) if word in MARKS][: 2 * MOST]
    for i in marks:
        if opened is None or words[opened] != words[i]:
            opened = i if i + 1 < len(words) and reading.touches(i + 1) else None
            continue
        left, stop = left_of(reading, at[opened]), stop_of(reading, at[i])
        right, behind = line[at[i + 1] : stop], sentence_behind(reading, stop)
        if not (GRANTED.search(right) or GRANTED.search(f". {behind}")) and _is_foreign(left, right, behind):
            yield Span(at[opened], at[i])
        opened = None


def _is_foreign(left: str, right: str, behind: str) -> bool:
    """True for quoted words between `left` and `right`, if the professional does not say them."""
    wrong = _discredit(right, 0, len(right))
    return (
        (wrong is not None and ANOTHER.search(right, 0, wrong) is None)
        or _is_discredited(behind)
        or WHO_TOLD_YOU.match(right if right.strip(" ?!.") else behind) is not None
        or DENIED.search(left) is not None
        or (STALE.search(left) is not None)
        or _is_pretender(left)
    )


def _untrue(reading: Reading) -> Iterator[Span]:
    return _clauses(reading, UNTRUE_THAT)


def _asked(reading: Reading) -> Iterator[Span]:
    return _clauses(reading, ASKED_IF)


def _dreamt(reading: Reading) -> Iterator[Span]:
    return _clauses(reading, DREAMT)


_FRAMES: Final = (
    (CALLED, _untrue),
    (ASKING, _asked),
    (DREAMING, _dreamt),
    (PRETENDING, _pretended),
    (frozenset(MARKS), _in_marks),
    (TAKING_BACK, taken_back),
)
"""Which words open a frame, and what it finds; verbs of saying come before them."""
