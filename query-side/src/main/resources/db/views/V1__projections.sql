-- How far each view has come, and what it holds. Views can be thrown away and folded anew from the log.

create table refocus_views.projection (
    name     varchar(60) collate "C" not null primary key,
    version  integer not null,
    position bigint  not null,
    -- Rows that the view holds, and the sum modulo 2^256 of their SHA-256.
    count    bigint  not null,
    digest   bytea   not null check (octet_length(digest) = 32),
    paused   boolean not null default false
);

-- Streams with an event that could not be applied: it and all later ones of the stream wait here, visibly.
create table refocus_views.parked (
    name           varchar(60)  collate "C" not null references refocus_views.projection on delete cascade,
    stream         varchar(200) collate "C" not null,
    first_position bigint       not null,
    last_position  bigint       not null,
    events         bigint       not null,
    cause          text         not null,
    since          timestamptz  not null default clock_timestamp(),
    primary key (name, stream)
);
create index parked_by_stream on refocus_views.parked (stream);
