"""What lies over the window for a moment, one at a time: the palette, or the table of keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.palette.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.casebook import Row
    from ui.palette.case_index import CaseIndex
    from ui.palette.entries import Entry
    from ui.palette.keys_table import KeyRow
    from ui.palette.overlay import Overlay
    from ui.window import Window

_CASES = 20
"""The most cases that are offered for one text; more letters find fewer."""


class Overlays(QObject):
    """Opens and closes them, and keeps what makes the palette quick.

    Attributes:
        shown: what is open now, or None.
    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.shown: Overlay | None = None
        self._index: CaseIndex | None = None

    def toggle_palette(self) -> None:
        """Open the palette, or close it where it is open."""
        from ui.palette.offers import entries_of  # noqa: PLC0415  # not before the first paint
        from ui.palette.palette import Palette  # noqa: PLC0415  # as above

        if self._closed(Palette):
            return
        palette = Palette(self._window, entries_of(self._window), self._find_cases)
        index = self._cases()
        if index is not None:
            index.grown.connect(palette.grow)
            # It lives a little longer than it is seen, and would look through every case after each save.
            palette.closed.connect(lambda: index.grown.disconnect(palette.grow))
        self._open(palette)

    def toggle_keys(self) -> None:
        """Open the table of keys, or close it where it is open."""
        from ui.palette.keys_table import KeysTable  # noqa: PLC0415  # not before the first paint

        if not self._closed(KeysTable):
            self._open(KeysTable(self._window, self._sections()))

    def close(self) -> None:
        """Close what is open."""
        if self.shown is not None:
            self.shown.close_overlay()

    def forget(self) -> None:
        """Close what is open, and forget every case; for a casebook that is closed."""
        self.close()
        if self._index is not None:
            self._index.clear()
            self._index.deleteLater()
            self._index = None

    def _closed(self, kind: "type[Overlay]") -> bool:
        """Close what is open; says whether it was of this kind."""
        was = isinstance(self.shown, kind)
        self.close()
        return was

    def _open(self, overlay: "Overlay") -> None:
        self.shown = overlay
        overlay.closed.connect(self._take_away)
        self._window.commands.allow()
        overlay.open()

    def _take_away(self) -> None:
        overlay, self.shown = self.shown, None
        if overlay is not None:
            overlay.deleteLater()
        self._window.commands.allow()

    # ------------------------------------------------------------ cases

    def _cases(self) -> "CaseIndex | None":
        from ui.palette.case_index import CaseIndex  # noqa: PLC0415  # not before the first paint

        session, places = self._window.session, self._window.places
        if self._index is None and session is not None and places is not None:
            self._index = CaseIndex(places.cases, session.language, places)
        if self._index is not None:
            self._index.begin()
        return self._index

    def _find_cases(self, needles: "Sequence[str]") -> "list[Entry]":
        index = self._cases()
        return list(index.find(needles, self._open_case, _CASES)) if index is not None else []

    def _open_case(self, row: "Row") -> None:
        from ui.palette.case_index import is_done  # noqa: PLC0415  # as above

        window = self._window
        if window.opening is None:
            return
        if window.case is not None:
            window.case.view.commit()
        if is_done(row):
            window.opening.open_decided(row.case_id)
        else:
            window.opening.open_case(row.case_id)

    # ------------------------------------------------------------ keys

    def _sections(self) -> "list[tuple[str, Sequence[KeyRow]]]":
        from ui.palette.keys_table import (  # noqa: PLC0415  # as above
            rows_of_actions,
            rows_of_commands,
            rows_of_controls,
        )
        from ui.review.case_actions import case_words  # noqa: PLC0415  # as above

        commands = self._window.commands
        return [
            (tr("In a case"), rows_of_commands(case_words())),
            (tr("Everywhere"), rows_of_actions(commands.everywhere())),
            (tr("Between cases"), rows_of_actions(commands.between())),
            (tr("In lists and questions"), rows_of_controls()),
        ]
