"""The casebook: cases kept locally, sealed, append-only."""
