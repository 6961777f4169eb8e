"""Texts in every language of the product."""

LANGUAGES = ("en", "es")


class Text(dict[str, str]):
    """One text in every language of the product: ``text["en"]``, ``text["es"]``."""
