-- A command as a node hands it over before its events are written: what it is checked against, and its keys.
create type refocus_log.new_command as (
    command_id            uuid,
    content_mac_key       uuid,      -- the command's record key, or the log's own
    stream                text,
    next_sequence         bigint,
    last_event            uuid,      -- the stream's, as the caller has it; null: of that nobody says
    events                integer,   -- how many
    record_key            uuid,      -- null: the command used none
    record_key_generation integer,
    new_record_key        bytea,     -- null: the key is in the log already
    words_of              uuid[],    -- the events that have words; null: none has
    wrapped_data_keys     bytea[]    -- theirs
);

-- The only event of a command. All of it is known before the log's lock is taken but the place and the record
-- time, which the log gives.
create type refocus_log.only_event as (
    event_id       uuid,
    type           text,
    revision       integer,
    occurred_at    timestamptz,      -- null: stands at its record time
    posted_by      text,
    recorded_by    text,
    content_mac    bytea,
    payload        bytea,
    leaf_beginning bytea,            -- the leaf's text up to the first instant that the log gives,
    leaf_middle    bytea,            -- between occurredAt and recordedAt, where the log gives both; else null,
    leaf_end       bytea             -- and the rest
);

-- Instants in a leaf have one form.
create function refocus_log.leaf_time(p_instant timestamptz) returns text
language sql immutable parallel safe
return to_char(p_instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- The hash of a leaf, as RFC 6962 has it. What the log gives stands between what was sent: the record time, and
-- the place too of what stands at its record time.
create function refocus_log.leaf_hash(p_beginning bytea, p_middle bytea, p_end bytea, p_stamped bytea) returns bytea
language sql immutable parallel safe
return sha256('\x00'::bytea || p_beginning || coalesce(p_stamped || p_middle, ''::bytea) || p_stamped || p_end);

-- Whether commands stand, by the one text of the rules; asked under the lock. The commands of one call are of as many
-- streams, so that none can stand in another's way.
--   appended  it stands
--   repeated  the command id is in the log already
--   version   the stream has not as many events as the caller thought; or as many, and another last: a database that
--             took this one's place had lost some
--   key       the record key that the words were encrypted under, or the content mac was made under, is gone,
--             or another came before
-- Each look is a subselect with a limit, which leaves the planner nothing but an index, whatever it thinks of the
-- table's size.
-- A function that the planner takes apart into the statement that asks: it has no rights and no settings of its own.
create function refocus_log.standing(p_commands refocus_log.new_command[])
returns table (ordinal bigint, outcome text)
language sql stable as $$
    select c.ordinality,
           case
               when (select true from refocus_log.event e
                      where e.command_id = c.command_id and e.content_mac is not null limit 1) then 'repeated'
               when coalesce(s.next_sequence, 0) <> c.next_sequence or s.last_event <> c.last_event then 'version'
               when c.content_mac_key is distinct from c.record_key
                    and (select true from refocus_keys.record_key k
                          where k.id = c.content_mac_key and k.stream = 'log/content'
                            and k.wrapped is not null limit 1) is null then 'key'
               when c.record_key is null then 'appended'
               when coalesce(
                        (select case when c.new_record_key is null
                                     then k.id = c.record_key and k.wrapped is not null
                                     else k.wrapped is null and k.generation + 1 = c.record_key_generation end
                           from refocus_keys.record_key k
                          where k.stream = c.stream order by k.generation desc limit 1),
                        c.new_record_key is not null and c.record_key_generation = 0) then 'appended'
               else 'key'
           end
      from unnest(p_commands) with ordinality as c
           left join lateral (select e.sequence + 1 as next_sequence, e.event_id as last_event
                                from refocus_log.event e
                               where e.stream = c.stream order by e.sequence desc limit 1) s on true
$$;

-- What the log gives under its lock: the last position, and a record time above every one and above the floor.
create function refocus_log.place()
returns table (head bigint, stamp timestamptz)
language sql volatile as $$
    select coalesce(h.position, 0),
           greatest(clock_timestamp(), h.recorded_at + interval '1 microsecond', f.floor + interval '1 microsecond')
      from refocus_log.log_floor f
           left join lateral (select e.position, e.recorded_at
                                from refocus_log.event e order by e.position desc limit 1) h on true
     where f.one
$$;

-- New keys are wrapped by the master key that the log names, each of them, or nothing is written.
create function refocus_log.require_master_key(p_new_record_keys bytea[]) returns void
language plpgsql stable as $$
begin
    if exists (select from refocus_keys.master_key m, unnest(p_new_record_keys) as n (wrapped)
                where m.one and m.id <> substr(n.wrapped, 1, 8)) then
        raise exception 'new keys are wrapped by another master key now' using errcode = 'RR004';
    end if;
end
$$;

-- Takes the lock for commands whose events the caller then copies into refocus_log.event, in the same transaction:
-- those of the commands that stand, at positions from head + 1 on and all at the one record time. Writes their keys.
-- A command that does not stand leaves the others alone.
-- Runs with the owner's rights, and is with refocus_log.append the only way in for keys.
-- Lock and look are statements of their own: under READ COMMITTED each statement of a function has a snapshot of
-- its own, so the look sees what the last holder committed.
create function refocus_log.begin_append(
    p_commands refocus_log.new_command[],
    out head bigint, out stamp timestamptz, out outcomes text[])
language plpgsql security definer set search_path = pg_catalog, pg_temp
-- A plan that was made while the table was small must not stay when it is large.
set enable_seqscan = off
-- Planned once in a session: to plan these statements anew for each call took longer than to run them.
set plan_cache_mode = force_generic_plan
as $$
declare
    v_nothing text;
    v_events  bigint;
    v_new     bytea[];
    v_words   boolean;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'an append needs READ COMMITTED' using errcode = 'RR002';
    end if;
    v_nothing := pg_advisory_xact_lock(refocus_log.append_lock());
    -- A node that stands still now must not keep the others out for long.
    v_nothing := set_config('transaction_timeout', '10s', true);

    select p.head, p.stamp into head, stamp from refocus_log.place() p;
    select array_agg(s.outcome order by s.ordinal) into outcomes
      from refocus_log.standing(p_commands) s;
    select sum(c.events), array_agg(c.new_record_key) filter (where c.new_record_key is not null),
           bool_or(c.words_of is not null)
      into v_events, v_new, v_words
      from unnest(p_commands) with ordinality as c
     where outcomes[c.ordinality] = 'appended';
    if v_events is null then
        return;
    end if;

    if v_new is not null then
        perform refocus_log.require_master_key(v_new);
        insert into refocus_keys.record_key (id, stream, generation, wrapped)
        select c.record_key, c.stream, c.record_key_generation, c.new_record_key
          from unnest(p_commands) with ordinality as c
         where c.new_record_key is not null and outcomes[c.ordinality] = 'appended';
    end if;
    if v_words then
        insert into refocus_keys.data_key (event_id, record_key_id, wrapped)
        select w.event_id, c.record_key, w.wrapped
          from unnest(p_commands) with ordinality as c
               cross join lateral unnest(c.words_of, c.wrapped_data_keys) as w (event_id, wrapped)
         where outcomes[c.ordinality] = 'appended';
    end if;
    v_nothing := pg_notify('refocus_log', (head + v_events)::text);
end
$$;

-- Records a command of one event alone, in one round trip: locks, checks, stamps, hashes, writes. An erasure comes
-- this way and no other, with the keys that it destroys.
create function refocus_log.append(
    p_command refocus_log.new_command, p_event refocus_log.only_event,
    p_destroy_record_keys uuid[], p_destroy_data_keys_of uuid[],
    out outcome text, out "position" bigint, out recorded_at timestamptz, out leaf_hash bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    v_nothing text;
    v_place   bigint;
    v_stamp   timestamptz;
    v_outcome text;
    v_leaf    bytea;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'an append needs READ COMMITTED' using errcode = 'RR002';
    end if;
    -- Else a repeat of the erasure itself could not be told any more.
    if p_command.content_mac_key = any (p_destroy_record_keys) then
        raise exception 'an erasure destroys the key of its own content mac' using errcode = 'RR003';
    end if;
    v_nothing := pg_advisory_xact_lock(refocus_log.append_lock());
    -- One that waits now, as for a table of keys that somebody locked, must not keep the others out for long.
    v_nothing := set_config('transaction_timeout', '10s', true);

    select p.head + 1, p.stamp, s.outcome into v_place, v_stamp, v_outcome
      from refocus_log.place() p cross join refocus_log.standing(array[p_command]) s;
    outcome := v_outcome;
    if v_outcome <> 'appended' then
        return;
    end if;

    if p_command.new_record_key is not null then
        perform refocus_log.require_master_key(array[p_command.new_record_key]);
        insert into refocus_keys.record_key (id, stream, generation, wrapped)
        values (p_command.record_key, p_command.stream, p_command.record_key_generation, p_command.new_record_key);
    end if;
    if p_command.words_of is not null then
        insert into refocus_keys.data_key (event_id, record_key_id, wrapped)
        values (p_event.event_id, p_command.record_key, p_command.wrapped_data_keys[1]);
    end if;
    v_leaf := refocus_log.leaf_hash(p_event.leaf_beginning, p_event.leaf_middle, p_event.leaf_end,
                                    convert_to(refocus_log.leaf_time(v_stamp), 'UTF8'));
    insert into refocus_log.event
        (position, sequence, occurred_at, recorded_at, revision, event_id, command_id, stream, type,
         posted_by, recorded_by, leaf_hash, content_mac, content_mac_key, payload)
    values (v_place, p_command.next_sequence, coalesce(p_event.occurred_at, v_stamp), v_stamp, p_event.revision,
            p_event.event_id, p_command.command_id, p_command.stream, p_event.type, p_event.posted_by,
            p_event.recorded_by, v_leaf, p_event.content_mac, p_command.content_mac_key, p_event.payload);
    if p_destroy_record_keys is not null or p_destroy_data_keys_of is not null then
        perform refocus_keys.destroy(p_event.event_id, p_destroy_record_keys, p_destroy_data_keys_of);
    end if;
    v_nothing := pg_notify('refocus_log', v_place::text);
    "position" := v_place;
    recorded_at := v_stamp;
    leaf_hash := v_leaf;
end
$$;

revoke all on function refocus_log.standing, refocus_log.place, refocus_log.require_master_key,
    refocus_log.begin_append, refocus_log.append from public;
grant execute on function refocus_log.begin_append, refocus_log.append to refocus_appender;
grant insert on refocus_log.event to refocus_appender;
