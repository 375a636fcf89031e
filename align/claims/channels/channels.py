"""Channels: proposals to talk otherwise than by text, with the channel's canonical name.

The claim is made for either direction ("call me", "I'll ring you"), so it does not matter
whether the client or the professional speaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.apps import (
    MESSENGERS,
    PLAIN_WORDS,
    read_app,
    read_face,
    read_messenger,
)
from align.claims.channels.calls import read_cal, read_call
from align.claims.channels.channel_stance import channel_stance
from align.claims.channels.dialled import read_dialled
from align.claims.channels.emails import read_email, read_mail
from align.claims.channels.live import read_online, read_speaking
from align.claims.channels.relatives import read_theirs
from align.claims.channels.rings import (
    read_flash,
    read_line,
    read_phone,
    read_pick,
    read_rang,
    read_ring,
    read_try,
)
from align.claims.channels.socials import SOCIAL, read_dm, read_social
from align.claims.channels.voices import read_video, read_voice
from align.claims.claim import ChannelClaim, Speaker
from align.reading.cues import CHANNEL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from align.claims.channels.talking import Proposal
    from align.claims.claim import Contact
    from align.claims.utterance import Utterance
    from align.reading import Reading

_READERS: Final[Mapping[str, Callable[[Reading, int], Proposal | None]]] = (
    dict.fromkeys(MESSENGERS, read_messenger)
    | dict.fromkeys(SOCIAL, read_social)
    | dict.fromkeys("call calls called calling".split(), read_call)
    | dict.fromkeys("cal cll".split(), read_cal)
    | dict.fromkeys("ring ringing bell buzz tinkle jingle dial".split(), read_ring)
    | dict.fromkeys("phone phoning telephone telephonic blower".split(), read_phone)
    | dict.fromkeys("video videocall videocalls videochat vid".split(), read_video)
    | dict.fromkeys(
        "voice voicenote voicenotes voicey voicies voicemail voicemails vn vns vm vms audio".split(),
        read_voice,
    )
    | dict.fromkeys("dm dms pm inbox".split(), read_dm)
    | {"app": read_app, "face": read_face}
    | dict.fromkeys("email emails emailing emailed e-mail".split(), read_email)
    | {"mail": read_mail, "try": read_try}
    | dict.fromkeys("speak talk chat".split(), read_speaking)
    | dict.fromkeys("online screen camera internet webcam".split(), read_online)
    | dict.fromkeys("rings phones".split(), read_theirs)
    | dict.fromkeys("flash beep".split(), read_flash)
    | {"line": read_line, "pick": read_pick, "rang": read_rang, "phoned": read_rang}
)
_THERE: Final = re.compile(
    r"\b(?:(?:message|msg|dm|text|write|ping|chat|contact|talk|send|add|join|reply|answer|call)"
    r"(?: (?:me|us|it|them|to me|to us|me up|(?:your |the |ur |a )?(?:pics|photos|name|number|request"
    r"|contact|id)|in touch))*|(?:get|reach|hit|find)(?: (?:me|us|hold of (?:me|us)|me up|in touch))+"
    r"|(?:drop|shoot) (?:me|us) an? (?:\w+ )?(?:line|note|message|msg|text|dm))"
    r" (?:on |over |through |via |in )?(?:there|that one)\b"
)
_SENT_THERE: Final = re.compile(
    r"\b(?:send|forward|drop|pop|fire|shoot|write|message|ping"
    r"|reach)(?: (?!i\b|i'll\b|be\b|see\b)[\w'-]+){0,6} there\b"
)
_THERE_REACH: Final = 20
_SENDING: Final = re.compile(
    r"\b(?:send|shoot|fire|flick|pop|drop|ping|forward|write|mail|message|msg|reach|contact|get|lash"
    r"|whack|bang|fling"
    r"|hit|reply|rsvp|chuck|throw|zap|give|put|bung|whizz|stick)(?:ing)?\b"
)
_MONEY: Final = re.compile(
    r"\b(?:deposit|deposits|interac|e-?transfer|payment|pay|paypal|payid|zelle|balance|money|transfer)\b"
)
"""Money that is sent to an address is paid, not written: "send the deposit to pay@x.com"."""
_TO_IT: Final = re.compile(
    r"(?:\b(?:is|'s|to|at|on|via|to (?:the|your) (?:e-?mail )?address(?: (?:you|above|below"
    r"|that you)(?: \w+){0,3})?(?: ,)?)|:)[ (]*$"
)
_I_SEND: Final = re.compile(
    r"\b(?:i'll|ill|i will|i can|i could|we'll|let me|i'm going to|i'm"
    r"|happy to)(?: (?:just|also|then|gladly|happily|pop|get|have|be))* $"
)
"""The professional writes to the client's address: "I'll send it to you@x.com"."""
_SEND_REACH: Final = 12
_OVERLAPPING: Final = 8
"""How many of the last claims a new one may overlap; they come nearly in order."""
_CHAT_HOSTS: Final = {
    "wa.me": "whatsapp", "api.whatsapp.com": "whatsapp", "t.me": "telegram", "m.me": "messenger",
    "zoom.us": "zoom", "meet.google.com": "google meet", "teams.microsoft.com": "microsoft teams",
    "signal.me": "signal", "ig.me": "instagram", "chat.whatsapp.com": "whatsapp", "telegram.me": "telegram",
    "discord.gg": "discord", "discord.com": "discord", "signal.group": "signal", "line.me": "line",
    "messenger.com": "messenger", "join.skype.com": "skype",
}  # fmt: skip


