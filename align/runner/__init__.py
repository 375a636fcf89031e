"""The caller of the gate: candidates in, modes, dispatch."""
