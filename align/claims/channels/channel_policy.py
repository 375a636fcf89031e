"""Which ways to talk a spec allows, with the names that people have for one channel."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.reading.folding import fold_text

if TYPE_CHECKING:
    from specs import Spec

_NAMES: Final = {
    name: channel
    for channel, names in {
        "sms": "sms text texts texting textmessage textmessages txt imessage rcs mms messages",
        "whatsapp": "whatsapp wa whatsap",
        "instagram": "instagram insta ig instagramdm instagramdms instadm igdm",
        "direct message": "dm dms directmessage directmessages inbox",
        "facebook": "facebook fb",
        "messenger": "messenger fbmessenger facebookmessenger",
        "email": "email emails mail",
        "phone call": "phone phonecall phonecalls call calls voice voicecall voicecalls telephone tel landline mobile",
        "video call": "video videocall videocalls videochat",
        "voice note": "voicenote voicenotes voicemessage voicemessages voicememo audio vn voicemail",
        "google meet": "googlemeet meet gmeet",
        "microsoft teams": "microsoftteams teams msteams",
        "snapchat": "snapchat snap",
        "twitter": "twitter x",
    }.items()
    for name in names.split()
}
_VIDEO: Final = frozenset({"facetime", "zoom", "skype", "google meet", "microsoft teams", "hangouts", "duo"})
_SOCIAL: Final = frozenset({"instagram", "facebook", "messenger", "twitter", "tiktok", "snapchat"})
_INCLUDED: Final = {"facebook": "messenger", "messenger": "facebook"}


def canonical_channel(name: str) -> str:
    """Return the canonical name of a channel that a spec or a person names."""
    plain = re.sub(r"[^\w]", "", fold_text(name))
    return _NAMES.get(plain, fold_text(name).strip())


@dataclass(frozen=True, slots=True)
class ChannelPolicy:
    """The channels of a spec: `text_only` as it is set, and the canonical names allowed."""

    text_only: bool = False
    allowed: frozenset[str] = frozenset()
    listed: str = ""

    @classmethod
    def of(cls, document: Spec) -> ChannelPolicy:
        """Read the policy of a fact document; absent facts allow everything."""
        channels = document.channels
        if channels is None or not channels.text_only or channels.allowed is None:
            return cls()
        names = frozenset(canonical_channel(name) for name in channels.allowed)
        listed = ", ".join(channels.allowed) or "none"
        return cls(text_only=True, allowed=names | _implied(names), listed=listed)

    def allows(self, channel: str) -> bool:
        """Tell whether a canonical channel may be proposed."""
        return not self.text_only or channel == "sms" or channel in self.allowed


def _implied(names: frozenset[str]) -> frozenset[str]:
    """Return what the allowed names include: a video call is made in some app."""
    implied = {_INCLUDED[name] for name in names if name in _INCLUDED}
    if "video call" in names:
        implied |= _VIDEO
    if names & _VIDEO:
        implied.add("video call")
    if names & _SOCIAL:
        implied.add("direct message")
    if "direct message" in names:
        implied |= _SOCIAL
    return frozenset(implied)
