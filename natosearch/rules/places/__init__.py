"""Places: the gazetteer, and whether a word is meant as a place."""
