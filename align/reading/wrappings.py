"""What a draft may come wrapped in, which is not part of it: a label, quotation marks around the whole.

A model that is asked for a message may answer 'Reply: "See you at six!"'. The marks at the two ends quote
nobody then, and the sentence begins behind the label.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.folding import Folded

if TYPE_CHECKING:
    from align.reading.vocabulary import Vocabulary

_NOUN: Final = r"(?:draft|reply|response|answer|message|text|sms|version)"
_KIND: Final = (
    r"(?:the|a|an|your|my|one|short|shorter|quick|brief|friendly|warm|polite|casual|revised|updated"
    r"|final|polished|possible|suggested|new)"
)
_WHAT_FOR: Final = (
    rf"(?:{_NOUN}|body|(?:that )?you (?:can|could|might|may) (?:send|use|copy)|to (?:send|use)"
    r"|(?:to|for) (?:the|your|this) (?:client|customer)|to [^\W\d_]+)"
)
_LABEL: Final = re.compile(
    rf"\s*(?:(?:(?:sure|ok|okay|certainly|absolutely|of course)(?: thing)?[,.!:]*\s+)?"
    rf"(?:here is|here's|heres|this is|below is) (?:{_KIND} ){{0,3}}{_NOUN}(?: {_WHAT_FOR}){{0,3}}"
    rf"|(?:{_NOUN}|body|output)(?: {_WHAT_FOR})?(?: \((?:sms|text|draft|final|short)\))?):\s*(?=\S)"
)
"""Of these words alone, so that nothing that is offered is taken for a label: "here's my answer on the 150: yes"."""


def without_wrappings(folded: Folded, vocabulary: Vocabulary) -> Folded:
    """Return the text without a label before it and quotation marks around the whole of it; linear in its length.

    A label that holds a word of the spec's own is part of what is said.
    """
    text = folded.lower
    if text[:1] not in _MAY_OPEN and ":" not in text[:_LONGEST_LABEL]:
        return folded
    label = _LABEL.match(text) if ":" in text[:_LONGEST_LABEL] else None
    if label is not None and any(map(vocabulary.is_own, _WORD.findall(label.group()))):
        label = None
    start, end = label.end() if label else 0, len(text)
    inside = _quoted(text, start)
    if inside is not None:
        start, end = inside
    if (start, end) == (0, len(text)):
        return folded
    starts = folded.starts or list(range(len(text)))
    ends = folded.ends or list(range(1, len(text) + 1))
    return Folded(folded.cased[start:end], text[start:end], starts[start:end], ends[start:end])


_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_LABEL: Final = 120
_MAY_OPEN: Final = frozenset("\"' \n")


def _quoted(text: str, start: int) -> tuple[int, int] | None:
    """Return what lies between a pair of marks that quotes the whole of a text from `start`, and nothing within it."""
    begin, end = start, len(text)
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    mark = text[begin : begin + 1]
    if mark not in ('"', "'") or end - begin < _SHORTEST or text[end - 1] != mark:
        return None
    within = text[begin + 1 : end - 1]
    if mark == '"':
        return None if '"' in within else (begin + 1, end - 1)
    return None if _OUTER.search(within) else (begin + 1, end - 1)


_SHORTEST: Final = 3
_OUTER: Final = re.compile(r"(?<!\w)'|'(?!\w)")
"""A single mark that is no apostrophe."""
