"""Units of duration and words that name a length of time."""

from align.reading.cues import DURATION_UNIT

WORDS: dict[int, str] = {
    DURATION_UNIT: (
        "minute minutes min mins minuter hour hours hr hrs hour-long second seconds sec secs day"
        " days wk wks yr yrs mth mths night nights week weeks month months mos year years fortnight "
        "fortnights decade decades century centuries"
        " hourly half-hour half-hourly quarter-hour h m"
    ),
}
