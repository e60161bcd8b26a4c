"""What stands on the page: paragraphs, header, body and furniture, title and kind."""
