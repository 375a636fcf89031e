"""Names of people, and of things that are no words.

Given names: the 1990 United States census, and newer and British ones kept by hand. Proper
names: the census's commonest surnames, and the names that SCOWL lists with a capital.
"""

from align.data.bundled import once, read_text


@once
def load_given_names() -> frozenset[str]:
    """Return given names, lower-case and without accents.

    Some are words as well (`will`, `may`, `grace`); a caller that must tell them apart
    asks `align.data.words` too. Names that are mostly words (`so`, `many`) are left out.
    """
    return frozenset(read_text("given_names.txt.z").split("\n"))


@once
def load_proper_names() -> frozenset[str]:
    """Return surnames and the names of people and things that are no words, lower-case."""
    return frozenset(read_text("proper_names.txt.z").split("\n"))
