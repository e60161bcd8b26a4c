"""What stands on the page: paragraphs, and header, body and furniture."""
