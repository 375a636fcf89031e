"""The two specs of a replay, by persona: from fact documents, or from the store."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.checking import rule_set
from align.operators.settings import open_desk
from align.reading.folding import fold_text
from align.replay.errors import ReplayError
from specs import SpecError, load_spec
from specs.store.errors import StoreError, UnknownPersonaError
from specs.store.moments import as_utc
from specs.store.timeline import join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from specs import Spec
    from specs.store.records import VersionRecord
    from specs.store.store import SpecStore

_PARTED: Final = frozenset("/\\")


@dataclass(frozen=True, slots=True)
class SpecSet:
    """The specs of one side of a replay by persona, and how that side was named."""

    name: str
    specs: Mapping[str, Spec]

    def digests(self) -> dict[str, str]:
        """Return the digest of each persona's spec with that of the rules that it asks for."""
        return {persona: f"{spec.digest} {rule_set(spec)}" for persona, spec in sorted(self.specs.items())}


def read_specs(said: str, option: str, database: str | None = None) -> SpecSet:
    """Return the specs that an option says: a fact document, a folder of them, or those of the store.

    Of the store these are `persona`, `persona@version` and `persona@moment`, and for all of its personas `@` and `@moment`.

    Those of the store come without a mission: that is of one day, and stored drafts are of many.
    Raises `ReplayError` with the place of every problem, and `StoreError`.
    """
    path = Path(said)
    if path.is_dir():
        return SpecSet(said, _of_folder(path))
    if path.is_file() or path.suffix == ".json" or not _PARTED.isdisjoint(said):
        spec = _document(path)
        return SpecSet(said, {spec.persona: spec})
    persona, _, which = said.partition("@")
    if not persona:
        return SpecSet(said, _whole_store(which, option, lambda: open_desk(database).store))
    spec = _of_store(persona, which, option, lambda: open_desk(database).store)
    return SpecSet(said, {persona: spec})


def check_pair(a: SpecSet, b: SpecSet) -> tuple[str, ...]:
    """Return the personas that only one side knows; raises `ReplayError` where none is known to both."""
    if not a.specs.keys() & b.specs.keys():
        told = " and ".join(f"{side.name} has {', '.join(sorted(side.specs)[:3])}" for side in (a, b))
        raise ReplayError(f"--spec and --against have no persona in common: {told}")
    return tuple(sorted(a.specs.keys() ^ b.specs.keys()))


def _of_folder(folder: Path) -> dict[str, Spec]:
    found: dict[str, Spec] = {}
    origin: dict[str, Path] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.json")):
        try:
            spec = _document(path)
        except ReplayError as error:
            problems.append(str(error))
            continue
        if spec.persona in found:
            problems.append(f"{path}: persona: '{spec.persona}' is that of {origin[spec.persona]} as well")
        found[spec.persona], origin[spec.persona] = spec, path
    if problems:
        raise ReplayError("\n".join(problems))
    if not found:
        raise ReplayError(f"{folder}: has no fact documents (*.json)")
    return found


def _document(path: Path) -> Spec:
    try:
        return load_spec(path, fold=fold_text)
    except SpecError as error:
        raise ReplayError(str(error)) from None


def _of_store(persona: str, which: str, option: str, store: Callable[[], SpecStore]) -> Spec:
    if not which:
        version = _current(persona, option, store)
    elif which.isdecimal():
        version = _numbered(store().history(persona), int(which), option)
    else:
        version = store().at(persona, _moment(which, option)).version
    if version.is_retired:
        raise ReplayError(f"{option}: version {version.version} of '{persona}' ends it; it has no facts")
    return join(version.document, None)


def _whole_store(which: str, option: str, store: Callable[[], SpecStore]) -> dict[str, Spec]:
    """Return the specs of all personas that have facts now, or at a moment."""
    if which.isdecimal():
        raise ReplayError(
            f"{option}: a version is one persona's; write PERSONA@{which}, or a moment after the @"
        )
    moment = _moment(which, option) if which else None
    opened = store()
    found: dict[str, Spec] = {}
    for persona in opened.personas():
        try:
            held = opened.current(persona) if moment is None else opened.at(persona, moment)
        except UnknownPersonaError:
            continue
        if not held.version.is_retired:
            found[persona] = join(held.version.document, None)
    if not found:
        raise ReplayError(f"{option}: the store has facts of nobody{' at that moment' if which else ''}")
    return found


def _current(persona: str, option: str, store: Callable[[], SpecStore]) -> VersionRecord:
    try:
        return store().current(persona).version
    except StoreError as error:
        # A path with a slip of the pen is read as a name: say what else was looked for.
        raise ReplayError(
            f"{option}: '{persona}' is no file or folder here, and as a persona: {error}"
        ) from None


def _moment(said: str, option: str) -> dt.datetime:
    try:
        return as_utc(dt.datetime.fromisoformat(said))
    except ValueError:
        raise ReplayError(
            f"{option}: '{said}' is neither a version nor a moment; write 3, or 2026-12-01T09:00+01:00"
        ) from None


def _numbered(versions: tuple[VersionRecord, ...], number: int, option: str) -> VersionRecord:
    for version in versions:
        if version.version == number:
            return version
    raise ReplayError(
        f"{option}: '{versions[0].persona}' has no version {number}; it has 1 to {len(versions)}"
    )
