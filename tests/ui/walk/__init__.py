"""A walk over every screen, in every theme, language and text size."""
