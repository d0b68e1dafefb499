"""Words and numbers as people read them: the text catalogue, the glossary, number formatting.

A leaf: it imports nothing else of ours, so every layer but the model may use it.
"""
