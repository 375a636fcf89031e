"""What keeps a replay from beginning."""

from __future__ import annotations


class ReplayError(Exception):
    """Input that cannot be used; the message is for people and names the file or the option."""
