"""Checking a letter in the app, with or without a casebook."""
