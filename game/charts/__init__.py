"""Charts as display lists: shapes and texts with places and colour tokens. Nothing is drawn here."""
