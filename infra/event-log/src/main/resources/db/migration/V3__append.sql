-- Instants in a leaf have one form.
create function refocus_log.leaf_time(p_instant timestamptz) returns text
language sql immutable parallel safe
return to_char(p_instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- Records one command's events, or says why not:
--   appended  first_position, recorded_at and leaf_hashes say where and when
--   repeated  the command id is in the log already
--   version   the stream has next_sequence events, not as many as the caller thought
--   key       the record key that the words were encrypted under, or the content mac was made under, is gone,
--             or another came before
-- Runs with the owner's rights, and is the only way in for events: the appender may write to no table. (Two other
-- functions write something else: keep_own_key the log's own key, known_at the floor.)
-- Lock and look are statements of their own: under READ COMMITTED each statement of a function has a snapshot of
-- its own, so the look sees what the last holder committed.
create function refocus_log.append(
    p_command_id           uuid,
    p_content_mac          bytea,
    p_content_mac_key      uuid,           -- the command's record key, or the log's own
    p_stream               text,
    p_next_sequence        bigint,
    p_posted_by            text,
    p_recorded_by          text,
    p_event_ids            uuid[],
    p_types                text[],
    p_revisions            integer[],
    p_occurred_at          timestamptz[],  -- null: stands at its record time
    p_payloads             bytea[],
    p_leaf_to_occurred_at  text[],         -- a leaf's text up to occurredAt, from there to recordedAt, and the rest
    p_leaf_to_recorded_at  text[],
    p_leaf_to_end          text[],
    p_data_keys            bytea[],        -- null: the event has no words
    p_record_key           uuid,           -- null: the command used none
    p_record_key_generation integer,
    p_new_record_key       bytea,          -- null: the key is in the log already
    p_destroy_record_keys  uuid[],         -- null: destroys none; else an event of the command is words.erased
    p_destroy_data_keys_of uuid[],
    out outcome            text,
    out next_sequence      bigint,
    out first_position     bigint,
    out recorded_at        timestamptz,
    out leaf_hashes        bytea[]
)
language plpgsql security definer set search_path = pg_catalog, pg_temp
-- A plan that was made while the table was small must not stay when it is large.
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
    v_repeated boolean;
    v_head     bigint;
    v_stamp    timestamptz;
    v_key      record;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'an append needs READ COMMITTED' using errcode = 'RR002';
    end if;
    if p_content_mac is null or p_content_mac_key is null or cardinality(p_event_ids) = 0 then
        raise exception 'an append needs a content mac, its key and an event' using errcode = 'RR002';
    end if;
    -- Else a repeat of the erasure itself could not be told any more.
    if p_content_mac_key = any (p_destroy_record_keys) then
        raise exception 'an erasure destroys the key of its own content mac' using errcode = 'RR003';
    end if;

    perform pg_advisory_xact_lock(refocus_log.append_lock());

    select exists (select from refocus_log.event e
                    where e.command_id = p_command_id and e.content_mac is not null),
           coalesce((select e.sequence + 1 from refocus_log.event e
                      where e.stream = p_stream order by e.sequence desc limit 1), 0),
           coalesce(h.position, 0),
           greatest(clock_timestamp(),
                    h.recorded_at + interval '1 microsecond',
                    f.floor + interval '1 microsecond')
      into v_repeated, next_sequence, v_head, v_stamp
      from refocus_log.log_floor f
      left join lateral (select e.position, e.recorded_at from refocus_log.event e
                          order by e.position desc limit 1) h on true;

    if v_repeated then
        outcome := 'repeated';
        return;
    end if;
    if next_sequence <> p_next_sequence then
        outcome := 'version';
        return;
    end if;

    if p_content_mac_key is distinct from p_record_key
       and not exists (select from refocus_keys.record_key k
                        where k.id = p_content_mac_key and k.stream = 'log/content'
                          and k.wrapped is not null) then
        outcome := 'key';
        return;
    end if;
    if p_record_key is not null then
        select k.id, k.generation, k.wrapped is not null as lives into v_key
          from refocus_keys.record_key k where k.stream = p_stream order by k.generation desc limit 1;
        if p_new_record_key is null then
            if v_key.id is distinct from p_record_key or not v_key.lives then
                outcome := 'key';
                return;
            end if;
        elsif v_key.lives or p_record_key_generation <> coalesce(v_key.generation + 1, 0) then
            outcome := 'key';
            return;
        else
            insert into refocus_keys.record_key (id, stream, generation, wrapped)
            values (p_record_key, p_stream, p_record_key_generation, p_new_record_key);
        end if;
        insert into refocus_keys.data_key (event_id, record_key_id, wrapped)
        select d.event_id, p_record_key, d.wrapped
          from unnest(p_event_ids, p_data_keys) as d (event_id, wrapped)
         where d.wrapped is not null;
    end if;

    with recorded as (
        insert into refocus_log.event
            (position, sequence, occurred_at, recorded_at, revision, event_id, command_id, stream, type,
             posted_by, recorded_by, leaf_hash, content_mac, content_mac_key, payload)
        select v_head + n.ordinal, p_next_sequence + n.ordinal - 1, coalesce(n.occurred_at, v_stamp), v_stamp,
               n.revision, n.event_id, p_command_id, p_stream, n.type, p_posted_by, p_recorded_by,
               sha256('\x00'::bytea || convert_to(
                   n.to_occurred_at || refocus_log.leaf_time(coalesce(n.occurred_at, v_stamp))
                   || n.to_recorded_at || refocus_log.leaf_time(v_stamp) || n.to_end, 'UTF8')),
               case when n.ordinal = 1 then p_content_mac end,
               case when n.ordinal = 1 then p_content_mac_key end,
               n.payload
          from unnest(p_event_ids, p_types, p_revisions, p_occurred_at, p_payloads,
                      p_leaf_to_occurred_at, p_leaf_to_recorded_at, p_leaf_to_end)
               with ordinality
               as n (event_id, type, revision, occurred_at, payload, to_occurred_at, to_recorded_at, to_end, ordinal)
        returning position, leaf_hash
    )
    select array_agg(r.leaf_hash order by r.position) into leaf_hashes from recorded r;

    if p_destroy_record_keys is not null or p_destroy_data_keys_of is not null then
        perform refocus_keys.destroy(
            (select t.event_id from unnest(p_event_ids, p_types) as t (event_id, type)
              where t.type = 'words.erased' limit 1),
            p_destroy_record_keys, p_destroy_data_keys_of);
    end if;

    perform pg_notify('refocus_log', (v_head + cardinality(p_event_ids))::text);
    outcome := 'appended';
    next_sequence := p_next_sequence + cardinality(p_event_ids);
    first_position := v_head + 1;
    recorded_at := v_stamp;
end
$$;

revoke all on function refocus_log.append from public;
grant execute on function refocus_log.append to refocus_appender;
