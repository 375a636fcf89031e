"""Given names: the 1990 United States census, and newer and British ones kept by hand."""

from align.data.bundled import once, read_text


@once
def load_given_names() -> frozenset[str]:
    """Return given names, lower-case and without accents.

    Some are words as well (`will`, `may`, `grace`); a caller that must tell them apart
    asks `align.data.words` too. Names that are mostly words (`so`, `many`) are left out.
    """
    return frozenset(read_text("given_names.txt.z").split("\n"))
