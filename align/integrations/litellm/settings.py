"""What a guardrail is configured to do, read from the parameters that LiteLLM passes on from its configuration."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args

from align.cli.check_templates import read_all_facts
from align.operators.checks import gate_checks
from specs.store import SpecStore, StoreError, UnknownPersonaError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from align.compiled import CompiledSpec
    from specs import Spec

    Personas = Callable[[str], Spec | CompiledSpec]

OnHeld = Literal["block", "replace", "annotate"]
PersonaFrom = Literal["key", "request"]

KEYS: Final = frozenset({"facts", "database", "persona", "persona_from", "on_held", "safe_body"})
"""The parameters that are this guardrail's own."""

_ENVIRONMENT: Final = "os.environ/"


class GuardrailConfigError(Exception):
    """A guardrail is configured wrongly; the text names the parameter.

    It is no `ValueError`: LiteLLM logs one of those and starts without the guardrail, and every draft would pass.
    """


@dataclass(frozen=True, slots=True)
class Settings:
    """How answers are checked.

    `personas` returns a persona's spec and raises `LookupError` for one that there is not. `persona` is fixed, or
    `persona_from` says who names it. `safe_body` is what takes a held draft's place where `on_held` is `replace`.
    """

    personas: Personas
    persona: str | None
    persona_from: PersonaFrom | None
    on_held: OnHeld
    safe_body: str


def read_settings(params: Mapping[str, Any], spec_of: Personas | None) -> Settings:
    """Return the settings in a guardrail's parameters; raises `GuardrailConfigError`."""
    personas, only = _source(params, spec_of)
    persona, named_by = _text(params, "persona"), _one_of(params, "persona_from", PersonaFrom)
    if persona is not None and named_by is not None:
        raise GuardrailConfigError("persona, persona_from: one of the two")
    if persona is None and named_by is None:
        persona = only
    if persona is None and named_by is None:
        raise GuardrailConfigError("persona: give one, or persona_from: key, or persona_from: request")
    if persona is not None and params.get("facts") is not None:
        try:
            personas(persona)
        except LookupError:
            raise GuardrailConfigError(f"persona: facts has no document of '{persona}'") from None
    on_held = _one_of(params, "on_held", OnHeld) or "block"
    safe_body = _text(params, "safe_body")
    if (on_held == "replace") != (safe_body is not None):
        raise GuardrailConfigError("safe_body: goes with on_held: replace, and only with it")
    return Settings(
        personas, persona, cast("PersonaFrom | None", named_by), cast("OnHeld", on_held), safe_body or ""
    )


def _source(params: Mapping[str, Any], spec_of: Personas | None) -> tuple[Personas, str | None]:
    """Return where specs come from, and the persona if there can be one only."""
    facts, database = _text(params, "facts"), _text(params, "database")
    if sum(source is not None for source in (facts, database, spec_of)) != 1:
        raise GuardrailConfigError("facts, database: give one of the two")
    if facts is not None:
        return _from_files(facts)
    if database is not None:
        return _from_store(database), None
    return cast("Personas", spec_of), None


def _from_files(path: str) -> tuple[Personas, str | None]:
    try:
        specs = read_all_facts(path).specs
    except Exception as error:
        raise GuardrailConfigError(f"facts: {error}") from error
    return specs.__getitem__, next(iter(specs)) if len(specs) == 1 else None


def _from_store(address: str) -> Personas:
    try:
        store = SpecStore.open(address, checks=gate_checks())
    except StoreError as error:
        raise GuardrailConfigError(f"database: {error}") from error

    def current(persona: str) -> Spec:
        try:
            return store.current(persona).spec
        except UnknownPersonaError as error:
            raise LookupError(persona) from error

    return current


def _text(params: Mapping[str, Any], name: str) -> str | None:
    found = params.get(name)
    if found is None:
        return None
    if not isinstance(found, str) or not found.strip():
        raise GuardrailConfigError(f"{name}: expected text")
    if not found.startswith(_ENVIRONMENT):
        return found
    variable = found.removeprefix(_ENVIRONMENT)
    if not (value := os.environ.get(variable)):
        raise GuardrailConfigError(f"{name}: the environment has no {variable}")
    return value


def _one_of(params: Mapping[str, Any], name: str, kinds: Any) -> str | None:  # noqa: ANN401 - a Literal
    found = _text(params, name)
    if found is not None and found not in get_args(kinds):
        raise GuardrailConfigError(f"{name}: expected {' or '.join(get_args(kinds))}")
    return found
