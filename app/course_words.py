"""The sentences about a member's course as data: filled in every language at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import resources
from app.data_file import read_toml
from app.text import LANGUAGES, Text

FORMAT = "dictamen.notices/1"


@dataclass(frozen=True, slots=True)
class CourseWords:
    """The sentences by code, and the months' names."""

    texts: Mapping[str, Text]
    months: Text

    def say(self, code: str, **values: object) -> Text:
        """A sentence with its values; a date and a text in two languages read as the language wants."""
        return Text(
            {
                language: self.texts[code][language].format_map(
                    {key: self._said(value, language) for key, value in values.items()}
                )
                for language in LANGUAGES
            }
        )

    def _said(self, value: object, language: str) -> object:
        if isinstance(value, date):
            months = self.months[language].split()
            return f"{value.day:02}-{months[value.month - 1]}-{value.year:04}"
        return value[language] if isinstance(value, Text) else value


@cache
def course_words() -> CourseWords:
    """The shipped sentences.

    Raises:
        InvalidInput: the file cannot be used.
    """
    _, top = read_toml(resources.path("notices", "course.toml"))
    form = top.string("format")
    if form != FORMAT:
        raise top.error("format", f"is {form}; this version reads {FORMAT}")
    months = top.text("months")
    texts = {}
    for block in top.blocks("text", "code"):
        texts[block.string("code")] = block.languages()
        block.finish()
    top.finish()
    return CourseWords(texts, months)
