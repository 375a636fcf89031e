"""Lengths of time, and what each is the length of."""
