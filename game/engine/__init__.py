"""The rules of play: one pure `apply`, the log, saves."""