def read_channels(u: Utterance) -> None:
    """Add a `ChannelClaim` for every proposal of another way to talk."""
    reading = u.reading
    if reading.seen & CHANNEL:
        words = reading.words
        client = u.speaker is Speaker.CLIENT
        done = 0
        for index in reading.where(CHANNEL):
            if index < done:
                continue
            reader = _READERS.get(words[index])
            found = reader(reading, index) if reader is not None else None
            if found is not None and not (client and _labels_own(reading, found)):
                _add(u, found)
                done = found[1]
        _read_named_there(u)
    if u.contacts or u.inbound is not None:
        _read_through_contacts(u)


def _labels_own(reading: Reading, proposal: Proposal) -> bool:
    """True for the "email" of a client's "I'm Jo, email jo@x.com, mobile 07…": a name for what follows."""
    first, last, channel = proposal
    words = reading.words
    if channel != "email" or last != first + 1 or "@" not in "".join(words[last : last + 1]):
        return False
    listed = not first or words[first - 1] in _LISTING
    return listed and (last + 1 >= len(words) or words[last + 1] in _LIST_ENDS)


_LISTING: Final = frozenset(", . ; : \n - — ( and & my".split(" "))
_LIST_ENDS: Final = frozenset(", . ; \n ) and & thanks thx ta cheers ? !".split(" "))


def _add(u: Utterance, proposal: Proposal) -> None:
    first, last, channel = proposal
    if any(c.channel == channel and first < c.last and c.first < last for c in u.channels[-_OVERLAPPING:]):
        return
    stance = channel_stance(u.reading, first, last)
    u.channels.append(ChannelClaim(first=first, last=last, stance=stance, channel=channel))


def _read_named_there(u: Utterance) -> None:
    """Read "message me in there" behind the name of an app in the same sentence."""
    reading = u.reading
    line, at = reading.line, reading.line_at
    if " there" not in line:
        return
    for index in reading.where(CHANNEL):
        word = reading.words[index]
        app = SOCIAL.get(word) or (
            MESSENGERS.get(word) if word not in PLAIN_WORDS or word == "discord" else None
        )
        if app is not None:
            end = reading.sentence(index)[1]
            if reading.words[end - 1] == "?" and end < len(reading):
                end = reading.sentence(end)[1]  # "are you on Telegram? send me the tracks there"
            stop = at[min(index + _THERE_REACH, end)]
            match = _THERE.search(line, at[index], stop) or _SENT_THERE.search(line, at[index], stop)
            if match is not None:
                _add(u, (*reading.words_of(match.start(), match.end()), app))


def _read_through_contacts(u: Utterance) -> None:
    """Read proposals that a contact completes: "shoot it over to x@y.com", "message me there"."""
    social = ""
    for contact in u.contacts:
        if contact.kind == "email":
            _read_sent_mail(u, contact)
            _read_sent_there(u, contact)
        elif contact.kind == "phone":
            _read_dialled(u, contact)
        elif contact.kind == "url":
            host = contact.value.partition("/")[0]
            channel = _CHAT_HOSTS.get(host) or _CHAT_HOSTS.get(host.partition(".")[2], "")
            if channel:
                _add(u, (contact.first, contact.last, channel))
        elif contact.kind == "handle":
            social = social or _network(u, contact)
    line = u.reading.line
    asked = _asked_about(u)
    social = social or asked
    if asked and asked not in SOCIAL.values():
        _read_invited(u, asked)
    if not social or (" there" not in line and " that one" not in line):
        return
    for match in _THERE.finditer(line):
        _add(u, (*u.reading.words_of(match.start(), match.end()), social))


