"""How the casebook is kept for years: backups, restoring one, retention."""
