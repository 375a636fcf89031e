"""Set a violation into sentences that do or do not make it the professional's own words.

`python -m tests.rewrites.reported [PART OF A FRAME ...] [--show]` says for each frame how many violating clauses of the
labelled drafts it holds, and how many of them are read wrong: still flagged in a frame that denies, reports or withdraws
them, or lost in one that only looks like it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from align import compile_spec, validate_draft
from tests.gold import FIXTURES, Case, cases
from tests.rewrites.reported_frames import GONE, STAYS, Frame

if TYPE_CHECKING:
    from collections.abc import Iterator


class Said(NamedTuple):
    """A clause of a labelled draft that breaks one rule by itself."""

    case: Case
    text: str
    rule: str

    @property
    def is_clause(self) -> bool:
        """True where it has a subject and a verb, so that "that" may stand before it."""
        return _SUBJECT.match(self.text) is not None and _VERB.search(self.text) is not None


class Framed(NamedTuple):
    """A clause in a frame."""

    said: Said
    body: str
    stays: bool


_PIECE: Final = re.compile(r"(?<=[.!?…])\s+|\n+|\s*[,;—]\s+|\s+[–-]\s+")
_OPENING: Final = re.compile(
    r"^(?:(?:yes|yep|yeah|sure|ok|okay|hi|hey|hello|oh|ah|so|and|but|or|well|also|then|just|perfect"
    r"|great|lovely|grand)\b"
    r"[,!.]? )+",
    re.IGNORECASE,
)
_COMPOUND: Final = re.compile(
    r"[,;:()—?\"“”…]| [–-] |\b(?:and|but|so|because|not|no|never|if|when|or|nor)\b|n['’]t\b", re.IGNORECASE
)
"""What a clause of one verb lacks, so that a frame can only mean all of it."""
_SUBJECT: Final = re.compile(r"(?:i|we|it|you|the|my|our|there|that|your|all|half)\b", re.IGNORECASE)
_VERB: Final = re.compile(
    r"['’](?:s|m|re|ll|d)\b|\b(?:is|are|can|could|will|would|do|does|have|has|offer|charge|take|teach"
    r"|works?|costs?|comes"
    r"|starts?|goes|runs|go|get|travel|come)\b|^(?:[Ii]m|[Ii]ll|[Ii]d|[Ii]ts|[Tt]hats|[Tt]heres|[Ww]e)\b"
)
_SHORTEST: Final = 3
_LONGEST: Final = 14
_PAST: Final = (
    (r"['’]ll\b", "'d"),
    (r"\bwill\b", "would"),
    (r"\bcan\b", "could"),
    (r"^(it|that|there)['’]s\b", r"\1 was"),
    (r"\b(i)['’]m\b", r"\1 was"),
    (r"\b(we|you)['’]re\b", r"\1 were"),
    (r"\bis\b", "was"),
    (r"\bare\b", "were"),
)


@cache
def said(per_rule: int | None = None, every: int = 1) -> tuple[Said, ...]:
    """Return the clauses of `every` so many labelled drafts that break one rule alone, so many of each rule."""
    found: dict[str, dict[str, Said]] = {}
    folders = ("gold", *(f"cases/{path.name}" for path in sorted((FIXTURES / "cases").iterdir())))
    labelled = [case for folder in folders for case in cases(folder) if case.rules - {"voice"}]
    for case in labelled[::every]:
        for piece in _PIECE.split(case.body):
            text = _OPENING.sub("", piece.strip()).rstrip(".!")
            if not _SHORTEST <= len(text.split()) <= _LONGEST or _COMPOUND.search(text):
                continue
            rules = rules_of(case, text)
            if len(rules) == 1 and (rule := min(rules)) in case.rules - {"voice"}:
                found.setdefault(rule, {}).setdefault(text.lower(), Said(case, text, rule))
    return tuple(one for rule in sorted(found) for one in _spread([*found[rule].values()], per_rule))


def _spread(them: list[Said], most: int | None) -> list[Said]:
    return them if most is None else them[:: max(1, len(them) // most)][:most]


def framed(frame: Frame, clauses: tuple[Said, ...]) -> Iterator[Framed]:
    """Yield every clause in a frame that is clear about its rule."""
    for one in clauses:
        if one.rule in frame.open or (not one.is_clause and "{q}" not in frame.text):
            continue
        if not ('"' in one.text and '"' in frame.text):
            yield Framed(one, _set_in(frame, one.text), frame in STAYS)


def _set_in(frame: Frame, text: str) -> str:
    clause = text if re.match(r"I\b|[A-Z]{2}", text) else text[0].lower() + text[1:]
    body = frame.text.format(q=text[0].upper() + text[1:], s=clause, b=_of_the_past(clause))
    return body[0].upper() + body[1:]


def _of_the_past(clause: str) -> str:
    for pattern, new in _PAST:
        clause, times = re.subn(pattern, new, clause, count=1, flags=re.IGNORECASE)
        if times:
            break
    return clause


def rules_of(case: Case, body: str) -> frozenset[str]:
    """Return the rules that a body breaks with the facts of a case, but those of form."""
    context = {"time_locked": bool((case.context or {}).get("time_locked"))}
    checked = validate_draft(body, compile_spec(case.spec), now=case.now, context=context)
    return frozenset(v.rule for v in checked.violations) - {"voice"}


def is_right(one: Framed) -> bool:
    """True where the violation is gone, or stays, as the frame has it."""
    return (one.said.rule in rules_of(one.said.case, one.body)) is one.stays


def main() -> None:
    """Measure the frames that are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("frames", nargs="*", help="parts of frames; all without any")
    options.add_argument("--show", action="store_true", help="show what is read wrong")
    options.add_argument("--per-rule", type=int, help="at most so many clauses of each rule")
    chosen = options.parse_args()
    together: Counter[tuple[bool, bool]] = Counter()
    for frame in GONE + STAYS:
        if chosen.frames and not any(part in frame.text for part in chosen.frames):
            continue
        tried = list(framed(frame, said(chosen.per_rule)))
        wrong = [one for one in tried if not is_right(one)]
        together[frame in STAYS, True] += len(tried) - len(wrong)
        together[frame in STAYS, False] += len(wrong)
        by_rule = ", ".join(f"{r} {n}" for r, n in Counter(one.said.rule for one in wrong).most_common(4))
        kind = "stays" if frame in STAYS else "gone"
        sys.stdout.write(f"{kind:5} {len(tried):4} {len(wrong):4} {frame.text}  {by_rule}\n")
        if chosen.show:
            sys.stdout.writelines(f"    {one.said.rule} {one.said.case.id}: {one.body!a}\n" for one in wrong)
    for kind, stays in (("gone", False), ("stays", True)):
        right, of = together[stays, True], together[stays, True] + together[stays, False]
        sys.stdout.write(f"{kind}: {right} of {of} right, {100 * right / max(1, of):.1f} %\n")


if __name__ == "__main__":
    main()
