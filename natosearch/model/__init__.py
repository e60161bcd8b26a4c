"""The vocabulary: what a document, a unit, a passage and a hit are.

All spans are half-open ranges of code points. A unit's spans count from the start of the document's text, a passage's
turns and a hit's matches from the start of the passage's text. One law ties them together:
``document.text[unit.span.start:unit.span.end] == passage.text``.

Two modules, because a query needs only one of them: :mod:`natosearch.model.passages` is what is searched,
:mod:`natosearch.model.documents` what is read.
"""
