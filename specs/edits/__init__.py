"""Edits of a fact document: the path of a field, a change of it, and what differs between two documents."""

from specs.edits.changes import Change, apply_changes, diff_documents, revert, show_change
from specs.edits.paths import PathError, values_of

__all__ = ["Change", "PathError", "apply_changes", "diff_documents", "revert", "show_change", "values_of"]
