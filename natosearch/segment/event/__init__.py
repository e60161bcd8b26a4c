"""What the document is, and of when and where: title, kind, day and venue."""