def _read_dialled(u: Utterance, contact: Contact) -> None:
    """Read a call that a number of the professional's completes: "for bookings call 020 …"."""
    dialled = read_dialled(u.reading, contact)
    if dialled is not None:
        _add(u, dialled)


def _read_sent_mail(u: Utterance, contact: Contact) -> None:
    """Read a request to send something to an e-mail address of the professional."""
    if contact.owner == "other":
        return
    reading = u.reading
    line, at = reading.line, reading.line_at
    start = max(reading.sentence(contact.first)[0], contact.first - _SEND_REACH)
    if any(c.channel == "email" and c.last > start and c.first < contact.last for c in u.channels):
        return
    if _MONEY.search(line[at[max(0, contact.first - 2 * _SEND_REACH)] : at[contact.first]]):
        return
    verbs = list(_SENDING.finditer(line, at[start], at[contact.first]))
    if not verbs or _TO_IT.search(line[verbs[-1].end() : at[contact.first]].rstrip()) is None:
        return
    verb = verbs[-1]
    if contact.owner == "client" and _I_SEND.search(line[at[start] : verb.start()]) is None:
        return
    _add(u, (reading.word_at(verb.start()), contact.last, "email"))


def _read_sent_there(u: Utterance, contact: Contact) -> None:
    """Read "my email is x@y.com, send the plan there"."""
    reading = u.reading
    if (
        contact.owner != "professional"
        or "there" not in reading.words[contact.last : contact.last + _THERE_REACH]
    ):
        return
    line, at = reading.line, reading.line_at
    match = _SENT_THERE.search(line, at[contact.last], at[min(contact.last + _THERE_REACH, len(reading))])
    if match is not None:
        _add(u, (*reading.words_of(match.start(), match.end()), "email"))


_ASKED_ABOUT: Final = re.compile(
    r"\b(?:you|u|ya|your|ur|got|have|any|what's|whats)\b[^.!?]{0,40}?\b(?P<app>instagram|insta|ig"
    r"|facebook|fb|tiktok|twitter|telegram|whatsapp|messenger|discord|snapchat|snap|viber|wechat|kik"
    r"|tele|tg|groupme|kakaotalk|zalo|signal|skype|zoom|facetime)\b[^.!?]{0,16}(?:[?]|\Z)"
)


def _asked_about(u: Utterance) -> str:
    """Return the network that the client asks for, so that "message me there" names it."""
    if u.inbound is None or not (u.contacts or _INVITED.search(u.reading.line)):
        return ""
    asked = _ASKED_ABOUT.search(u.inbound.reading.line)
    if asked is None:
        return ""
    return SOCIAL.get(asked["app"]) or MESSENGERS.get(asked["app"], "telegram")


_INVITED: Final = re.compile(r"\b(?:add|message|msg|dm|find|text) (?:me|us)\b| there\b")
_ADDED: Final = re.compile(r"\b(?:add|message|msg|dm|find) (?:me|us)\b")


def _read_invited(u: Utterance, messenger: str) -> None:
    """Read "add me", or a name given, as the answer to a client who asks for a messenger."""
    reading = u.reading
    match = _ADDED.search(reading.line)
    if match is not None:
        _add(u, (*reading.words_of(match.start(), match.end()), messenger))
    for contact in u.contacts:
        if contact.kind == "handle" and contact.owner == "professional":
            _add(u, (contact.first, contact.last, messenger))


_LABEL_REACH: Final = 4
"""Words from the name of a network to a handle of it."""


def _network(u: Utterance, contact: Contact) -> str:
    """Return the network that a handle belongs to; "direct message" where none is named."""
    first, last = u.reading.sentence(contact.first)
    for word in u.reading.words[max(first, contact.first - _LABEL_REACH) : contact.first]:
        if word == "line":
            return word
    for word in u.reading.words[first:last]:
        if word in SOCIAL:
            return SOCIAL[word]
        if word in MESSENGERS and word not in ("line", "meet"):
            return MESSENGERS[word]
    return "direct message"
