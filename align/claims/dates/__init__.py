"""Days and dates, relative to the moment of the check."""
