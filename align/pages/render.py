"""Pages made of templates: everything that is put into one is escaped, and nothing in it is hidden."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import re
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from align.pages.body import pieces
from align.pages.words import CAUSE_TITLES, KIND_TITLES

BASE: Final = "/review"
"""Where the pages lie."""

_PARTS: Final = re.compile(r"(?<=[_.,\]])")
_UNSENDABLE: Final = re.compile(r"[\x00\ud800-\udfff]")


@functools.cache
def environment() -> Environment:
    """Return the templates with their filters."""
    made = Environment(
        loader=PackageLoader("align.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters.update(
        shown=shown, raw=raw, moment=moment, day=day, link=link, plural=plural, name=name, waiting=waiting
    )
    made.globals.update(base=BASE, asset=asset, cause_titles=CAUSE_TITLES, kind_titles=KIND_TITLES)
    return made


def render(template: str, **given: Any) -> str:  # noqa: ANN401 - what a template takes
    """Return the page of a template."""
    return environment().get_template(template).render(given)


def shown(text: str) -> Markup:
    """Return a text from outside as HTML: isolated from the direction of what is around it, hidden characters named."""
    inner = Markup().join(
        Markup('<span class="hid" title="hidden character">{}</span>').format(piece.text)
        if piece.is_hidden
        else piece.text
        for piece in pieces(text)
    )
    return Markup("<bdi>{}</bdi>").format(inner)


def raw(text: str) -> Markup:
    """Return a text for a field in which it is edited: as it is, but for what no page can hold."""
    return escape(_UNSENDABLE.sub("\N{REPLACEMENT CHARACTER}", text))


def moment(when: dt.datetime) -> Markup:
    """Return a moment for people, in UTC."""
    utc = when.astimezone(dt.UTC)
    said = f"{utc.day} {utc:%b %Y, %H:%M} UTC"
    return Markup('<time datetime="{}">{}</time>').format(utc.isoformat(timespec="seconds"), said)


def waiting(since: dt.datetime, now: dt.datetime) -> Markup:
    """Return for how long something waits, roughly, with the moment since when."""
    minutes = max(int((now - since).total_seconds()) // 60, 0)
    hours, days = minutes // 60, minutes // (24 * 60)
    said = (
        f"{days} d {hours % 24} h" if days else f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"
    )
    utc = since.astimezone(dt.UTC).isoformat(timespec="seconds")
    return Markup('<time datetime="{0}" title="{0}">{1}</time>').format(utc, said)


def name(text: str) -> Markup:
    """Return a name of the program's own, such as a path, with places at which it may break."""
    return Markup("<wbr>").join(part for part in _PARTS.split(str(_shown(text))) if part)


def day(when: dt.date) -> str:
    """Return a day for people."""
    return f"{when.day} {when:%b %Y}"


def address(*parts: str) -> str:
    """Return the address of a page, its parts quoted."""
    return "/".join((BASE, *(quote(part.encode("utf-8", "replace"), safe="") for part in parts)))


def link(parts: tuple[str, ...]) -> str:
    """Return the address of a page, for templates."""
    return address(*parts)


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{count} {one if count == 1 else many or one + 's'}"


@functools.cache
def asset(name: str) -> str:
    """Return the address of one of our files; it changes with the file, so that browsers may keep it."""
    digest = hashlib.sha256(files("align.pages").joinpath("static", name).read_bytes()).hexdigest()
    return f"{BASE}/static/{name}?v={digest[:12]}"


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever a template puts out
    """Name what is hidden in any text that a template puts out; markup of our own stays."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    if value.isascii() and value.isprintable():
        return value
    return "".join(f"<{piece.text}>" if piece.is_hidden else piece.text for piece in pieces(value))
