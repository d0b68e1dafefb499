"""«Hva hvis?»: one game in many lanes, each with its own part of what was chosen or drawn.

`story` is what happened in a game, `lanes` plays it again in many lanes at once, and the rest ask
questions of it: `attribution` and `shapley` what the choices did, `links` what each loop did,
`forecast` and `doubt` where it may go, `trace` which equation a number came from.
"""
