-- Sessions that came by Kafka before what they name was there. They are no part of the record: each is tried again when
-- its case moves, and goes from here with its outcome. What was said in it is sealed.

create schema if not exists refocus_inbox;

create table refocus_inbox.waiting (
    id             uuid             not null primary key,
    topic          varchar(249)     not null,
    part           integer          not null,
    at_offset      bigint           not null,
    sent_at        timestamptz      not null,
    stream         varchar(200) collate "C" not null,
    sealed         bytea            not null,
    kept_at        timestamptz      not null default clock_timestamp(),
    until          timestamptz      not null,
    tried_position bigint           not null,  -- the log had come so far before it was last tried

    -- Of a topic that was made anew the same place is another record.
    constraint waiting_taken unique (topic, part, at_offset, sent_at)
);
create index waiting_of_stream on refocus_inbox.waiting (stream, kept_at, id);
create index waiting_until on refocus_inbox.waiting (until);

-- Their keys, apart: this table is small and is written anew when words are forgotten, so that none of those that are gone
-- lies in the files.
create table refocus_inbox.waiting_key (
    id      uuid  not null primary key references refocus_inbox.waiting on delete cascade,
    wrapped bytea not null
);
alter table refocus_inbox.waiting_key alter column wrapped set statistics 0;

-- Which node tries the sessions that wait for a stream, and up to when nobody else does.
create table refocus_inbox.turn (
    stream varchar(200) collate "C" not null primary key,
    holder uuid        not null,
    until  timestamptz not null
);

-- Which dead letters were sent again, when and by whom: the topic that they lie in only grows.
create table refocus_inbox.dead_letter_retry (
    topic      varchar(249) not null,
    part       integer      not null,
    at_offset  bigint       not null,
    sent_at    timestamptz  not null,
    retried_at timestamptz  not null default clock_timestamp(),
    retried_by varchar(100) not null,

    constraint dead_letter_retry_taken primary key (topic, part, at_offset, sent_at, retried_at)
);

grant usage on schema refocus_inbox to refocus_appender;
grant select, insert, update, delete on refocus_inbox.waiting, refocus_inbox.waiting_key, refocus_inbox.turn to refocus_appender;
grant select, insert on refocus_inbox.dead_letter_retry to refocus_appender;
