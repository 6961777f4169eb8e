"""Policies as they are read, the plan's own documents beside them, and files that are added."""
