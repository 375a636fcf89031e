"""Clock times, and which of them start an appointment."""
