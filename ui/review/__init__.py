"""The review of one case: its pages, the finding beside them, and what a person may do next."""
