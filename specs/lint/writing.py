"""Lint of channels, policy and voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specs.document.nearest import nearest
from specs.lint.findings import Check, Finding, Question, at

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_WORD: Final = """
    call discord email facebook facetime imessage instagram kik line linkedin messenger phone rcs signal skype
    sms snapchat teams telegram text threads tiktok twitter viber video wechat whatsapp x zoom
"""
KNOWN_CHANNELS: Final = frozenset(
    {*_ONE_WORD.split(), "e-mail", "google meet", "phone call", "text message", "video call", "voice note"}
)
"""Names by which channels are called; others draw a warning, for a name nobody knows allows nothing."""

SHORTEST_USEFUL_MESSAGE: Final = 40
"""Below this many characters hardly a sentence fits."""


def _texting_not_allowed(question: Question) -> Iterator[Finding]:
    channels = question.spec.channels
    if channels is None or not channels.text_only or channels.allowed is None:
        return
    if not {question.fold(name) for name in channels.allowed} & {"sms", "text", "texting", "text message"}:
        message = "text_only is true, but the allowed channels do not include sms"
        yield Finding("warning", at("channels", "allowed"), message, 'add "sms"')


def _unknown_channels(question: Question) -> Iterator[Finding]:
    channels = question.spec.channels
    if channels is None:
        return
    known = KNOWN_CHANNELS | {question.fold(platform) for platform in channels.handles or ()}
    for index, name in enumerate(channels.allowed or ()):
        if question.fold(name) not in known:
            near = nearest(question.fold(name), sorted(known))
            advice = f"did you mean '{near}'?" if near else None
            yield Finding(
                "warning", at("channels", "allowed", index), f"'{name}' is no channel known here", advice
            )


def _allowed_without_address(question: Question) -> Iterator[Finding]:
    channels = question.spec.channels
    if channels is None or channels.emails != () or channels.allowed is None:
        return
    for index, name in enumerate(channels.allowed):
        if question.fold(name) in {"email", "e-mail"}:
            message = "e-mail is allowed, but no address may be given: emails is empty"
            yield Finding("note", at("channels", "allowed", index), message, "list an address")


def _links(question: Question) -> Iterator[Finding]:
    channels, voice = question.spec.channels, question.spec.voice
    if channels is None or voice is None:
        return
    others = channels.handles or channels.phones or channels.emails
    if voice.allow_links is False and channels.links and not others:
        message = "a link is the only contact, and links are not allowed: no contact can be given"
        yield Finding("warning", at("voice", "allow_links"), message, "allow links or list another contact")
    if voice.allow_links and channels.links == ():
        message = "links are allowed, but none is listed, so every link is held"
        yield Finding("note", at("voice", "allow_links"), message, "list a link or set it to false")


def _rule_names(question: Question) -> Iterator[Finding]:
    policy = question.spec.policy
    for rule, effect in (policy.rules or {} if policy else {}).items():
        path = at("policy", "rules", rule)
        if question.rule_ids is not None and rule not in question.rule_ids:
            near = nearest(rule, sorted(question.rule_ids))
            advice = f"did you mean '{near}'?" if near else None
            yield Finding("error", path, f"there is no rule '{rule}'", advice)
        elif effect == "off":
            yield Finding(
                "note", path, "the rule is off: what it flags is sent", "set it to warn to keep an eye on it"
            )


def _judge_names(question: Question) -> Iterator[Finding]:
    policy = question.spec.policy
    for dimension, threshold in (policy.judge or {} if policy else {}).items():
        path = at("policy", "judge", dimension)
        if question.judge_dimensions is not None and dimension not in question.judge_dimensions:
            near = nearest(dimension, sorted(question.judge_dimensions))
            advice = f"did you mean '{near}'?" if near else None
            yield Finding("error", path, f"the judge has no dimension '{dimension}'", advice)
        elif threshold == 0:
            yield Finding("warning", path, "a threshold of 0 holds every draft", "set it above 0")


def _price_never_alone(question: Question) -> Iterator[Finding]:
    policy = question.spec.policy
    if policy and policy.price_in_writing == "never" and policy.service_in_writing == "never_with_price":
        message = "never_with_price adds nothing, because price_in_writing is never"
        yield Finding("note", at("policy", "service_in_writing"), message)


def _tight_voice(question: Question) -> Iterator[Finding]:
    voice = question.spec.voice
    if voice and voice.max_chars is not None and voice.max_chars < SHORTEST_USEFUL_MESSAGE:
        message = f"hardly a message fits into {voice.max_chars} characters"
        yield Finding("warning", at("voice", "max_chars"), message, "check the number")


CHECKS: Final[tuple[Check, ...]] = (
    _texting_not_allowed,
    _unknown_channels,
    _allowed_without_address,
    _links,
    _rule_names,
    _judge_names,
    _price_never_alone,
    _tight_voice,
)
