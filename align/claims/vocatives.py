"""What one calls a client in the middle of a sentence: "180 for the hour, hun", "3k for you sis"."""

from __future__ import annotations

from typing import Final

VOCATIVES: Final = frozenset(
    "hun hon babe babes love luv lovely lovey mate pal dear darling sweetie sweetheart honey bro bruv "
    "bruh man dude sir"
    " madam ma'am mam miss boss guys friend folks buddy bud champ chief cuz cuzzie fam girl gurl queen "
    "bestie sis sister"
    " brother duck pet hen petal sugar aunty auntie uncle bhai bhaiya didi ji yaar oga madame"
    " dawg kuya ate po lah la leh lor eh hey aye ya".split()
)
"""Names of endearment and respect, and the particles that stand where they stand."""
