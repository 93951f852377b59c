"""The store: the one truth. Inbox, conversations, outbox, promises and timers change together or not at all."""
