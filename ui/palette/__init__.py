"""What lies over the window for a moment: all commands, lines and cases; the table of keys."""
