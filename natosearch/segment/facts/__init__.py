"""When and where: dates, the day of the event, the venue, what an editor gives."""
