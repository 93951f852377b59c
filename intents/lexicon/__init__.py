"""The words of the shop's talk in four languages, by what they mean. Tables only; `concepts.py` looks words up in them."""
