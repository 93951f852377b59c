"""The people's side of the core: who has a conversation, what waits for whom, and what agents may do with it.

Theory. A conversation has one owner at a time, the *baton*: the bot, the queue, or one agent. While it is in the queue the bot still
serves (somebody has to say when a person comes); from the moment an agent takes over, the bot is silent. Each move of the baton raises the
conversation's epoch and its version, so a turn that was being worked out is worked out anew, and a message decided before the move is
stopped at the send gate. A *case* is the matter an agent has or will have; a conversation has at most one live case.

`agents.py` who may enter, `baton.py` moves, `queue.py` routing and clocks, `replies.py` what agents say and note, `ledger.py` promises by
agents, `closing.py` solved or not, ratings, `view.py` (with `lines.py` and `why.py`) what desks show,
`freeze.py` a conversation as a test, `events.py` who is told at once.
Desks (connectors/desks/) call these and nothing below them.
"""
