"""What was done, by whom and when: a case's history, the audit trail, and the check of the casebook."""
