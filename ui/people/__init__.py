"""Who may use the casebook."""
