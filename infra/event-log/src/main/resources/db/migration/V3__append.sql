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

-- The hash of a leaf, as RFC 6962 has it. What the log gives stands between what was sent: the record time, and
-- the place too of what stands at its record time.
create function refocus_log.leaf_hash(p_beginning bytea, p_middle bytea, p_end bytea, p_stamped bytea) returns bytea
language sql immutable parallel safe
return sha256('\x00'::bytea || p_beginning || coalesce(p_stamped || p_middle, ''::bytea) || p_stamped || p_end);

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
-- To begin a statement takes as long here as to run it. So what is looked at is looked at by the smallest of
-- statements, and what is written is written by one for all; but one event alone by one that has nothing to unfold.
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
    v_nothing    text;
    v_head       bigint;
    v_stamp      timestamptz;
    v_floor      timestamptz;
    v_stamped    bytea;
    v_command    refocus_log.new_command;
    v_only       refocus_log.new_command;
    v_event      refocus_log.new_event;
    v_master     bytea;
    v_key        uuid;
    v_generation integer;
    v_lives      boolean;
    v_outcome    text;
    v_outcomes   text[];
    v_next       bigint;
    v_nexts      bigint[];
    v_count      integer := 0;
    v_new_keys   boolean := false;
    v_words      boolean := false;
    v_leaves     bytea[];
    v_before     integer := 0;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'an append needs READ COMMITTED' using errcode = 'RR002';
    end if;

    v_nothing := pg_advisory_xact_lock(refocus_log.append_lock());

    select e.position, e.recorded_at into v_head, v_stamp
      from refocus_log.event e order by e.position desc limit 1;
    select f.floor into v_floor from refocus_log.log_floor f where f.one;
    v_head := coalesce(v_head, 0);
    v_stamp := greatest(
        clock_timestamp(), v_stamp + interval '1 microsecond', v_floor + interval '1 microsecond');

    foreach v_command in array coalesce(p_commands, '{}') loop
        if v_command.content_mac is null or v_command.content_mac_key is null
           or coalesce(cardinality(v_command.events), 0) = 0 then
            raise exception 'an append needs a content mac, its key and an event' using errcode = 'RR002';
        end if;
        -- Else a repeat of the erasure itself could not be told any more.
        if v_command.content_mac_key = any (v_command.destroy_record_keys) then
            raise exception 'an erasure destroys the key of its own content mac' using errcode = 'RR003';
        end if;

        select e.sequence + 1 into v_next
          from refocus_log.event e where e.stream = v_command.stream order by e.sequence desc limit 1;
        v_next := coalesce(v_next, 0);
        v_outcome := 'appended';
        perform from refocus_log.event e
          where e.command_id = v_command.command_id and e.content_mac is not null;
        if found then
            v_outcome := 'repeated';
        elsif v_next <> v_command.next_sequence then
            v_outcome := 'version';
        elsif v_command.content_mac_key is distinct from v_command.record_key then
            perform from refocus_keys.record_key k
              where k.id = v_command.content_mac_key and k.stream = 'log/content' and k.wrapped is not null;
            if not found then
                v_outcome := 'key';
            end if;
        end if;
        if v_outcome = 'appended' and v_command.record_key is not null then
            select k.id, k.generation, k.wrapped is not null into v_key, v_generation, v_lives
              from refocus_keys.record_key k
             where k.stream = v_command.stream order by k.generation desc limit 1;
            if v_command.new_record_key is null and (v_key is distinct from v_command.record_key or not v_lives)
               or v_command.new_record_key is not null
                  and (v_lives or v_command.record_key_generation <> coalesce(v_generation + 1, 0)) then
                v_outcome := 'key';
            end if;
        end if;

        if v_outcome = 'appended' and v_command.new_record_key is not null and not v_new_keys then
            select m.id into v_master from refocus_keys.master_key m where m.one;
        end if;
        if v_outcome = 'appended' and v_master <> substr(v_command.new_record_key, 1, 8) then
            raise exception 'new keys are wrapped by another master key now' using errcode = 'RR004';
        end if;

        v_nexts := v_nexts || v_next;
        v_outcomes := v_outcomes || v_outcome;
        if v_outcome = 'appended' then
            v_only := v_command;
            v_count := v_count + cardinality(v_command.events);
            v_new_keys := v_new_keys or v_command.new_record_key is not null;
            v_words := v_words or v_command.record_key is not null;
        end if;
    end loop;

    v_stamped := convert_to(refocus_log.leaf_time(v_stamp), 'UTF8');
    if v_count = 1 then
        v_event := v_only.events[1];
        if v_only.new_record_key is not null then
            insert into refocus_keys.record_key (id, stream, generation, wrapped)
            values (v_only.record_key, v_only.stream, v_only.record_key_generation, v_only.new_record_key);
        end if;
        if v_only.record_key is not null and v_event.wrapped_data_key is not null then
            insert into refocus_keys.data_key (event_id, record_key_id, wrapped)
            values (v_event.event_id, v_only.record_key, v_event.wrapped_data_key);
        end if;
        v_leaves := array[refocus_log.leaf_hash(
            v_event.leaf_beginning, v_event.leaf_middle, v_event.leaf_end, v_stamped)];
        insert into refocus_log.event
            (position, sequence, occurred_at, recorded_at, revision, event_id, command_id, stream, type,
             posted_by, recorded_by, leaf_hash, content_mac, content_mac_key, payload)
        values (v_head + 1, v_only.next_sequence, coalesce(v_event.occurred_at, v_stamp), v_stamp,
                v_event.revision, v_event.event_id, v_only.command_id, v_only.stream, v_event.type,
                v_only.posted_by, v_only.recorded_by, v_leaves[1], v_only.content_mac,
                v_only.content_mac_key, v_event.payload);
    elsif v_count > 1 then
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
        with laid as (
            select row_number() over (order by c.ordinality, e.ordinality) as place,
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
            select v_head + n.place, n.next_sequence + n.ordinal - 1, coalesce(n.occurred_at, v_stamp),
                   v_stamp, n.revision, n.event_id, n.command_id, n.stream, n.type, n.posted_by, n.recorded_by,
                   refocus_log.leaf_hash(n.leaf_beginning, n.leaf_middle, n.leaf_end, v_stamped),
                   case when n.ordinal = 1 then n.content_mac end,
                   case when n.ordinal = 1 then n.content_mac_key end,
                   n.payload
              from laid n
            returning position, leaf_hash
        )
        select array_agg(r.leaf_hash order by r.position) into v_leaves from recorded r;
    end if;

    for i in 1 .. coalesce(cardinality(p_commands), 0) loop
        v_command := p_commands[i];
        outcome := v_outcomes[i];
        next_sequence := v_nexts[i];
        first_position := null;
        recorded_at := null;
        leaf_hashes := null;
        if outcome = 'appended' then
            v_count := cardinality(v_command.events);
            next_sequence := next_sequence + v_count;
            first_position := v_head + v_before + 1;
            recorded_at := v_stamp;
            leaf_hashes := v_leaves[v_before + 1 : v_before + v_count];
            v_before := v_before + v_count;
            if v_command.destroy_record_keys is not null or v_command.destroy_data_keys_of is not null then
                perform refocus_keys.destroy(
                    (select e.event_id from unnest(v_command.events) as e where e.type = 'words.erased' limit 1),
                    v_command.destroy_record_keys, v_command.destroy_data_keys_of);
            end if;
        end if;
        return next;
    end loop;

    if v_before > 0 then
        v_nothing := pg_notify('refocus_log', (v_head + v_before)::text);
    end if;
end
$$;

revoke all on function refocus_log.append from public;
grant execute on function refocus_log.append to refocus_appender;
