"""The backcast: start the model in a year long past, and compare with what came.

`history` and `rates` see nothing after the start; `project` runs the game's own demography with
one lane a municipality; `errors` and `naive` compare; `command` is what one types.
"""
