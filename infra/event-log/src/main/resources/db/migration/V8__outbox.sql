-- How far events were sent out, to each topic. Apart from the views: they are made anew now and then, and what was
-- sent once need not be sent again.

create schema if not exists refocus_outbox;

create table refocus_outbox.topic (
    name     varchar(249) collate "C" not null constraint topic_taken primary key,
    -- The second number of the lock by which a session holds it.
    number   integer generated always as identity constraint topic_number_taken unique,
    -- The brokers' own id of it: another topic of that name has nothing of what was sent. Null: nothing was.
    topic_id varchar(60) collate "C",
    -- All up to here was acknowledged.
    position bigint not null default 0 check (position >= 0),
    -- Up to here nothing was asked for: it was filled from the event behind it.
    since    bigint not null default 0 check (since between 0 and position),
    -- Who may move the position: whoever claimed it last.
    claim    bigint not null default 0
);

-- A number for each session that claims a topic; 0 is nobody's.
create sequence refocus_outbox.claim;

grant usage on schema refocus_outbox to refocus_reader;
grant select, insert, update on refocus_outbox.topic to refocus_reader;
grant usage on sequence refocus_outbox.claim to refocus_reader;
