"""Facts about text, none about NATO: words, sentences, lines, voice."""
