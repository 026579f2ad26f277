-- The position of the last event recorded at or before a moment. Record time rises with position, so
-- halving finds it without an index of its own.
create function refocus_log.position_at(p_moment timestamptz, p_head bigint) returns bigint
language plpgsql stable as $$
declare
    v_low    bigint := 0;
    v_high   bigint := p_head;
    v_middle bigint;
begin
    while v_low < v_high loop
        v_middle := (v_low + v_high + 1) / 2;
        if (select e.recorded_at <= p_moment from refocus_log.event e where e.position = v_middle) then
            v_low := v_middle;
        else
            v_high := v_middle - 1;
        end if;
    end loop;
    return v_low;
end
$$;

-- The last position known at a moment, for good: no event will ever be stamped at or below it. Null for a
-- moment that the log's clock has not passed. Stamps rise from append to append, so whatever is at or below
-- the last one is settled; above it the floor is raised, under the lock that keeps appends out.
-- Runs with the owner's rights, because nobody else may raise the floor.
create function refocus_log.known_at(p_moment timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
    v_head    bigint;
    v_settled timestamptz;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'what was known needs READ COMMITTED' using errcode = 'RR002';
    end if;
    for attempt in 1 .. 2 loop
        select coalesce(h.position, 0), greatest(h.recorded_at, f.floor) into v_head, v_settled
          from refocus_log.log_floor f
          left join lateral (select e.position, e.recorded_at from refocus_log.event e
                              order by e.position desc limit 1) h on true;
        if p_moment <= v_settled then
            return refocus_log.position_at(p_moment, v_head);
        end if;
        exit when attempt = 2;
        if p_moment >= clock_timestamp() then
            return null;
        end if;
        perform pg_advisory_xact_lock_shared(refocus_log.append_lock());
    end loop;
    update refocus_log.log_floor set floor = p_moment where floor < p_moment;
    return v_head;
end
$$;

revoke all on function refocus_log.known_at, refocus_log.position_at from public;
grant execute on function refocus_log.known_at to refocus_appender, refocus_reader;
