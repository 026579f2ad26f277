-- Who read whose record. Entries are added; nothing changes one, and they go away by whole months. No column
-- holds anything that stands in a record: ids, codes and times, and what a caller said the read was for.

create table refocus_access.access (
    case_id       uuid                     not null,
    at            timestamptz              not null,
    id            uuid                     not null,
    account       varchar(300) collate "C" not null,
    person        varchar(300) collate "C" not null,
    role          varchar(60)  collate "C" not null,
    what          varchar(60)  collate "C" not null,
    as_of         timestamptz,
    known_at      timestamptz,
    purpose       varchar(60)  collate "C",
    purpose_words varchar(1000),
    outcome       varchar(20)  collate "C" not null,

    -- It is asked case by case, newest first; and a writer that does not know whether an entry is there writes it again.
    primary key (case_id, at, id)
) partition by range (at);

create function refocus_access.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is refused: %.% only grows', tg_op, tg_table_schema, tg_table_name
        using errcode = 'RR001';
end
$$;

create function refocus_access.only_grows(grows text) returns void language plpgsql as $$
begin
    execute format('create trigger only_grows before update or delete or truncate on refocus_access.%I'
        ' for each statement execute function refocus_access.refuse_change()', grows);
    -- Always: also under session_replication_role = replica, which passes by ordinary triggers.
    execute format('alter table refocus_access.%I enable always trigger only_grows', grows);
end
$$;

select refocus_access.only_grows('access');

-- One node at a time makes or drops months.
create function refocus_access.months_lock() returns bigint
language sql immutable parallel safe return 5932110740627239;

-- Makes the month that begins on this day, in UTC; 0 where it is there. It is filled in before it is attached, so
-- that nobody who reads or writes waits.
create function refocus_access.make_month(first date) returns integer language plpgsql as $$
declare
    month text := 'access_' || to_char(first, 'YYYY_MM');
begin
    if first <> date_trunc('month', first)::date then
        raise exception 'a month begins on its first day';
    end if;
    perform pg_advisory_xact_lock(refocus_access.months_lock());
    if to_regclass('refocus_access.' || month) is not null then
        return 0;
    end if;
    execute format('create table refocus_access.%I (like refocus_access.access including all)', month);
    perform refocus_access.only_grows(month);
    execute format('alter table refocus_access.access attach partition refocus_access.%I for values from (%L) to (%L)',
        month, first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
    return 1;
end
$$;

-- Drops the months that end on this day or before; says how many.
create function refocus_access.drop_before(kept date) returns integer language plpgsql as $$
declare
    month   text;
    dropped integer := 0;
begin
    perform pg_advisory_xact_lock(refocus_access.months_lock());
    for month in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'refocus_access.access'::regclass
           and (to_date(substr(c.relname, 8), 'YYYY_MM') + interval '1 month')::date <= kept
         order by c.relname
    loop
        execute format('drop table refocus_access.%I', month);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;

revoke all on function refocus_access.make_month(date), refocus_access.drop_before(date),
    refocus_access.only_grows(text) from public;
