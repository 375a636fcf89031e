"""Timings of the check, as figures and as ratios taken in one run."""
