"""Players without a window, for tests and for checking the balance."""
