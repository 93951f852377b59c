"""`python -m bot` is `frontdesk`."""

from bot.cli import main

main()
