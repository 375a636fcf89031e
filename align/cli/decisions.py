"""`align decisions`: list, show, export, prune."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.audit.records import DecisionFilter
from align.audit.store import DecisionStore
from align.cli.drafts import InputError
from align.cli.operator import moment_of
from align.cli.output import Output
from align.cli.report import Mark, labelled
from align.cli.visible import visible
from align.review.ledger import ReviewLedger
from align.runner.queue import CandidateQueue
from specs.store.engine import DEFAULT_URL, open_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.audit.records import StoredDecision
    from align.cli.report import Line
    from align.gate.decision import OutcomeName

_STYLES = {"passed": "green", "downgraded": "yellow", "held": "red"}
_NO_WORDS = "(the words are not kept)"


def filter_of(
    persona: str | None,
    outcome: OutcomeName | None,
    tag: str | None,
    rule: str | None,
    since: str | None,
    *,
    unjudged: bool,
    raised: bool,
) -> DecisionFilter:
    """Return the filter that the options give; raises `InputError` for a moment that is none."""
    moment = None if since is None else moment_of(since, "--since")
    return DecisionFilter(persona, outcome, tag, rule, moment, unjudged, raised)


def list_decisions(url: str | None, wanted: DecisionFilter, limit: int) -> int:
    """Print a line for each decision."""
    found = DecisionStore.open(url or DEFAULT_URL).find(wanted, limit=limit)
    Output().show([_head(decision) for decision in found] or [(("no decisions", ""),)])
    return 0


def show_decision(url: str | None, decision_id: str, *, form: str) -> int:
    """Print one decision, with everything that it rests on."""
    found = DecisionStore.open(url or DEFAULT_URL).get(decision_id)
    output = Output()
    if form == "json":
        output.show([((line, ""),) for line in json.dumps(found.to_dict(), indent=2).splitlines()])
    else:
        output.show(list(_lines(found, output.width)))
    return 0


def export_decisions(url: str | None, wanted: DecisionFilter, file: str) -> int:
    """Write decisions as JSONL; a file is written whole or not at all."""
    lines = DecisionStore.open(url or DEFAULT_URL).export(wanted)
    if file == "-":
        output = Output()
        for line in lines:
            output.show([((line, ""),)])
        return 0
    path = Path(file)
    scratch = path.with_name(f"{path.name}.tmp")
    try:
        with scratch.open("w", encoding="ascii") as out:
            out.writelines(f"{line}\n" for line in lines)
        scratch.replace(path)
    except OSError as error:
        raise InputError(f"{file}: cannot be written: {error.strerror}") from None
    finally:
        scratch.unlink(missing_ok=True)
    return 0


def prune_words(url: str | None, before: str) -> int:
    """Erase words of decisions, of late judgements, of candidates that came to an end, and of reviews."""
    moment = moment_of(before, "--before")
    engine = open_engine(url or DEFAULT_URL)
    reviews = ReviewLedger(engine).prune(moment)
    candidates = CandidateQueue(engine).prune(moment)
    erased = DecisionStore(engine).prune(moment)
    counts = (
        f"{erased.decisions} decisions, {erased.late_judgements} late judgements, {candidates} candidates"
    )
    told = f"erased the words of {counts}, {reviews} reviews, and {erased.corrections} corrections"
    Output().show([((told, ""),)])
    return 0


def _head(found: StoredDecision) -> Line:
    tags = f" ({', '.join(found.tags)})" if found.tags else ""
    mark = " unjudged" if found.document["outcome"].get("is_unjudged") and found.late is None else ""
    raised = " BAD by late judgement" if found.is_raised else ""
    about = f"{found.now.isoformat(timespec='seconds')} {found.persona} {found.document['engine']} {found.document['mode']}"
    return (
        (f"{visible(found.id[:12])}  ", "bold"),
        (found.outcome, _STYLES[found.outcome]),
        (f"{tags}{mark}", ""),
        (raised, "red"),
        (f"  {visible(about)}", "dim"),
    )


def _lines(found: StoredDecision, width: int) -> Iterator[Line]:
    document = found.document
    yield _head(found)
    yield ((f"  id {visible(found.id)}, candidate {visible(document['candidate']['id'])}", "dim"),)
    spec = document["spec"]
    if spec is not None:
        mission = "no mission" if spec["mission_version"] is None else f"mission v{spec['mission_version']}"
        yield ((f"  spec v{spec['version']}, {mission}, {spec['digest'][:12]}", "dim"),)
        if spec["stale_since"] is not None:
            yield ((f"  an older spec: the store was away since {spec['stale_since']}", "yellow"),)
    if document["candidate"]["inbound"] is not None:
        yield (("  answers: ", "bold"), (visible(document["candidate"]["inbound"]), ""))
    for number, attempt in enumerate(document["attempts"], 1):
        yield ((f"  {number}. {attempt['kind']}", "bold"),)
        yield from _attempt(attempt, width)
    for missing in document["missing"]:
        yield (
            (f"  no {missing['kind']}: ", "bold"),
            (visible(f"{missing['cause']} {missing['detail']}"), ""),
        )
    for reason in document["outcome"].get("reasons", ()):
        key = reason.get("template_key")
        whose = f" ({visible(key)})" if key else ""
        yield ((f"  {reason['tag']}{whose}", "red"), (f": {visible(reason['suggestion'] or _NO_WORDS)}", ""))
    if found.late is not None:
        yield (("  judged late", "bold"),)
        yield from _judgement(found.late)
    usage = document["usage"]
    tokens = f"{usage['prompt_tokens']} + {usage['completion_tokens']} tokens"
    yield ((f"  {document['seconds']:.3f} s, {tokens}", "dim"),)


def _attempt(attempt: dict[str, Any], width: int) -> Iterator[Line]:
    violations = attempt["validation"]["violations"]
    if attempt["body"] is None:
        yield ((f"    {_NO_WORDS[1:-1]}; digest {attempt['body_digest'][:12]}", "dim"),)
        for violation in violations:
            span = f"[{violation['start']}, {violation['end']})"
            yield (
                (f"    {violation['rule']}", "red"),
                (f" {span}: the spec says {visible(violation['expected'])}", ""),
            )
    else:
        marks = [
            Mark(v["start"], v["end"], visible(f"{v['rule']}: {v['message']}"), style="red")
            for v in violations
        ]
        yield from labelled(attempt["body"], marks, width)
    for error in attempt["validation"]["errors"]:
        yield ((f"    {visible(error['rule'])} crashed", "red"),)
    yield from _judgement(attempt)


def _judgement(said: dict[str, Any]) -> Iterator[Line]:
    judgement = said["judgement"]
    if judgement is None:
        return
    if judgement["status"] == "absent":
        yield (("    no judge: ", "bold"), (visible(f"{judgement['cause']} {judgement['detail']}"), ""))
        return
    over = {violation["dimension"]: violation["threshold"] for violation in said["judge_violations"]}
    for score in judgement["scores"]:
        limit = over.get(score["dimension"])
        told = "" if limit is None else f" (over {limit:g})"
        quote = "" if score["quote"] is None else f" “{visible(score['quote'])}”"
        style = "" if limit is None else "red"
        yield ((f"    {visible(score['dimension'])} {score['score']:g}{told}", style), (quote, ""))
