"""Understanding: text in, `Understanding` out.

Nothing here talks to a network, a store or a clock; the only file read at run time is the trained model. `bot/decide.py`
reads what `engine.Engine` answers. Training and measuring live here too, but never run inside the server process.
"""
