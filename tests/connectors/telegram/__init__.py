"""The Telegram connector, against a stand-in on a real socket."""
