"""Topics: readable weighted phrases, and what they say a passage is about."""
