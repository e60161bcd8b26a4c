"""Whose words they are: the cast, attribution, reported speech, who asked; and the units with their voices."""
