-- States of long streams as a node folded them, so that they need not be folded anew. A cache: whatever lies here can be
-- deleted at any time, and is believed only where the log says the same.

create schema if not exists refocus_snapshots;

create table refocus_snapshots.snapshot (
    stream   varchar(200) collate "C" not null constraint snapshot_taken primary key,
    sequence bigint                   not null,  -- of the last event in it
    form     bytea                    not null,  -- which program's states are like this one
    mac      bytea                    not null,
    state    bytea                    not null,
    made_at  timestamptz              not null default clock_timestamp(),

    constraint snapshot_numbers check (sequence >= 0 and octet_length(form) = 32 and octet_length(mac) = 32)
);
-- Mostly ids, which cannot be compressed.
alter table refocus_snapshots.snapshot alter column state set storage external;

-- A node writes what it has folded, puts a later one in its place, and takes away what is damaged.
grant usage on schema refocus_snapshots to refocus_appender;
grant select, insert, update, delete on refocus_snapshots.snapshot to refocus_appender;
