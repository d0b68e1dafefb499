"""From game state to frozen dataclasses with finished texts, ready to draw."""
