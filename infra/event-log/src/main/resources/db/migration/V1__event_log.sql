-- The event log. Rows are added; nothing changes one and nothing takes one away.

create schema if not exists refocus_log;

-- Where nobody made the roles beforehand they are made here, without a login.
do $roles$
declare
    wanted text;
begin
    foreach wanted in array array['refocus_appender', 'refocus_reader'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null; -- another database of the same server was faster
            end;
        end if;
    end loop;
end
$roles$;

-- Collation C compares bytes: fast, and the same wherever the log is restored. Few checks, and lengths as types:
-- a statement that writes one row takes up every check anew, and ten of them cost a tenth of an append.
create table refocus_log.event (
    position        bigint                   not null constraint event_position_taken primary key,
    sequence        bigint                   not null,
    occurred_at     timestamptz              not null,
    recorded_at     timestamptz              not null,
    revision        integer                  not null,
    event_id        uuid                     not null constraint event_id_taken unique,
    command_id      uuid                     not null,
    stream          varchar(200) collate "C" not null,
    type            varchar(100) collate "C" not null,
    posted_by       varchar(300) collate "C" not null,
    recorded_by     varchar(300) collate "C" not null,
    leaf_hash       bytea                    not null,
    content_mac     bytea,
    content_mac_key uuid,
    payload         bytea                    not null,

    constraint event_sequence_taken unique (stream, sequence),
    constraint event_numbers check (position >= 1 and sequence >= 0 and revision >= 1),
    constraint event_lengths check (octet_length(leaf_hash) = 32 and octet_length(payload) >= 2
        and coalesce(octet_length(content_mac), 32) = 32
        and (content_mac is null) = (content_mac_key is null)),
    -- A year of four digits, so that a leaf's text has one form; infinity is outside too.
    constraint event_times check (
        occurred_at >= '1800-01-01 00:00:00+00' and occurred_at < '10000-01-01 00:00:00+00'
        and recorded_at >= '1800-01-01 00:00:00+00' and recorded_at < '10000-01-01 00:00:00+00')
);

-- Only a command's first event has a content_mac, and beside it the id of the record key that it was made
-- under. The command's other events follow it by position, up to the next row that has one; so one small
-- index finds a whole command.
create unique index event_command_taken on refocus_log.event (command_id) where content_mac is not null;

-- No later event is ever stamped at or below the floor. It only rises.
create table refocus_log.log_floor (
    one   boolean     not null default true primary key check (one),
    floor timestamptz not null
);
insert into refocus_log.log_floor (floor) values ('-infinity');

-- Who this log is: drawn once, part of every checkpoint.
create table refocus_log.log_identity (
    one        boolean     not null default true primary key check (one),
    log_id     uuid        not null,
    created_at timestamptz not null
);
insert into refocus_log.log_identity (log_id, created_at) values (gen_random_uuid(), clock_timestamp());

-- A migration that older programs cannot live with adds a row; the highest number is the data's format.
create table refocus_log.data_format (
    format integer     not null primary key,
    since  timestamptz not null default clock_timestamp()
);
insert into refocus_log.data_format (format) values (1);

-- The one lock that puts all appends of all nodes in one order. Held to commit, so positions are given in
-- commit order and never leave a hole.
create function refocus_log.append_lock() returns bigint
language sql immutable parallel safe return 5932110740627235;

create function refocus_log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is refused: %.% only grows', tg_op, tg_table_schema, tg_table_name
        using errcode = 'RR001';
end
$$;

create function refocus_log.refuse_fall() returns trigger language plpgsql as $$
begin
    if new.floor < old.floor then
        raise exception 'the floor of the log only rises' using errcode = 'RR001';
    end if;
    return new;
end
$$;

create trigger event_only_grows before update or delete or truncate on refocus_log.event
    for each statement execute function refocus_log.refuse_change();
create trigger log_identity_stays before update or delete or truncate on refocus_log.log_identity
    for each statement execute function refocus_log.refuse_change();
create trigger data_format_only_grows before update or delete or truncate on refocus_log.data_format
    for each statement execute function refocus_log.refuse_change();
create trigger log_floor_stays before delete or truncate on refocus_log.log_floor
    for each statement execute function refocus_log.refuse_change();
create trigger log_floor_only_rises before update on refocus_log.log_floor
    for each row execute function refocus_log.refuse_fall();

-- Always: also under session_replication_role = replica, which passes by ordinary triggers.
alter table refocus_log.event enable always trigger event_only_grows;
alter table refocus_log.log_identity enable always trigger log_identity_stays;
alter table refocus_log.data_format enable always trigger data_format_only_grows;
alter table refocus_log.log_floor enable always trigger log_floor_stays;
alter table refocus_log.log_floor enable always trigger log_floor_only_rises;

grant usage on schema refocus_log to refocus_appender, refocus_reader;
grant select on refocus_log.event, refocus_log.log_floor, refocus_log.log_identity, refocus_log.data_format
    to refocus_appender, refocus_reader;
