"""Paper: determination letters, how they are signed and how they are checked. Knows no Qt."""
