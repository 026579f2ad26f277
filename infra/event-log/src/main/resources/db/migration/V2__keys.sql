-- The keys that make the words readable. A wrapped key is the only thing here that can be destroyed.

create schema if not exists refocus_keys;

create table refocus_keys.record_key (
    id           uuid             not null primary key,
    stream       text collate "C" not null,
    generation   integer          not null,
    wrapped      bytea,
    destroyed_at timestamptz,

    constraint record_key_generation_taken unique (stream, generation),
    constraint record_key_generation_from_zero check (generation >= 0),
    constraint record_key_stream_length check (length(stream) between 1 and 200),
    constraint record_key_wrapped_length check (octet_length(wrapped) between 1 and 10000),
    constraint record_key_destroyed check ((wrapped is null) = (destroyed_at is not null))
);

-- No foreign keys: the append has looked at the record key under its lock, and a check here would write to
-- the record key's row with every event.
create table refocus_keys.data_key (
    event_id      uuid not null primary key,
    record_key_id uuid not null,
    wrapped       bytea,

    constraint data_key_wrapped_length check (octet_length(wrapped) between 1 and 10000)
);

-- ANALYZE would keep some of them in its statistics, for whoever may read the tables and after they were destroyed.
alter table refocus_keys.record_key alter column wrapped set statistics 0;
alter table refocus_keys.data_key alter column wrapped set statistics 0;

-- Which master key wraps what is new, by the eight bytes that what it wraps begins with. It is named at the first
-- start, and another when the master key is changed.
create table refocus_keys.master_key (
    one   boolean     not null default true primary key check (one),
    id    bytea       not null check (octet_length(id) = 8),
    since timestamptz not null
);

-- From when it returns, nothing new is wrapped by any other: no append is under way meanwhile, and whatever writes
-- new keys asks under the same lock which it is (not a trigger: one look for many keys).
create function refocus_keys.use_master_key(p_id bytea) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(refocus_log.append_lock());
    insert into refocus_keys.master_key (id, since) values (p_id, clock_timestamp())
    on conflict (one) do update set id = excluded.id, since = excluded.since
     where master_key.id <> excluded.id;
end
$$;

-- Wraps record keys anew: each only if it is still what the caller has opened, so that a key that was destroyed
-- meanwhile does not come back. Says how many it was.
create function refocus_keys.wrap_anew(p_ids uuid[], p_old bytea[], p_new bytea[]) returns bigint
language sql set search_path = pg_catalog, pg_temp as $$
    with wrapped as (
        update refocus_keys.record_key k set wrapped = n.new
          from unnest(p_ids, p_old, p_new) as n (id, old, new)
         where k.id = n.id and k.wrapped = n.old
        returning 1
    )
    select count(*) from wrapped
$$;

create function refocus_keys.refuse_record_key_change() returns trigger language plpgsql as $$
begin
    if old.wrapped is null
       or (new.id, new.stream, new.generation) is distinct from (old.id, old.stream, old.generation) then
        raise exception 'a record key can be destroyed once, and never come back' using errcode = 'RR001';
    end if;
    return new;
end
$$;

create function refocus_keys.refuse_data_key_change() returns trigger language plpgsql as $$
begin
    if old.wrapped is null
       or (new.event_id, new.record_key_id) is distinct from (old.event_id, old.record_key_id) then
        raise exception 'a data key can be destroyed once, and never come back' using errcode = 'RR001';
    end if;
    return new;
end
$$;

create trigger record_key_stays before delete or truncate on refocus_keys.record_key
    for each statement execute function refocus_log.refuse_change();
create trigger data_key_stays before delete or truncate on refocus_keys.data_key
    for each statement execute function refocus_log.refuse_change();
create trigger record_key_only_goes before update on refocus_keys.record_key
    for each row execute function refocus_keys.refuse_record_key_change();
create trigger data_key_only_goes before update on refocus_keys.data_key
    for each row execute function refocus_keys.refuse_data_key_change();

alter table refocus_keys.record_key enable always trigger record_key_stays;
alter table refocus_keys.record_key enable always trigger record_key_only_goes;
alter table refocus_keys.data_key enable always trigger data_key_stays;
alter table refocus_keys.data_key enable always trigger data_key_only_goes;

-- The log's own key, which guards the contents of commands that no case's key can guard. Drawn by whoever is
-- first; the others use that one.
create function refocus_keys.keep_own_key(p_id uuid, p_wrapped bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_advisory_xact_lock(refocus_log.append_lock());
    if exists (select from refocus_keys.master_key m where m.id <> substr(p_wrapped, 1, 8)) then
        raise exception 'new keys are wrapped by another master key now' using errcode = 'RR004';
    end if;
    insert into refocus_keys.record_key (id, stream, generation, wrapped)
    values (p_id, 'log/content', 0, p_wrapped) on conflict (stream, generation) do nothing;
end
$$;

-- How often keys were destroyed, and up to which time the tables of keys were written anew since. Until then the old
-- rows lie on the disk, wrapped keys and all.
create table refocus_keys.wiping (
    one       boolean not null default true primary key check (one),
    destroyed bigint  not null,
    wiped     bigint  not null
);
insert into refocus_keys.wiping (destroyed, wiped) values (0, 0);

-- Keys go only with an event that says so: words.erased of a case, and only keys of that same case. The append
-- calls this in the transaction that records the event; the owner may, after a restore has brought keys back.
-- It waits for an append that has found its key alive.
create function refocus_keys.destroy(p_said_by uuid, p_record_keys uuid[], p_data_keys_of uuid[])
returns void language plpgsql as $$
declare
    v_stream text;
    v_at     timestamptz;
begin
    perform pg_advisory_xact_lock(refocus_log.append_lock());
    select e.stream, e.recorded_at into v_stream, v_at
      from refocus_log.event e
     where e.event_id = p_said_by and e.type = 'words.erased' and e.stream like 'case/%';
    if v_stream is null then
        raise exception 'no event says that keys are destroyed' using errcode = 'RR003';
    end if;
    if exists (select from unnest(p_record_keys) as asked (id)
                 left join refocus_keys.record_key k on k.id = asked.id
                where k.stream is distinct from v_stream)
       or exists (select from refocus_keys.data_key d
                    left join refocus_keys.record_key k on k.id = d.record_key_id
                   where d.event_id = any (p_data_keys_of) and k.stream is distinct from v_stream) then
        raise exception 'an event says nothing of another stream''s keys' using errcode = 'RR003';
    end if;
    update refocus_keys.record_key set wrapped = null, destroyed_at = v_at
     where id = any (p_record_keys) and wrapped is not null;
    update refocus_keys.data_key set wrapped = null
     where event_id = any (p_data_keys_of) and wrapped is not null;
    update refocus_keys.wiping set destroyed = destroyed + 1;
    -- Every node that has unwrapped keys of the stream in memory lets go of them.
    perform pg_notify('refocus_keys', v_stream);
end
$$;

-- Nobody writes here but through the functions.
grant usage on schema refocus_keys to refocus_appender, refocus_reader;
grant select on refocus_keys.record_key, refocus_keys.data_key, refocus_keys.master_key to refocus_appender, refocus_reader;
revoke all on function refocus_keys.destroy, refocus_keys.keep_own_key, refocus_keys.use_master_key,
    refocus_keys.wrap_anew from public;
grant execute on function refocus_keys.keep_own_key to refocus_appender;
