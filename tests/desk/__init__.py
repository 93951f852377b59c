"""The people's side: agents, the baton, queues, replies, promises, closing."""
