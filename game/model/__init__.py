"""The municipality as equations: no files, no words, no luck of its own."""
