"""What has to hold for every input. A promise that does not is a `Finding`."""

from __future__ import annotations

import json
import random
import re
import time
import unicodedata
import zlib
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from align import Validation, compile_spec, validate_draft
from align.claims.read import read_claims
from align.cli.candidates import parse_candidate
from align.cli.drafts import InputError, parse_draft
from align.gate.receipt import Receipt, ReceiptError
from align.reading.folding import fold_text
from specs import Spec, SpecError
from specs.edits.changes import apply_changes
from specs.edits.paths import PathError
from specs.load import parse_spec
from tests.property.strategies import INVISIBLE, LOOK_ALIKES

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.findings import Violation

NOW: Final = datetime(2026, 11, 21, 16, tzinfo=UTC)
SLOW_SECONDS: Final = 0.1
"""Of this thread's own time: no growth is looked for in what takes less."""
LINE: Final = 8
"""A text that is eight times as long ..."""
STEEPEST: Final = 20
"""... may take at most this many times as long: twice, and some for what the machine does beside it."""
DEAREST: Final = 30
"""A text may take at most this many times as long as an ordinary one of its length; most take less than ten."""
_HALVES: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""The halves of one character side by side, which JSON cannot tell from the character."""
_ORDINARY: Final = "An hour is 45, so call me at six in Dallas, and pay after. "
_FIELDS_OF_A_RESULT: Final = ("ValueError", "TypeError", "KeyError")


class Finding(Exception):  # noqa: N818 - what a fuzzer looks for
    """A promise that an input breaks; `kind` is the same for all inputs that break it in the same way."""

    def __init__(self, kind: str, told: str) -> None:
        super().__init__(f"{kind}: {told}")
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Question:
    """One draft with all that its check takes; `choice` selects what is tried with it."""

    body: str
    inbound: str | None
    spec: Spec
    now: datetime
    is_locked: bool
    choice: int

    @property
    def context(self) -> dict[str, Any]:
        """Return the context as a caller gives it."""
        return {"inbound": self.inbound, "time_locked": self.is_locked}


def check(asked: Question, body: str | None = None, spec: Spec | None = None) -> Validation:
    """Check a draft, or another body or spec in its place."""
    said = asked.body if body is None else body
    return validate_draft(said, spec or asked.spec, now=asked.now, context=asked.context)


def look_at_draft(asked: Question) -> Validation:
    """Check one draft: no error, spans in place, the same after a way through JSON."""
    found = check(asked)
    if found.errors:
        raise Finding(f"error {found.errors[0].rule} {found.errors[0].error[:60]}", str(found.errors))
    for violation in (*found.violations, *found.warnings):
        _look_at_span(asked.body, violation.start, violation.end, violation.text, violation.rule)
    text = found.to_json()
    kept = _HALVES.search(asked.body) is not None or Validation.from_json(text) == found
    if not text.isascii() or not kept:
        raise Finding("lost on the way through JSON", _rules_told(found))
    return found


def look_at_claims(asked: Question) -> None:
    """Read the claims of one draft, with and without a spec: spans in place, and JSON can tell them."""
    for known in (compile_spec(asked.spec).known, None):
        for claim in read_claims(asked.body, now=asked.now, context=asked.context, known=known):
            _look_at_span(asked.body, claim["start"], claim["end"], claim["text"], claim["type"])
            json.dumps(claim, allow_nan=False)


def _look_at_span(body: str, start: int, end: int, text: str, of: str) -> None:
    if not 0 <= start < end <= len(body) or body[start:end] != text:
        raise Finding(f"span of {of}", f"{start}:{end} of {len(body)} is {body[start:end]!a}, told {text!a}")


def look_at_disguise(asked: Question, found: Validation) -> None:
    """Promise 7 of the design: a disguise never removes a violation."""
    plain = rules_of(found.violations) - {"voice"}
    if not plain:
        return
    kind, body = disguise(asked.body, asked.choice)
    gone = plain - rules_of(check(asked, body).violations)
    if gone:
        raise Finding(f"{kind} removes {min(gone)}", f"{asked.body!a} -> {body!a}")


def disguise(body: str, choice: int) -> tuple[str, str]:
    """Return the name of a disguise and the body under it; equal choices give equal disguises.

    Look-alikes leave words alone that hold a Greek or Cyrillic letter which looks like no Latin one: all in look-alikes,
    "callж" cannot be told from a genuine word.
    """
    kinds: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("invisible", lambda c: c + draw.choice(INVISIBLE) if c.isascii() and c.isalnum() else c),
        ("look-alike", lambda c: draw.choice(LOOK_ALIKES.get(c, c))),
        ("full-width", lambda c: chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c),
        ("upper", lambda c: c.upper() if c.isascii() else c),
        ("lower", lambda c: c.lower() if c.isascii() else c),
    )
    draw = random.Random(choice)  # noqa: S311 - a choice, not a secret
    name, worn = kinds[choice % len(kinds)]
    share = draw.choice((0.1, 0.5, 1.0))
    words = (
        part if name == "look-alike" and any(map(_is_genuine, part))
        else "".join(worn(c) if draw.random() < share else c for c in part)
        for part in re.split(r"(\s+)", body)
    )  # fmt: skip
    return name, "".join(words)


def _is_genuine(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("GREEK", "CYRILLIC")) and not fold_text(char).isascii()


def look_at_never_offer(asked: Question, found: Validation, phrase: str) -> None:
    """Promise 8: one more phrase that is never offered turns no held draft ok."""
    known = asked.spec.never_offer or ()
    if found.ok or phrase in known:
        return
    if check(asked, spec=asked.spec.replace(never_offer=(*known, phrase))).ok:
        raise Finding("held, and with one more phrase ok", phrase)


def look_at_growth(asked: Question) -> None:
    """Repeat a piece of the draft: eight times the text takes about eight times the time, and none is far too dear."""
    piece = asked.body[: 3 + asked.choice % 40] or " "
    few = piece * (300 // len(piece) + 1)
    many = few * LINE
    spec = asked.spec.replace(voice=None)

    def seconds(body: str) -> float:
        began = time.thread_time()
        validate_draft(body, spec, now=asked.now, context=asked.context)
        return time.thread_time() - began

    seconds(few)
    if (long := seconds(many)) < SLOW_SECONDS:
        return
    ordinary = (_ORDINARY * (len(many) // len(_ORDINARY) + 1))[: len(many)]
    if long < STEEPEST * seconds(few) and long < DEAREST * seconds(ordinary):
        return
    # What looks back a number of words costs more for each, up to that number: longer texts tell it from what has no end.
    long = min(seconds(many) for _ in range(3))
    longer = seconds(many * LINE)
    if longer > STEEPEST * long:
        raise Finding(
            "more than in line", f"{longer / long:.0f} times as long for {LINE} times {many[:200]!a}"
        )
    usual = min(seconds(ordinary) for _ in range(3))
    if long > DEAREST * usual:
        raise Finding("far too dear", f"{long / usual:.0f} times as long as an ordinary text: {few[:200]!a}")


class Memory:
    """Checks again, much later, whether an answer is still the same: nothing of other drafts may show in it."""

    def __init__(self, size: int = 64) -> None:
        self._kept: deque[tuple[Question, Validation]] = deque(maxlen=size)

    def look(self, asked: Question, found: Validation) -> None:
        """Keep this answer, and compare the oldest one."""
        if len(self._kept) == self._kept.maxlen:
            before, then = self._kept.popleft()
            if check(before) != then:
                raise Finding("another answer later", f"{before.body!a}")
        self._kept.append((asked, found))


def look_at_line(raw: bytes) -> None:
    """Read a line of JSONL as a draft and as a candidate: a value, or `InputError` that quotes little."""
    for parse in (parse_draft, parse_candidate):
        try:
            parse(raw)
        except InputError as error:
            if len(str(error)) > 1000:
                raise Finding(f"{parse.__name__} tells a long story", str(error)[:100]) from None


def look_at_document(raw: bytes) -> None:
    """Read a fact document: `SpecError`, or a spec that survives JSON, has a digest and can be compiled."""
    try:
        spec = parse_spec(raw, source="facts.json")
    except SpecError as error:
        str(error)
        return
    again = Spec.from_json(spec.to_json())
    if again != spec or again.digest != spec.digest:
        raise Finding("a spec is another one after JSON", spec.digest)
    found = validate_draft("An hour is 45, call me at six in Dallas, pay after.", spec, now=NOW)
    if [error for error in found.errors if not error.error.startswith("no such rule")]:
        raise Finding(f"error {found.errors[0].rule} {found.errors[0].error[:60]}", str(found.errors))


def look_at_wire(text: str) -> None:
    """Read a validation and a receipt: a value that comes back, or the error that the docstring names."""
    try:
        made = Validation.from_json(text)
    except (ValueError, TypeError, KeyError):
        pass
    else:
        Validation.from_json(made.to_json())
    try:
        receipt = Receipt.from_json(text)
    except ReceiptError:
        return
    receipt.to_json()


def look_at_edit(text: str, document: dict[str, Any]) -> None:
    """Read an edit `PATH=VALUE` of a document: a changed one, or `PathError`."""
    path, _, value = text.partition("=")
    try:
        apply_changes(document, {path: value})
    except PathError as error:
        str(error)


def rules_of(found: tuple[Violation, ...]) -> set[str]:
    """Return the names of the rules that were broken."""
    return {violation.rule for violation in found}


def _rules_told(found: Validation) -> str:
    return ", ".join(sorted(rules_of(found.violations)))


def choice_of(data: bytes) -> int:
    """Return a number that the input alone decides."""
    return zlib.crc32(data)
