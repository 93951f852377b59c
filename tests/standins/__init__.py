"""Stand-ins for the platforms: servers on real sockets that keep each platform's rules, and the customer's phone on the other side."""
