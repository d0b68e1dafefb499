"""Speed as ratios within one run: against other engines on one small model, and of our own."""
