"""Charts as display lists: shapes, texts, places and colour tokens. Nothing is drawn here."""
