"""Tell the sums of an exercise: "15% off £240 is £204", "£2,000 becomes £2,060 after one year".

Nobody is charged what a pupil works out. The talk must be of homework, and the sentence must reckon: by a word of
arithmetic, or by figures that one of its operations joins. Where it names one of us, what we hold or whom we
would charge, it is no exercise, however many sums stand around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.heard import once_a_message
from align.claims.money import price_nouns as nouns
from align.claims.money.card_scale import is_listed
from align.reading.cues import CALENDAR, CLOCK, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NAMED: Final = frozenset(
    "hw homework worksheet worksheets equation equations algebra fractions ratio ratios percentage percentages"
    " depreciation compound riddle teaser workings maths graph graphs revenue simultaneous".split()
) | {f"q{number}" for number in range(1, 41)}
EXERCISES: Final = _NAMED | frozenset(
    "question questions exercise answer answers problem profit q scheme sum sums".split()
)
"""One of these, in the draft or in the client's message, makes an exercise the subject."""
_NUMBERED: Final = re.compile(
    r"\b(?:(?:questions?|q|exercise|problem) (?:\d{1,2}|[a-f])|(?:loan|tax|fete) (?:q|question|problem)"
    r"|(?:my|his|her|the|'s) answers? (?:is|to|was)|profit (?:is|of|percent|percentage)|the question says|mark scheme"
    r"|(?:gst|vat|tax|division|fractions?|percent|in the|her|his) sums?)\b"
)
_OPERATION: Final = re.compile(
    r"%|\b(?:per cent|percent|times|(?:multiplied|divided|multiply|divide) by|minus|plus|less|becomes|leaves|equals|gives|split"
    r"|(?:goes|go|went) (?:up|down) to|squared)\b|[×÷=]"
)
"""What joins two figures."""
_LESSON: Final = re.compile(
    r"\b(?:interest|compound|profit|revenue|cost price|sell(?:s|ing)? (?:price|at)|marked price|ratio|equations?|formulas?"
    r"|percentages?|taxed|multiply|divide[ds]?|subtract(?:ed)?|depreciat\w+|in value|it's worth|back of the book"
    r"|the question says|answer to (?:q|question) ?\d+)\b"
)
"""What is taught, and reckons with any figure."""
_CHARGED: Final = (
    (SESSION_NOUNS - {"reading", "set", "job", "one", "ones", "touch"})
    | nouns.DEPOSIT
    | nouns.CLIENTS
    | frozenset(
        "child children minutes minute mins min hour hours hr hrs hourly rate rates fee fees charge discount tuition invoice booking booked"
        " cash upfront offer deal sibling siblings both block package packages term terms"
        " extra without included includes pack transfer due settle travel drive driving callout parking".split()
    )
)
"""What our own prices are of, whom we would charge, and how they are paid."""
_OURS: Final = SELF | SERVICE_WORD | CALENDAR | CLOCK
_SPANS: Final = frozenset("day days week weeks month months year years quarter".split())
"""What an exercise lasts, of the words that else name a day of ours."""
_PAYING: Final = re.compile(
    r"\b(?:(?:for|with|gives) you|you'd|you'll|you (?:can )?(?:pay|owe)|(?<!what )you get|pay|(?:to|you|and|if|when) book)\b"
)
_THING: Final = re.compile(r"\b(?:an?|the) (?!price\b|rate\b|fee\b|cost\b|total\b)[a-z]+ (?:is|was|costs?)\b")
"""What an exercise sells: "if the jacket was $120, you pay"."""


def is_exercise_sum(u: Utterance, first: int, last: int) -> bool:
    """True for the amount on the words `[first, last)` of an exercise that is gone through with the client."""
    if not _is_on_exercise(u):
        return False
    if any(is_listed(u.known, float(n.value)) for n in starting_in(u.numbers, first, last)):
        return False
    begin, end = u.reading.sentence(first)
    reckons: bool | None = u.answers.get((is_exercise_sum, begin))
    if reckons is None:
        reckons = u.answers[is_exercise_sum, begin] = _reckons(u, begin, end)
    return reckons


@once_a_message
def _is_on_exercise(u: Utterance) -> bool:
    """True where an exercise is spoken of: by its name, or as a question with a number."""
    for text in (u,) if u.inbound is None else (u, u.inbound):
        if not _NAMED.isdisjoint(text.said):
            return True
        if not EXERCISES.isdisjoint(text.said) and _NUMBERED.search(text.reading.line) is not None:
            return True
    return False


def _reckons(u: Utterance, begin: int, end: int) -> bool:
    """True for a sentence of arithmetic that speaks of none of us, and of the client only where a thing is bought."""
    reading = u.reading
    if any(reading.marks[at] & _OURS and reading.words[at] not in _SPANS for at in range(begin, end)):
        return False
    if not _CHARGED.isdisjoint(reading.words[begin:end]):
        return False
    at = reading.line_at
    line = reading.line[at[begin] : at[end - 1] + len(reading.words[end - 1])]
    if _PAYING.search(line) is not None and _THING.search(line) is None:
        return False
    return _LESSON.search(line) is not None or (
        len(starting_in(u.numbers, begin, end)) > 1 and _OPERATION.search(line) is not None
    )
