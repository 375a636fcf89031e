"""What is promised of a service on a bad day, checked against its record: a list of what is broken, in words."""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from align.audit.store import DecisionStore
from benchmarks.serving import MARKS, mark_of
from specs.store.errors import StoreUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.load import Sample
    from benchmarks.wire import Answer

_AGAIN_SECONDS: Final = 30
_TOLD_OFF: Final = (429, 503)
"""What a service says that cannot do what is asked just now."""


def recorded_once(url: str, samples: Iterable[Sample]) -> list[str]:
    """Check that each pass that was answered with 2xx is in the record: once, and as it was answered."""
    stored = _record(url)
    times = Counter(document["id"] for document in stored)
    bodies = {document["id"]: document["candidate"]["id"] for document in stored}
    broken = []
    for sample in samples:
        if not sample.is_good or isinstance(sample.found, str):
            continue
        decision = sample.found.json()["decision"]
        if times[decision["id"]] != 1:
            broken.append(
                f"request {sample.number}: its decision is in the record {times[decision['id']]} times"
            )
        elif bodies[decision["id"]] != decision["candidate"]["id"]:
            broken.append(f"request {sample.number}: its decision is that on another candidate")
    return broken


def _record(url: str) -> list[dict[str, Any]]:
    """Return every decision; a database that was away a moment ago may first have to get rid of old connections."""
    log = DecisionStore.open(url)
    end = time.monotonic() + _AGAIN_SECONDS
    try:
        while True:
            try:
                return [json.loads(line) for line in log.export()]
            except StoreUnavailableError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)
    finally:
        log.close()


def answered(samples: Iterable[Sample]) -> list[str]:
    """Check that each request was answered: with 2xx, or with a problem that says to come again."""
    return [
        f"request {sample.number}: {sample.kind}"
        for sample in samples
        if not sample.is_good and (isinstance(sample.found, str) or not is_told_off(sample.found))
    ]


def is_told_off(answer: Answer) -> bool:
    """Tell whether an answer says, as a problem, to come again later."""
    return (
        answer.status in _TOLD_OFF
        and answer.headers.get("content-type") == "application/problem+json"
        and "retry-after" in answer.headers
        and answer.json()["status"] == answer.status
    )


def strangers(answer: Answer, persona: str) -> set[bytes]:
    """Return the words of other personas in an answer to this one."""
    return {b"zq%sqz" % number for number in MARKS.findall(answer.body)} - {mark_of(persona).encode("ascii")}
