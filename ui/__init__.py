"""Everything that talks to a person: the desktop app and the command line."""
