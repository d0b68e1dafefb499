"""What the player sees, scene by scene. Scenes draw finished views; there are no rules here."""
