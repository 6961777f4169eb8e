"""Letters leaving the house: those of a day as files, and the test page for window envelopes."""
