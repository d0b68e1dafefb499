"""What the player sees, scene by scene. Scenes draw finished views and send intents; no rules here."""
