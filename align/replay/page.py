"""The report as one HTML page that needs nothing else: no script, no font, no address of any kind."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from align.operators.verdicts import VERDICTS
from align.replay.plots import Series, columns_chart, rows_chart
from align.replay.tally import OUTCOMES
from align.replay.words import counted, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from align.replay.examples import Example, Finding
    from align.replay.report import Report

_COLOURS: Final[Mapping[str, str]] = {
    "newly held": "held",
    "released": "free",
    "changed": "other",
    "held as before": "still",
    "clean as before": "clean",
}
_CHANGES: Final = tuple(Series(verdict, _COLOURS[verdict]) for verdict in VERDICTS)
_ALL: Final = tuple(Series(outcome, _COLOURS[outcome]) for outcome in OUTCOMES)
_NAMED: Final = 50
"""Refused rows that the page names; the JSON report has more."""
_DIGITS: Final = 12
"""Digits of a digest, as other reports show it; the JSON report has it whole."""

_STYLE: Final = """
:root{color-scheme:light dark;--held:#c2362b;--free:#2b8a4b;--other:#b8860b;--still:#8a8f98;--clean:#c9ced6}
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}svg{width:100%;height:auto;font-size:12px}
svg text{fill:currentColor}.axis{stroke:currentColor;fill:none}
.held{fill:var(--held);color:var(--held)}.free{fill:var(--free);color:var(--free)}
.other{fill:var(--other);color:var(--other)}.still{fill:var(--still);color:var(--still)}
.clean{fill:var(--clean);color:var(--clean)}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.2rem .6rem;border-bottom:1px solid #8884}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}code,.body{font-family:ui-monospace,monospace}
.body{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid #8888;padding:.3rem .8rem;margin:.4rem 0}
.wide{overflow-x:auto}mark{background:#ffd54f;color:#000}.dim{opacity:.7}article{margin:1rem 0}ul{margin:.2rem 0}
""".strip()


def page_of(report: Report) -> str:
    """Return the whole page; whatever the drafts hold, it is shown as text."""
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
            (
                '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src '
                "'unsafe-inline'\">"
            ),
            '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Replay</title>',
            f"<style>{_STYLE}</style></head><body>",
            *_head(report),
            *_personas(report),
            *_rules(report),
            *_months(report),
            *_examples(report),
            *_unused(report),
            *_specs(report),
            "</body></html>\n",
        ]
    )


def _head(report: Report) -> Iterator[str]:
    tally = report.tally
    yield f"<h1>{counted(tally.drafts, 'draft')}: {_text(report.a.name)} → {_text(report.b.name)}</h1><ul>"
    for outcome in OUTCOMES:
        number = tally.count(outcome)
        share = f" ({number / tally.drafts:.2%})" if tally.drafts else ""
        yield f'<li><span class="{_COLOURS[outcome]}">■</span> <b>{number:,}</b> {outcome}{share}</li>'
    yield "</ul>"


def _personas(report: Report) -> Iterator[str]:
    found = report.personas()
    yield "<h2>By persona</h2>"
    yield rows_chart("Outcomes by persona", found, _ALL)
    rows = [(name, *(f"{counts[outcome]:,}" for outcome in OUTCOMES)) for name, counts in found.items()]
    yield from _table(("persona", *OUTCOMES), rows, texts=1)


def _rules(report: Report) -> Iterator[str]:
    yield "<h2>By rule</h2>"
    if not report.tally.rules:
        yield "<p>No rule makes a difference.</p>"
        return
    yield rows_chart("Changes by rule", report.rules(), _CHANGES)
    rows = [(*line[:3], f"{line[3]:,}") for line in report.lines_by_rule()]
    yield from _table(("verdict", "persona", "rule", "drafts"), rows, texts=3)


def _months(report: Report) -> Iterator[str]:
    yield "<h2>Changes by month</h2>"
    yield columns_chart("Changes by month", report.months(), _CHANGES)


def _examples(report: Report) -> Iterator[str]:
    yield "<h2>Examples</h2>"
    found = report.examples()
    if not found:
        yield "<p>None: nothing changes.</p>"
    for example in found:
        yield f'<article><b class="{_COLOURS[example.verdict]}">{example.verdict}</b>: '
        yield f"<b>{_text(example.name)}</b> of {_text(example.persona)} ({_text(', '.join(example.rules))})"
        yield f' <span class="dim">{_text(example.file)}, row {example.row}</span>'
        marked = example.before if example.verdict == "released" else example.after
        yield f'<div class="body" dir="auto">{_marked(example, marked)}</div>'
        for title, findings in (("before", example.before), ("after", example.after)):
            yield from _findings(title, findings)
        yield "</article>"


def _findings(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        yield f"<p>{title}: clean</p>"
        return
    yield f"<p>{title}:</p><ul>"
    for finding in findings:
        yield f"<li><code>{_text(finding.rule)}</code> {_text(finding.message)}</li>"
    yield "</ul>"


def _marked(example: Example, findings: Iterable[Finding]) -> str:
    """Return the text with what was found in it marked; overlapping marks become one."""
    parts = ["… " if example.begins else ""]
    at = 0
    for finding in sorted(findings):
        start = max(finding.start, at)
        if finding.end > start:
            parts += [
                _text(example.text[at:start]),
                f"<mark>{_text(example.text[start : finding.end])}</mark>",
            ]
            at = finding.end
    parts += [_text(example.text[at:]), "" if example.is_whole else " …"]
    return "".join(parts)


def _unused(report: Report) -> Iterator[str]:
    tally = report.tally
    if tally.other_drafts:
        names = ", ".join(sorted(tally.others))
        yield (
            f"<h2>Left out</h2><p>{counted(tally.other_drafts, 'draft')} of personas without two "
            f"specs: {_text(names)}</p>"
        )
    if tally.refused:
        yield f"<h2>{counted(tally.refused, 'row')} could not be used</h2><ul>"
        yield from (f"<li>{_text(str(refusal))}</li>" for refusal in tally.refusals[:_NAMED])
        yield "</ul>"


def _specs(report: Report) -> Iterator[str]:
    """Say which documents these were: names of files and of personas outlive what they name."""
    yield "<h2>Specs</h2>"
    both = sorted(report.a.specs.keys() | report.b.specs.keys())
    digests = (
        (side.specs[name].digest if name in side.specs else "none" for side in (report.a, report.b))
        for name in both
    )
    rows = [(name, *(digest[:_DIGITS] for digest in pair)) for name, pair in zip(both, digests, strict=True)]
    yield from _table(
        ("persona", f"digest before ({report.a.name})", f"after ({report.b.name})"), rows, texts=3
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, texts: int) -> Iterator[str]:
    kinds = ["" if place < texts else ' class="n"' for place in range(len(heads))]
    cells = "".join(f"<th{kind}>{_text(head)}</th>" for kind, head in zip(kinds, heads, strict=True))
    yield f'<div class="wide"><table><tr>{cells}</tr>'
    for row in rows:
        cells = "".join(f"<td{kind}>{_text(cell)}</td>" for kind, cell in zip(kinds, row, strict=True))
        yield f"<tr>{cells}</tr>"
    yield "</table></div>"


def _text(text: str) -> str:
    return escape(shown(text))
