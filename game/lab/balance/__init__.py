"""Is the game in balance? Many games by many players, many lanes of what-if, one gate a claim.

`games` plays; `contexts`, `timing`, `pairs` and `search` ask of cards in lanes, `stand` of the
short answers. The modules of gates read what came of it. `plan` lists the tasks, `pool` runs them.
"""
