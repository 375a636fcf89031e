"""Lint of phrases: what is listed twice, what one list forbids of another, what is hard to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specs.document.contacts import phone_digits
from specs.document.text import is_invisible
from specs.lint.findings import Check, Finding, Question, at

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_SAFE_PHRASE: Final = 3
"""Phrases below this many characters turn up inside ordinary messages."""


def _repeated_phrases(question: Question) -> Iterator[Finding]:
    for path, phrases in (
        ("services", question.spec.services),
        ("never_offer", question.spec.never_offer),
        ("voice.banned", question.spec.voice.banned if question.spec.voice else None),
        ("channels.allowed", question.spec.channels.allowed if question.spec.channels else None),
    ):
        for later, first in question.same_phrases(phrases or ()):
            message = f"'{(phrases or ())[later]}' says the same as {path}[{first}]"
            yield Finding("warning", f"{path}[{later}]", message, "drop one of the two")


def _offered_and_ruled_out(question: Question) -> Iterator[Finding]:
    ruled_out = question.spec.never_offer or ()
    folded = {question.fold(phrase) for phrase in ruled_out}
    for index, service in enumerate(question.spec.services or ()):
        path = at("services", index)
        if question.fold(service) in folded:
            yield Finding(
                "error", path, f"'{service}' is a service and in never_offer", "take it out of one list"
            )
        elif (phrase := question.phrase_in(service, ruled_out)) is not None:
            message = f"'{service}' contains '{phrase}', which is in never_offer: naming the service is held"
            yield Finding("warning", path, message, "reword one of the two")


def _banned_facts(question: Question) -> Iterator[Finding]:
    voice = question.spec.voice
    if voice is None or not voice.banned:
        return
    for path, fact in _sayable(question):
        if (word := question.phrase_in(fact, voice.banned)) is not None:
            message = f"'{fact}' contains '{word}', which voice.banned forbids: it can never be written"
            yield Finding("warning", path, message, "reword it or lift the ban")


def _sayable(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what a message may have to say, with its path."""
    spec = question.spec
    for index, service in enumerate(spec.services or ()):
        yield at("services", index), service
    for index, location in enumerate(question.locations):
        if location.city:
            yield at("locations", index, "city"), location.city
        for place, alias in enumerate(location.aliases or ()):
            yield at("locations", index, "aliases", place), alias
    channels = spec.channels
    if channels is not None:
        for platform, handle in (channels.handles or {}).items():
            yield at("channels", "handles", platform), handle
        for name, contacts in (("links", channels.links), ("emails", channels.emails)):
            for index, contact in enumerate(contacts or ()):
                yield at("channels", name, index), contact


def _goal_against_policy(question: Question) -> Iterator[Finding]:
    spec = question.spec
    goal = spec.mission.goal if spec.mission else None
    for path, phrases in (
        ("never_offer", spec.never_offer),
        ("voice.banned", spec.voice.banned if spec.voice else None),
    ):
        if goal and (phrase := question.phrase_in(goal, phrases or ())) is not None:
            message = f"the goal contains '{phrase}', which {path} rules out: drafts that follow it are held"
            yield Finding("warning", at("mission", "goal"), message, "reword the goal")


def _hidden_characters(question: Question) -> Iterator[Finding]:
    for path, phrase in (*_sayable(question), *_rulings(question)):
        hidden = next((c for c in phrase if is_invisible(c)), None)
        if hidden is not None:
            message = f"has an invisible character, U+{ord(hidden):04X}"
            yield Finding("warning", path, message, "type it again")
        elif phrase != phrase.strip():
            yield Finding("warning", path, "has spaces at its end", "remove them")


def _rulings(question: Question) -> Iterator[tuple[str, str]]:
    for index, phrase in enumerate(question.spec.never_offer or ()):
        yield at("never_offer", index), phrase
    for index, phrase in enumerate((question.spec.voice.banned if question.spec.voice else None) or ()):
        yield at("voice", "banned", index), phrase


def _tiny_phrases(question: Question) -> Iterator[Finding]:
    for path, phrase in _rulings(question):
        letters = "".join(question.fold(phrase).split())
        if len(letters) < SHORTEST_SAFE_PHRASE and letters.isalnum():
            message = f"'{phrase}' is so short that ordinary messages contain it"
            yield Finding("note", path, message, "use a longer phrase")


def _repeated_contacts(question: Question) -> Iterator[Finding]:
    channels = question.spec.channels
    if channels is None:
        return
    for name, contacts in (
        ("links", channels.links),
        ("emails", channels.emails),
        ("phones", tuple(phone_digits(phone) for phone in channels.phones or ())),
        ("handles", tuple(channels.handles or ())),
    ):
        for later, first in question.same_phrases(contacts or ()):
            keys = list(channels.handles or ())
            where = (keys[later], keys[first]) if name == "handles" else (later, first)
            message = f"is the same as {at('channels', name, where[1])}"
            yield Finding("warning", at("channels", name, where[0]), message, "drop one of the two")


CHECKS: Final[tuple[Check, ...]] = (
    _repeated_phrases,
    _offered_and_ruled_out,
    _banned_facts,
    _goal_against_policy,
    _hidden_characters,
    _tiny_phrases,
    _repeated_contacts,
)
