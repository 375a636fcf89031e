"""Decisions: the append-only record of every pass through the gate."""
