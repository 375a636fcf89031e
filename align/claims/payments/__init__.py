"""When people pay: before the appointment, or after it."""
