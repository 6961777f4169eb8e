"""The widgets that every page is built from; they know no policy and no case.

Widgets never store a colour: they resolve ``ui.theme.current()`` while painting, so a theme switch repaints.
Lengths go through ``ui.fonts.px``, so that they grow with the reviewer's text size. Sentences of the kit go
through ``ui.kit.words.tr`` and are translated in the context "kit".
"""
