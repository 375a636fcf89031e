"""Stored drafts under two specs: what would be held that passes, what released, what changed; on any number of cores."""

from align.replay.counting import replayed
from align.replay.rows import Row
from align.replay.tally import Tally

__all__ = ["Row", "Tally", "replayed"]
