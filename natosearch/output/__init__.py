"""The only code that writes results: records for scripts, plain lines for pipes, a drawing for terminals."""
