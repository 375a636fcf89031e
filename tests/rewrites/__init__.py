"""Labelled drafts said in other words: what is right as written must be right as rewritten.

A rewrite keeps the meaning of a draft and changes its form: another spelling of the same sum, another word of
agreement, a typo, a greeting before it. `python -m tests.rewrites` applies each to every labelled draft.
"""
