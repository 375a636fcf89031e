"""`align template`: set, withdraw, list, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.cli.drafts import InputError
from align.cli.operator import author_of, body_of, lines_of_failing
from align.cli.output import Output
from align.cli.visible import visible
from align.gate.blank import is_blank
from align.operators.settings import open_desk
from align.operators.templates import failing_if_known
from specs.store.moments import utc_now
from specs.store.operations import parse_effective
from specs.store.templates import TemplateEdit

if TYPE_CHECKING:
    from specs.store.records import TemplateRecord

Signed = tuple[str | None, str, str | None]
"""Author, note and moment, as the options give them."""


def set_template(
    url: str | None, which: tuple[str, str], source: tuple[str | None, str | None], *, signed: Signed
) -> int:
    """Store a template's body; return 1 when the gate would hold it, now or later.

    Raises `InputError` for a body that shows nothing, and what the store raises.
    """
    body = body_of(*source)
    if is_blank(body):
        raise InputError(
            f"the body of '{which[1]}' has nothing in it to see; the gate takes it for no template"
        )
    desk = open_desk(url)
    record = desk.store.set_template(which[0], _edit(which[1], body, signed))
    _show([record])
    failing = [f for f in failing_if_known(desk.store, which[0], utc_now()) if f.key == record.key]
    Output().show(lines_of_failing(failing))
    return int(bool(failing))


def withdraw_template(url: str | None, which: tuple[str, str], *, signed: Signed) -> int:
    """Withdraw a template."""
    desk = open_desk(url)
    _show([desk.store.set_template(which[0], _edit(which[1], None, signed))])
    return 0


def list_templates(url: str | None, persona: str) -> int:
    """Print the templates that hold now."""
    desk = open_desk(url)
    desk.store.current(persona)
    found = desk.store.templates(persona)
    if not found:
        Output().show([(("no templates", ""),)])
    _show(found)
    return 0


def show_template(url: str | None, persona: str, key: str) -> int:
    """Print every version of a template."""
    found = open_desk(url).store.template_history(persona, key)
    if not found:
        raise InputError(f"'{persona}' has no template '{key}'")
    _show(found)
    return 0


def _edit(key: str, body: str | None, signed: Signed) -> TemplateEdit:
    author, note, effective = signed
    return TemplateEdit(key, body, author_of(author), note, parse_effective(effective))


def _show(records: tuple[TemplateRecord, ...] | list[TemplateRecord]) -> None:
    for record in records:
        begins = record.effective_from.isoformat(timespec="seconds")
        head = f" v{record.version} from {begins} by {visible(record.author)}: {visible(record.note)}"
        body = "(withdrawn)" if record.body is None else visible(record.body)
        Output().show([((record.key, "bold"), (head, "")), ((f"  {body}", ""),)])
