"""Marks of emphasis, which a reader does not read: "**today**", "_today_", "`today`".

An asterisk counts as one at the edge of what it marks only ("p*y me" is masked, and "2 * 3" a
sum); an underscore only as one of a pair, since names begin and end with it; and a backquote
within a word is an apostrophe ("don`t"). The backslash that escapes such a mark is not read either,
nor what is acted and not said: "*smiles*".
"""

from __future__ import annotations

import re
from typing import Final

from align.reading.folding import Folded

_MARK: Final = re.compile(
    r"\*(?:smil|laugh|grin|wink|nod|sigh|chuckl|giggl|wav|shrug|hug|blush)(?:e?s"
    r"|ing)(?: (?:[a-z]{1,12}ly|out loud|back|at you|a (?:bit|lot|little)))?\*"
    r"|(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])"
    r"|\\(?=[$*_#~`>\[\]()!.+-])"  # a mark that is escaped, so that it is none: "\$150"
    r"|(?<![~\w])~(?=\d)"  # "~90 minutes"
    r"|(?<![\w`])`(?=[^\s`])|(?<=[^\s`])`(?![\w`])"
)
_PAIR: Final = re.compile(r"(?<![\w@/.:-])(_{1,2})(?=[^\s_@])[^_\n]{0,200}[^\s_](_{1,2})(?![\w@/])")


def without_emphasis(folded: Folded) -> Folded:
    """Return the text without its marks of emphasis; linear in its length."""
    text = folded.lower
    # a search for one sign at a time is far quicker than a look at every letter
    if "*" not in text and "_" not in text and "`" not in text and "\\" not in text and "~" not in text:
        return folded
    folded = Folded(folded.cased.replace("`", "'"), text.replace("`", "'"), folded.starts, folded.ends)
    marks = [mark.span() for mark in _MARK.finditer(text)]
    marks += [pair.span(side) for pair in _PAIR.finditer(text) for side in (1, 2)]
    if not marks:
        return folded
    kept: list[int] = []
    at = 0
    for start, end in sorted(marks):
        kept.extend(range(at, start))
        at = end
    kept.extend(range(at, len(text)))
    starts, ends = folded.starts, folded.ends
    return Folded(
        "".join([folded.cased[i] for i in kept]),
        "".join([folded.lower[i] for i in kept]),
        kept if starts is None else [starts[i] for i in kept],
        [i + 1 for i in kept] if ends is None else [ends[i] for i in kept],
    )
