"""The cases as lists: what is open, what is decided, and how a case file comes in."""
