"""A body as a reader sees it, with a map back to its original characters."""

from align.reading.reading import Reading
from align.reading.vocabulary import Vocabulary

__all__ = ["Reading", "Vocabulary"]
