"""Alembic's environment: the store's own, lent the gate's folding and the names of its rules."""

from alembic import context

from align.operators.checks import gate_checks
from specs.store.environment import run_environment

run_environment(context, gate_checks)
