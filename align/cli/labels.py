"""`align labels export`: the labels of reviews as a folder that `align eval --gold` reads."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from align.cli.drafts import InputError, parse_now
from align.cli.output import Output, complain
from align.operators.settings import open_desk
from align.review.labels import labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.review.labels import Label


def export_labels(
    url: str | None, folder: str | None, output: str, since: str | None, personas: list[str] | None
) -> int:
    """Write the labels to a file, whole or not at all, with their fact documents beside it; or print them."""
    desk = open_desk(url, folder)
    moment = None if since is None else parse_now(since, field="--since")
    left: list[str] = []
    found = _made(labels(desk.engine, desk.store, since=moment, personas=personas), left)
    try:
        if output == "-":
            _print(found)
        else:
            _write(Path(output), found)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror}") from None
    finally:
        desk.engine.dispose()
    for line in left:
        complain(f"left out: {line}")
    return 0


def _print(found: Iterator[Label]) -> None:
    printed = Output()
    for label in found:
        printed.show([((label.to_json(), ""),)])


def _made(found: Iterator[Label | str], left: list[str]) -> Iterator[Label]:
    for label in found:
        if isinstance(label, str):
            left.append(label)
        else:
            yield label


def _write(path: Path, found: Iterator[Label]) -> None:
    """Write the lines and the documents; the lines appear last, under their name, when all documents are there."""
    documents = path.parent / "personas"
    documents.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()
    scratch = path.with_name(f"{path.name}.tmp")
    with ExitStack() as stack:
        stack.callback(scratch.unlink, missing_ok=True)
        with scratch.open("w", encoding="ascii") as out:
            for label in found:
                _write_document(documents, label, written)
                _write_line(out, label)
        scratch.replace(path)


def _write_document(folder: Path, label: Label, written: set[str]) -> None:
    if label.name in written:
        return
    written.add(label.name)
    text = json.dumps(label.document, indent=2, ensure_ascii=False)
    (folder / f"{label.name}.json").write_text(f"{text}\n", "utf-8")


def _write_line(out: TextIO, label: Label) -> None:
    out.write(f"{label.to_json()}\n")
