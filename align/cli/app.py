"""The commands of `align` and their options. The work is done in each command's module."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from align.cli.check_templates_app import check_templates
from align.cli.classify_app import classify_messages
from align.cli.cost_app import cost_app
from align.cli.db_app import db_app
from align.cli.decisions_app import decisions_app
from align.cli.facts_app import facts_app
from align.cli.gate_app import doctor, judge_late
from align.cli.key_app import key_app
from align.cli.labels_app import labels_app
from align.cli.mission_app import mission_app
from align.cli.options import bad_input
from align.cli.queue_app import queue_app
from align.cli.replay_app import replay
from align.cli.run_app import run_candidates
from align.cli.serve_app import serve
from align.cli.template_app import template_app
from align.cli.waiver_app import waiver_app
from align.cli.work_app import work
from align.cli.workflow_app import workflow_app

if TYPE_CHECKING:
    from align.cli.drafts import DraftLine

app = typer.Typer(
    name="align",
    help="Check drafted messages against the facts and the policy of whoever sends them.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(facts_app, name="facts")
app.add_typer(mission_app, name="mission")
app.add_typer(template_app, name="template")
app.add_typer(waiver_app, name="waiver")
app.add_typer(db_app, name="db")
app.add_typer(workflow_app, name="workflow")
app.add_typer(cost_app, name="cost")
app.add_typer(decisions_app, name="decisions")
app.add_typer(queue_app, name="queue")
app.add_typer(labels_app, name="labels")
app.add_typer(key_app, name="key")

Facts = Annotated[str, typer.Option("--facts", "-f", metavar="FILE", help="The fact document (JSON).")]
MaybeFacts = Annotated[
    str | None,
    typer.Option("--facts", "-f", metavar="FILE", help="A fact document, for its names and time zone."),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--input", "-i", metavar="FILE|-", help="JSONL: id, body, now, context. Default: standard input."
    ),
]
Form = Annotated[Literal["text", "json", "jsonl"], typer.Option("--output", "-o", help="How to report.")]
Text = Annotated[str | None, typer.Option("--text", help="One draft, instead of --input.")]
Now = Annotated[
    str | None,
    typer.Option("--now", help="The moment of the check, with its UTC offset. Default: the present."),
]
Inbound = Annotated[str | None, typer.Option("--inbound", help="The client's message that it answers.")]
Locked = Annotated[bool, typer.Option("--time-locked", help="The appointment time is agreed.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to check with.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Leave clean drafts out of a text report.")]


@app.command()
def validate(
    facts: Facts,
    source: Source = None,
    output: Form = "text",
    text: Text = None,
    now: Now = None,
    inbound: Inbound = None,
    time_locked: Locked = False,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Check drafts against a fact document.

    Exit code 0: all are clean; 1: something is held; 2: some input could not be used.
    """
    with bad_input():
        from align.cli.facts import read_facts
        from align.cli.validate import validate_one, validate_stream

        draft = _draft(source, text, now, inbound, time_locked=time_locked)
        spec = read_facts(facts)
        if draft is not None:
            code = validate_one(spec, draft, form=output, quiet=quiet)
        else:
            code = validate_stream(spec, source or "-", form=output, jobs=jobs, quiet=quiet)
    raise typer.Exit(code)


@app.command()
def claims(
    source: Source = None,
    output: Form = "text",
    facts: MaybeFacts = None,
    text: Text = None,
    now: Now = None,
    inbound: Inbound = None,
    jobs: Jobs = 1,
) -> None:
    """Show what drafts say, without rules: amounts, times, places, contacts, offers.

    Exit code 0, or 2 when some input could not be used.
    """
    with bad_input():
        from align.cli.claims import claims_one, claims_stream
        from align.cli.facts import read_facts

        draft = _draft(source, text, now, inbound, time_locked=False)
        spec = read_facts(facts) if facts is not None else None
        if draft is not None:
            code = claims_one(spec, draft, form=output)
        else:
            code = claims_stream(spec, source or "-", form=output, jobs=jobs)
    raise typer.Exit(code)


app.command("check-templates")(check_templates)
app.command("run")(run_candidates)
app.command("classify")(classify_messages)
app.command("work")(work)
app.command("replay")(replay)
app.command("judge")(judge_late)
app.command("doctor")(doctor)
app.command("serve")(serve)


@app.command("eval")
def evaluate(
    gold: Annotated[str, typer.Option("--gold", metavar="DIR", help="personas/*.json and *.jsonl.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Score the gate on labelled drafts."""
    with bad_input():
        from align.cli import evaluate as evaluation

        code = evaluation.evaluate(gold, as_json=as_json)
    raise typer.Exit(code)


@app.command("rules")
def rules() -> None:
    """List the rules."""
    from align.cli.explain import list_rules

    raise typer.Exit(list_rules())


@app.command("explain")
def explain(rule: Annotated[str, typer.Argument(help="A rule's name.")]) -> None:
    """Say what a rule flags, why, and what it leaves alone."""
    with bad_input():
        from align.cli import explain as explanation

        code = explanation.explain(rule)
    raise typer.Exit(code)


@app.command("serve-model")
def serve_model(
    binary: Annotated[
        str | None,
        typer.Option("--binary", metavar="FILE", envvar="ALIGN_MODEL_SERVER", help="llama-server."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="FILE", envvar="ALIGN_MODEL_FILE", help="The weights (GGUF)."),
    ] = None,
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="Of the loopback; 0: any free one.")
    ] = 8080,
    threads: Annotated[
        int, typer.Option("--threads", "-t", min=1, help="On a busy machine 1 is faster.")
    ] = 2,
    log: Annotated[
        str | None, typer.Option("--log", metavar="FILE", help="Where the server's own log is added.")
    ] = None,
) -> None:
    """Serve a model on this machine, until a signal comes.

    Exit code 128 and the signal's number; 1: the server ended by itself; 2: it could not be started.
    """
    with bad_input():
        from align.cli.serve_model import serve_model as serving

        code = serving(binary, model, port, threads, log)
    raise typer.Exit(code)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"align {version('draft-alignment-gate')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    """Take the options that belong to no command."""


def run() -> None:
    """Run the command line with the process's own arguments, streams and signals."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    app(prog_name="align")


def _draft(
    source: str | None, text: str | None, now: str | None, inbound: str | None, *, time_locked: bool
) -> DraftLine | None:
    """Return the draft that the options give, None when they name a source instead."""
    from datetime import UTC, datetime

    from align.cli.drafts import DraftLine, InputError, parse_now
    from align.context import DraftContext

    if text is None:
        if now is not None or inbound is not None or time_locked:
            msg = "--now, --inbound and --time-locked go with --text; a line of input carries its own"
            raise InputError(msg)
        if source is None and sys.stdin.isatty():
            msg = "nothing to read: give --input FILE, --text TEXT, or lines on standard input"
            raise InputError(msg)
        return None
    if source is not None:
        msg = "--text and --input: give one of them"
        raise InputError(msg)
    moment = datetime.now(UTC) if now is None else parse_now(now, field="--now")
    return DraftLine(None, text, moment, DraftContext(inbound, time_locked))
