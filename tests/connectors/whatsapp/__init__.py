"""WhatsApp through Twilio, against its stand-in over real sockets."""
