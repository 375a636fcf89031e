"""What all tests share: both databases, and a Hypothesis that asserts no timings, for a machine may be busy."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.databases import backend, copies, empty_url, migrated_file, postgres, url

__all__ = ["backend", "copies", "empty_url", "migrated_file", "postgres", "url"]

settings.register_profile("project", deadline=None, suppress_health_check=(HealthCheck.too_slow,))
settings.load_profile("project")
