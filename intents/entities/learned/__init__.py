"""Entities that a shop's own training data teach: a tagger learned from annotations, lookups, regexes, synonyms.

`tagger.py` finds (numpy only), `training.py` learns (scipy; only in the training process), `words.py` cuts a text into words and
says what is seen of each, `exact.py` has lookups and regexes, `field.py` the mathematics of learning, `figures.py` how good it is.
The finders of kinds that Frontdesk knows by itself are one floor up; `intents/engine.py` joins both.
"""
