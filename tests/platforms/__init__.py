"""The whole of Frontdesk behind each messenger: a real server, real sockets, the platform's stand-in, a customer's phone."""
