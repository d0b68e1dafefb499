"""From files people write to checked data the engine can play.

Start in `load.py`; the form of a scenario is in `scenario.py`; `check.py` tells an author all that
is wrong with a file. Nothing here knows the rules of play.
"""
