"""What all tests share: Hypothesis asserts no timings, for a machine may be busy."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("project", deadline=None, suppress_health_check=(HealthCheck.too_slow,))
settings.load_profile("project")
