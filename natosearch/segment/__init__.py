"""Text to structure: labels, turns, units, and what a document says of its date, place, title and kind. Pure."""
