-- A command as a node hands it over, with its events. All of it is known before the log's lock is taken but the
-- place and the record time, which the log gives.
create type refocus_log.new_event as (
    event_id           uuid,
    type               text,
    revision           integer,
    occurred_at        timestamptz,  -- null: stands at its record time
    payload            bytea,
    leaf_beginning     bytea,        -- the leaf's text up to the first instant that the log gives,
    leaf_middle        bytea,        -- between occurredAt and recordedAt, where the log gives both; else null,
    leaf_end           bytea,        -- and the rest
    wrapped_data_key   bytea         -- null: the event has no words
);

create type refocus_log.new_command as (
    command_id            uuid,
    content_mac           bytea,
    content_mac_key       uuid,      -- the command's record key, or the log's own
    stream                text,
    next_sequence         bigint,
    posted_by             text,
    recorded_by           text,
    record_key            uuid,      -- null: the command used none
    record_key_generation integer,
    new_record_key        bytea,     -- null: the key is in the log already
    destroy_record_keys   uuid[],    -- null: destroys none; else an event of the command is words.erased
    destroy_data_keys_of  uuid[],
    events                refocus_log.new_event[]
);

-- Instants in a leaf have one form.
create function refocus_log.leaf_time(p_instant timestamptz) returns text
language sql immutable parallel safe
return to_char(p_instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- Records commands, each whole or not at all, and answers for each in turn:
--   appended  first_position, recorded_at and leaf_hashes say where and when
--   repeated  the command id is in the log already
--   version   the stream has next_sequence events, not as many as the caller thought
--   key       the record key that the words were encrypted under, or the content mac was made under, is gone,
--             or another came before
-- The commands of one call are of as many streams, so that none can stand in another's way. A command that does
-- not stand leaves the others alone.
-- Runs with the owner's rights, and is the only way in for events: the appender may write to no table. (Two other
-- functions write something else: keep_own_key the log's own key, known_at the floor.)
-- Lock and look are statements of their own: under READ COMMITTED each statement of a function has a snapshot of
-- its own, so the look sees what the last holder committed.
create function refocus_log.append(p_commands refocus_log.new_command[])
returns table (outcome text, next_sequence bigint, first_position bigint, recorded_at timestamptz, leaf_hashes bytea[])
language plpgsql security definer set search_path = pg_catalog, pg_temp
-- A plan that was made while the table was small must not stay when it is large.
set enable_seqscan = off
-- Planned once in a session: to plan these statements anew for each call took longer than to run them.
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
    v_head     bigint;
    v_stamp    timestamptz;
    v_stamped  bytea;
    v_outcomes text[];
    v_next     bigint[];
    v_new_keys boolean;
    v_words    boolean;
    v_erasures boolean;
    v_count    bigint;
    v_leaves   bytea[];
    v_erasure  record;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'an append needs READ COMMITTED' using errcode = 'RR002';
    end if;

    perform pg_advisory_xact_lock(refocus_log.append_lock());

    select max(h.position), max(h.stamp),
           array_agg(case
               when c.content_mac is null or c.content_mac_key is null or coalesce(cardinality(c.events), 0) = 0
                   then 'incomplete'
               -- Else a repeat of the erasure itself could not be told any more.
               when c.content_mac_key = any (c.destroy_record_keys) then 'erases its own guard'
               -- Not "exists", which might be planned as a hash over every command that there ever was.
               when (select true from refocus_log.event e
                      where e.command_id = c.command_id and e.content_mac is not null limit 1) then 'repeated'
               when s.next_sequence <> c.next_sequence then 'version'
               when c.content_mac_key is distinct from c.record_key
                    and (select true from refocus_keys.record_key k
                          where k.id = c.content_mac_key and k.stream = 'log/content'
                            and k.wrapped is not null limit 1) is null then 'key'
               when c.record_key is null then 'appended'
               when c.new_record_key is null and (k.id is distinct from c.record_key or not k.lives) then 'key'
               when c.new_record_key is not null
                    and (k.lives or c.record_key_generation <> coalesce(k.generation + 1, 0)) then 'key'
               else 'appended'
           end order by c.ordinality),
           array_agg(s.next_sequence order by c.ordinality),
           bool_or(c.new_record_key is not null),
           bool_or(c.record_key is not null),
           bool_or(c.destroy_record_keys is not null or c.destroy_data_keys_of is not null)
      into v_head, v_stamp, v_outcomes, v_next, v_new_keys, v_words, v_erasures
      from (select coalesce(h.position, 0) as position,
                   greatest(clock_timestamp(),
                            h.recorded_at + interval '1 microsecond',
                            f.floor + interval '1 microsecond') as stamp
              from refocus_log.log_floor f
              left join lateral (select e.position, e.recorded_at from refocus_log.event e
                                  order by e.position desc limit 1) h on true) h
           cross join unnest(p_commands) with ordinality as c
           cross join lateral (
               select coalesce((select e.sequence + 1 from refocus_log.event e
                                 where e.stream = c.stream order by e.sequence desc limit 1), 0)
                      as next_sequence) s
           left join lateral (
               select k.id, k.generation, k.wrapped is not null as lives from refocus_keys.record_key k
                where c.record_key is not null and k.stream = c.stream
                order by k.generation desc limit 1) k on true;

    if 'incomplete' = any (v_outcomes) then
        raise exception 'an append needs a content mac, its key and an event' using errcode = 'RR002';
    end if;
    if 'erases its own guard' = any (v_outcomes) then
        raise exception 'an erasure destroys the key of its own content mac' using errcode = 'RR003';
    end if;

    if v_new_keys then
        insert into refocus_keys.record_key (id, stream, generation, wrapped)
        select c.record_key, c.stream, c.record_key_generation, c.new_record_key
          from unnest(p_commands) with ordinality as c
         where c.new_record_key is not null and v_outcomes[c.ordinality] = 'appended';
    end if;
    if v_words then
        insert into refocus_keys.data_key (event_id, record_key_id, wrapped)
        select e.event_id, c.record_key, e.wrapped_data_key
          from unnest(p_commands) with ordinality as c
               cross join lateral unnest(c.events) as e
         where c.record_key is not null and e.wrapped_data_key is not null
           and v_outcomes[c.ordinality] = 'appended';
    end if;

    v_stamped := convert_to(refocus_log.leaf_time(v_stamp), 'UTF8');
    with laid as (
        select c.ordinality as command, row_number() over (order by c.ordinality, e.ordinality) as place,
               c.command_id, c.content_mac, c.content_mac_key, c.stream, c.next_sequence, c.posted_by,
               c.recorded_by, e.event_id, e.type, e.revision, e.occurred_at, e.payload, e.leaf_beginning,
               e.leaf_middle, e.leaf_end, e.ordinality as ordinal
          from unnest(p_commands) with ordinality as c
               cross join lateral unnest(c.events) with ordinality as e
         where v_outcomes[c.ordinality] = 'appended'
    ), recorded as (
        insert into refocus_log.event
            (position, sequence, occurred_at, recorded_at, revision, event_id, command_id, stream, type,
             posted_by, recorded_by, leaf_hash, content_mac, content_mac_key, payload)
        select v_head + n.place, n.next_sequence + n.ordinal - 1, coalesce(n.occurred_at, v_stamp), v_stamp,
               n.revision, n.event_id, n.command_id, n.stream, n.type, n.posted_by, n.recorded_by,
               sha256('\x00'::bytea || n.leaf_beginning || coalesce(v_stamped || n.leaf_middle, ''::bytea)
                      || v_stamped || n.leaf_end),
               case when n.ordinal = 1 then n.content_mac end,
               case when n.ordinal = 1 then n.content_mac_key end,
               n.payload
          from laid n
        returning position, leaf_hash
    )
    select count(*), array_agg(r.leaf_hash order by r.position) into v_count, v_leaves from recorded r;

    if v_erasures then
        for v_erasure in
            select c.destroy_record_keys, c.destroy_data_keys_of,
                   (select e.event_id from unnest(c.events) as e where e.type = 'words.erased' limit 1) as said_by
              from unnest(p_commands) with ordinality as c
             where (c.destroy_record_keys is not null or c.destroy_data_keys_of is not null)
               and v_outcomes[c.ordinality] = 'appended'
        loop
            perform refocus_keys.destroy(
                v_erasure.said_by, v_erasure.destroy_record_keys, v_erasure.destroy_data_keys_of);
        end loop;
    end if;

    if v_count > 0 then
        perform pg_notify('refocus_log', (v_head + v_count)::text);
    end if;

    return query
        select v_outcomes[n.ordinal],
               v_next[n.ordinal] + case when n.appended then n.events else 0 end,
               case when n.appended then v_head + n.before + 1 end,
               case when n.appended then v_stamp end,
               case when n.appended then v_leaves[n.before + 1 : n.before + n.events] end
          from (select c.ordinality as ordinal, v_outcomes[c.ordinality] = 'appended' as appended,
                       cardinality(c.events) as events,
                       coalesce(sum(case when v_outcomes[c.ordinality] = 'appended' then cardinality(c.events) end)
                           over (order by c.ordinality rows between unbounded preceding and 1 preceding), 0)::bigint
                           as before
                  from unnest(p_commands) with ordinality as c) n
         order by n.ordinal;
end
$$;

revoke all on function refocus_log.append from public;
grant execute on function refocus_log.append to refocus_appender;
