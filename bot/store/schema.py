"""The tables. SQLAlchemy Core, no ORM; the same schema on SQLite and PostgreSQL.

A change here needs a migration in `migrations/versions/`; tests/store/test_migrations.py compares the two. Times are UTC microseconds
since the epoch, as integers: they sort, they are alike on both databases, and no driver guesses a zone. Ids of inbox and
outbox rows come from one sequence, so the lines of a conversation are ordered by id.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

# 64-bit, because Telegram's ids need 52 bits; SQLite wants INTEGER for its rowid.
Id = BigInteger().with_variant(Integer, "sqlite")
Time = BigInteger()

customers = Table(
    "customers",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("name", String(200)),
    Column("language", String(2), nullable=False),
    Column("created_at", Time, nullable=False),
    Column("erased_at", Time),
    Column("joined_to", Id),  # this row is empty: its conversations were joined to that customer's
)

identities = Table(
    "identities",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False, index=True),
    Column("channel", String(40), nullable=False),
    Column("address", String(200), nullable=False),
    Column("created_at", Time, nullable=False),
    UniqueConstraint("channel", "address", name="uq_identities_channel_address"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("customer_id", Id, ForeignKey("customers.id"), nullable=False, index=True),
    Column("channel", String(40), nullable=False),
    Column("address", String(200), nullable=False),
    Column("version", Integer, nullable=False),  # the fence: a turn commits only onto the version it has seen
    Column("owner", String(40), nullable=False),  # the baton: bot, queue, or agent:<id>
    Column("epoch", Integer, nullable=False),  # grows when the baton moves; the send gate compares it
    Column("language", String(2), nullable=False),
    Column("state", Text, nullable=False),  # bot.conversation.State as JSON
    Column("closed", String(400)),  # why nothing may be sent there (blocked, gone); NULL when all is well
    Column("created_at", Time, nullable=False),
    Column("updated_at", Time, nullable=False),
    UniqueConstraint("channel", "address", name="uq_conversations_channel_address"),
)
Index("ix_conversations_updated", conversations.c.updated_at, conversations.c.id)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False),
    Column("channel", String(40), nullable=False),
    Column("platform_id", String(200), nullable=False),
    Column("body", Text, nullable=False),  # bot.update.Update as JSON
    Column("received_at", Time, nullable=False),
    Column("state", String(10), nullable=False),  # waiting, then one of: answered, handed, ignored, dead
    Column("reason", String(400)),
    Column("not_before", Time, nullable=False),
    UniqueConstraint("channel", "platform_id", name="uq_inbox_channel_platform_id"),
)
Index(
    "ix_inbox_waiting",
    inbox.c.conversation_id,
    sqlite_where=text("state = 'waiting'"),
    postgresql_where=text("state = 'waiting'"),
)
Index("ix_inbox_conversation", inbox.c.conversation_id, inbox.c.id)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False),
    Column("channel", String(40), nullable=False),
    Column("address", String(200), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("body", Text, nullable=False),  # bot.message.Message as JSON
    Column("trace", Text, nullable=False),  # why it was said: flow, step, intent, score, data and its age
    Column("state", String(10), nullable=False),  # queued, sending, sent, delivered, read, failed, unknown, held
    Column("reason", String(400)),
    Column("attempts", Integer, nullable=False),
    Column("platform_id", String(200)),
    Column("created_at", Time, nullable=False),
    Column("due_at", Time, nullable=False),
    Column("parts", Integer, nullable=False, server_default=text("0")),  # how many of its platform messages are sent
    Column("author", String(40), nullable=False, server_default=text("'bot'")),  # bot, notice, or agent:<id>: the send gate asks for it
)
_undelivered = text("state IN ('queued', 'sending')")
Index("ix_outbox_undelivered", outbox.c.due_at, sqlite_where=_undelivered, postgresql_where=_undelivered)
Index("ix_outbox_conversation", outbox.c.conversation_id, outbox.c.id)

_held = text("state = 'held'")
Index("ix_outbox_held", outbox.c.conversation_id, sqlite_where=_held, postgresql_where=_held)

parts = Table(
    "parts",
    metadata,
    # One row for each platform message an outbox row became, on platforms that report what became of them.
    Column("outbox_id", Id, ForeignKey("outbox.id"), primary_key=True, autoincrement=False),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("channel", String(40), nullable=False),
    Column("platform_id", String(200), nullable=False),
    Column("state", String(10), nullable=False),  # sent, delivered, read, failed, held
    UniqueConstraint("channel", "platform_id", name="uq_parts_channel_platform_id"),
)

files = Table(
    "files",
    metadata,
    # What customers sent, by the platform's reference, until the bytes are kept here.
    Column("id", String(40), primary_key=True),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False, index=True),
    Column("channel", String(40), nullable=False),
    Column("source", Text, nullable=False),
    Column("name", String(400), nullable=False),
    Column("state", String(10), nullable=False),  # wanted, kept, gone
    Column("reason", String(400)),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Time, nullable=False),
)
_wanted = text("state = 'wanted'")
Index("ix_files_wanted", files.c.due_at, sqlite_where=_wanted, postgresql_where=_wanted)

cases = Table(
    "cases",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False, index=True),
    Column("state", String(10), nullable=False),  # waiting (in the queue), agent, snoozed; then solved (the customer said so) or closed
    Column("intent", String(40), nullable=False),
    Column("reason", String(80)),
    Column("summary", Text, nullable=False),  # what a person needs to know, as JSON
    Column("opened_at", Time, nullable=False),
    Column("handed_at", Time),
    Column("due_at", Time),
    Column("closed_at", Time),
    Column("agent_id", Id),  # who has it, or had it last: a follow-up goes to them
    Column("priority", Integer, nullable=False, server_default=text("0")),
    Column("topic", String(40), nullable=False, server_default=text("''")),  # the intent it is about, for routing and filters
    Column("tone", String(10), nullable=False, server_default=text("'calm'")),
    Column("waiting_since", Time),  # the customer's oldest word that no person has answered; NULL when it is our turn to wait
    Column("first_due_at", Time),  # the first reply of a person is promised by then
    Column("first_reply_at", Time),
    Column("snoozed_until", Time),
    Column("reopened", Integer, nullable=False, server_default=text("0")),
    Column("rating", Integer),
    Column("comment", Text),
    Column("escalated_at", Time),
)
_live = text("state IN ('waiting', 'agent', 'snoozed')")
Index("ix_cases_live", cases.c.waiting_since, sqlite_where=_live, postgresql_where=_live)

agents = Table(
    "agents",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("name", String(100), nullable=False),
    Column("email", String(200), nullable=False),
    Column("password", String(200), nullable=False),  # argon2's own text: method, parameters, salt, hash
    Column("must_change", Integer, nullable=False),  # 1 while the password is the one-time one
    Column("totp", String(64)),
    Column("totp_used", Integer),  # the last time step a code was taken for: a code works once
    Column("role", String(10), nullable=False),  # agent, lead, owner
    Column("status", String(10), nullable=False),  # available, busy, away
    Column("settings", Text, nullable=False),  # languages, topics, most cases at once, language of the desk, keys on or off, as JSON
    Column("created_at", Time, nullable=False),
    Column("disabled_at", Time),
    UniqueConstraint("email", name="uq_agents_email"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the cookie's secret; the secret itself is nowhere
    Column("agent_id", Id, ForeignKey("agents.id"), nullable=False, index=True),
    Column("csrf", String(64), nullable=False),
    Column("created_at", Time, nullable=False),
    Column("seen_at", Time, nullable=False),
    Column("expires_at", Time, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    # What agents write for each other; never sent.
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False, index=True),
    Column("agent_id", Id, ForeignKey("agents.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", Time, nullable=False),
    Column("deleted_at", Time),
)

drafts = Table(
    "drafts",
    metadata,
    Column("agent_id", Id, ForeignKey("agents.id"), primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversations.id"), primary_key=True, autoincrement=False),
    Column("mode", String(10), primary_key=True),  # reply, note
    Column("text", Text, nullable=False),
    Column("updated_at", Time, nullable=False),
)

topics = Table(
    "topics",
    metadata,
    # The staff group's forum topics: one for each conversation that a person has had.
    Column("conversation_id", Id, ForeignKey("conversations.id"), primary_key=True, autoincrement=False),
    Column("chat", String(40), nullable=False),
    Column("thread", String(40), nullable=False),
    Column("created_at", Time, nullable=False),
    UniqueConstraint("chat", "thread", name="uq_topics_chat_thread"),
)

relayed = Table(
    "relayed",
    metadata,
    # Which message in the staff group stands for which line of a conversation, so that edits and answers find each other.
    Column("chat", String(40), primary_key=True),
    Column("message", String(40), primary_key=True),
    Column("line_id", Id, nullable=False, index=True),  # an inbox, outbox or note id: they come from one sequence
)

promises = Table(
    "promises",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False, index=True),
    Column("key", String(200), nullable=False),  # run and step: a promise is made once
    Column("text", Text, nullable=False),
    Column("owner", String(40), nullable=False),
    Column("due_at", Time, nullable=False),
    Column("state", String(10), nullable=False),  # open, kept, moved (apologised for, with a new time), void
    Column("made_at", Time, nullable=False),
    Column("settled_at", Time),
    UniqueConstraint("conversation_id", "key", name="uq_promises_conversation_key"),
)
_open = text("state = 'open'")
Index("ix_promises_open", promises.c.due_at, sqlite_where=_open, postgresql_where=_open)

timers = Table(
    "timers",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("data", Text, nullable=False),
    Column("due_at", Time, nullable=False),
    Column("state", String(10), nullable=False),  # due, fired, void
)
Index("ix_timers_due", timers.c.due_at, sqlite_where=text("state = 'due'"), postgresql_where=text("state = 'due'"))

deeds = Table(
    "deeds",
    metadata,
    Column("key", String(300), primary_key=True),  # conversation/run/step: also the shop's idempotency key
    Column("result", Text),  # NULL between started and finished
    Column("started_at", Time, nullable=False),
)

gates = Table(
    "gates",
    metadata,
    Column("key", String(240), primary_key=True),  # conversation:<id> or order:<number>
    Column("misses", Integer, nullable=False),
    Column("since", Time, nullable=False),
    Column("closed_until", Time, nullable=False),
)

codes = Table(
    "codes",
    metadata,
    # One-time codes; the codes themselves are with the people they were told to.
    Column("digest", String(64), primary_key=True),  # SHA-256, hexadecimal
    Column("kind", String(10), nullable=False),  # join, order
    Column("conversation_id", Id, ForeignKey("conversations.id"), index=True),  # a join: where it was made
    Column("order_number", String(80)),  # an order: which one it opens
    Column("created_at", Time, nullable=False),
    Column("expires_at", Time, nullable=False),
    Column("used_at", Time),
    Column("used_in", Id, ForeignKey("conversations.id"), index=True),
)

lessons = Table(
    "lessons",
    metadata,
    # What an agent said a customer's message meant. The words stay with the message alone, so that erasing takes them along.
    Column("update_id", Id, ForeignKey("inbox.id"), primary_key=True, autoincrement=False),
    Column("conversation_id", Id, ForeignKey("conversations.id"), nullable=False, index=True),
    Column("understood", String(80), nullable=False),  # the intent the bot saw in it; empty when that is not known
    Column("score", Integer),  # thousandths
    Column("meant", String(80), nullable=False),
    Column("agent_id", Id, ForeignKey("agents.id"), nullable=False),
    Column("at", Time, nullable=False),
    Column("exported_at", Time),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("at", Time, nullable=False),
    Column("actor", String(80), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
)
Index("ix_audit_subject", audit.c.subject, audit.c.at)
