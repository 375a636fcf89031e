"""Measure every rewrite over all labelled drafts: `python -m tests.rewrites [PART OF A NAME ...] [--show]`.

A line for each: how many drafts it changes, how many of these are read wrong then, and by which rules; with
`--show` the drafts as well.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from tests.rewrites.measure import REWRITES, Broken, applied, broken, read_right


def main() -> None:
    """Measure the rewrites that are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", help="parts of names; all rewrites without any")
    options.add_argument("--show", action="store_true", help="show the drafts that are read wrong")
    chosen = options.parse_args()
    tried = wrong = 0
    for name, rewrite in REWRITES.items():
        if chosen.names and not any(part in name for part in chosen.names):
            continue
        rewritten = applied(rewrite, read_right())
        found = broken(rewritten)
        tried += len(rewritten)
        wrong += len(found)
        share = 100 * len(found) / max(1, len(rewritten))
        sys.stdout.write(f"{name:30} {len(rewritten):6} {len(found):5} {share:6.2f} %  {_by_rule(found)}\n")
        if chosen.show:
            sys.stdout.writelines(f"  {one.case.id}: {one.body!a}\n" for one in found)
    sys.stdout.write(f"{'together':30} {tried:6} {wrong:5} {100 * wrong / max(1, tried):6.2f} %\n")


def _by_rule(found: list[Broken]) -> str:
    count = Counter(f"-{rule}" for one in found for rule in one.missed)
    count += Counter(f"+{rule}" for one in found for rule in one.extra)
    return ", ".join(f"{rule} {times}" for rule, times in count.most_common(4))


if __name__ == "__main__":
    main()
