"""What a request to LiteLLM says about the draft that answers it: whose it is, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from align.context import DraftContext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.integrations.litellm.settings import Settings

PERSONA: Final = "align_persona"
TIME_LOCKED: Final = "align_time_locked"


class UncheckedError(Exception):
    """An answer cannot be checked, so it does not go out. The text has no word of it; `status` is the HTTP status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def persona_of(settings: Settings, data: Mapping[str, Any], key: object) -> str:
    """Return the persona whose draft an answer is; raises `UncheckedError` where nobody names one.

    With `persona_from: key` only the metadata of the caller's key counts, or its team's, which callers cannot write.
    """
    if settings.persona is not None:
        return settings.persona
    if settings.persona_from == "key":
        places = [getattr(key, "metadata", None), getattr(key, "team_metadata", None)]
    else:
        places = list(_metadata(data))
    found = next((place[PERSONA] for place in places if isinstance(place, dict) and PERSONA in place), None)
    if not isinstance(found, str):
        raise UncheckedError(400, f"{PERSONA}: the metadata of the {settings.persona_from} names no persona")
    return found


def context_of(data: Mapping[str, Any]) -> DraftContext:
    """Return the message that the draft answers, the last of the user's, and whether the time is agreed.

    Raises `UncheckedError` for a mark of an agreed time that is neither true nor false.
    """
    locked = next((place[TIME_LOCKED] for place in _metadata(data) if TIME_LOCKED in place), False)
    if not isinstance(locked, bool):
        raise UncheckedError(400, f"metadata.{TIME_LOCKED}: expected true or false")
    return DraftContext(inbound=_inbound(data.get("messages")), time_locked=locked)


def _metadata(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name in ("metadata", "litellm_metadata"):
        if isinstance(found := data.get(name), dict):
            yield found


def _inbound(messages: object) -> str | None:
    if not isinstance(messages, list):
        return None
    of_user = [m for m in messages if isinstance(m, dict) and m.get("role") == "user"]
    content = of_user[-1].get("content") if of_user else None
    if isinstance(content, list):
        return "\n".join(part["text"] for part in content if _is_text(part)) or None
    return content if isinstance(content, str) else None


def _is_text(part: object) -> bool:
    return isinstance(part, dict) and part.get("type") == "text" and isinstance(part.get("text"), str)
