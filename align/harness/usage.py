"""What a call cost: tokens and time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens and seconds of one call or of several together; `gpu_seconds` is what the server was busy, if it says so."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    wall_seconds: float = 0.0
    gpu_seconds: float = 0.0
    calls: int = 0

    def __add__(self, other: Usage) -> Usage:
        """Return both together."""
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.wall_seconds + other.wall_seconds,
            self.gpu_seconds + other.gpu_seconds,
            self.calls + other.calls,
        )
