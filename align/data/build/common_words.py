"""Make `common_words.txt.z`: the words that everybody uses, SCOWL's two smallest sizes.

    python -m align.data.build.common_words LIST ...

The arguments are the lists of sizes 10 and 20 (`english-words.10`, `american-words.20`, …)
that Debian's `scowl` installs.
"""

import argparse
from pathlib import Path

from align.data.build.output import FOLDER, write
from align.data.build.words import is_kept


def main() -> None:
    """Read the lists and write the words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("lists", nargs="+", type=Path, help="word lists, one word a line")
    parser.add_argument("--out", type=Path, default=FOLDER / "common_words.txt.z")
    options = parser.parse_args()
    entries = {line for path in options.lists for line in path.read_text(encoding="latin-1").split("\n")}
    words = {e for e in entries if e.isascii() and e.isalpha() and e.islower() and is_kept(e)}
    write(options.out, "\n".join(sorted(words)))


if __name__ == "__main__":
    main()
