"""The query language: text and options to a small tree, one for every engine; errors point at the place."""
