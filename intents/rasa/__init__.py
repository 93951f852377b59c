"""Understanding by a Rasa server beside us: its client, its answers, the breaker, and the engine that puts them together.

The one place of this package that talks to the network. `config.yml` and `requirements.txt` beside these modules are for the Rasa that
`scripts/rasa` installs, trains and serves; Frontdesk itself never imports it. Neighbours: `bot/app.py` builds `engine.RasaEngine`,
`intents/server.py` is the other direction: our answers in Rasa's shape.
"""
