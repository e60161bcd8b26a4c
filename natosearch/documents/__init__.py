"""Files to documents: find them, read them, understand them. The only code that opens documents."""
