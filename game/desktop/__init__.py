"""The window: drawing, widgets, focus and the scenes of the game."""
