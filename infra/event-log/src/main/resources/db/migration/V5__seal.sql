-- The seal: the Merkle tree over all events, what was signed of it, and the heads of all streams.
-- A follower writes it from the log; what is signed must never be taken back.

create schema if not exists refocus_seal;

-- 256 hashes that stand side by side. Hashes cannot be compressed, and nobody is to try.
create table refocus_seal.tile (
    level  smallint not null,
    index  bigint   not null,
    hashes bytea    not null,

    constraint tile_taken primary key (level, index),
    constraint tile_numbers check (level between 0 and 6 and index >= 0),
    constraint tile_full check (octet_length(hashes) = 8192)
);
alter table refocus_seal.tile alter column hashes set storage external;

-- How far the tree has come, and on each level the tile that is not full yet: its right edge.
create table refocus_seal.tree (
    one  boolean not null default true primary key check (one),
    size bigint  not null check (size >= 0)
);
insert into refocus_seal.tree (size) values (0);

create table refocus_seal.edge (
    level  smallint not null primary key check (level between 0 and 7),
    index  bigint   not null check (index >= 0),
    hashes bytea    not null check (octet_length(hashes) between 0 and 8160 and octet_length(hashes) % 32 = 0)
);
alter table refocus_seal.edge alter column hashes set storage external;

-- Every checkpoint that was ever signed. One size may be signed again only by another key.
create table refocus_seal.checkpoint (
    size      bigint                   not null check (size >= 0),
    verifier  varchar(300) collate "C" not null,
    root      bytea                    not null check (octet_length(root) = 32),
    note      text                     not null,
    signed_at timestamptz              not null,

    constraint checkpoint_taken primary key (size, verifier)
);

-- The tree of the heads of all streams, eight levels a row; see docs/stored-forms.md.
create table refocus_seal.head_tile (
    prefix bytea not null primary key check (octet_length(prefix) < 32),
    slots  bytea not null
);
alter table refocus_seal.head_tile alter column slots set storage external;

-- Up to which position the heads were taken, and where in the log that was noted; null: not yet.
create table refocus_seal.heads (
    one        boolean not null default true primary key check (one),
    position   bigint  not null check (position >= 0),
    streams    bigint  not null check (streams >= 0),
    root       bytea   not null check (octet_length(root) = 32),
    command_id uuid    not null,
    noted_at   bigint
);
insert into refocus_seal.heads (position, streams, root, command_id, noted_at)
values (0, 0, decode(repeat('00', 32), 'hex'), gen_random_uuid(), 0);

-- One follower at a time, of whatever node.
create function refocus_seal.tree_lock() returns bigint
language sql immutable parallel safe return 5932110740627237;
create function refocus_seal.heads_lock() returns bigint
language sql immutable parallel safe return 5932110740627238;

create function refocus_seal.refuse_shrinking() returns trigger language plpgsql as $$
begin
    if new.size < old.size then
        raise exception 'the tree only grows' using errcode = 'RR001';
    end if;
    return new;
end
$$;

create trigger tile_only_grows before update or delete or truncate on refocus_seal.tile
    for each statement execute function refocus_log.refuse_change();
create trigger checkpoint_only_grows before update or delete or truncate on refocus_seal.checkpoint
    for each statement execute function refocus_log.refuse_change();
create trigger tree_stays before delete or truncate on refocus_seal.tree
    for each statement execute function refocus_log.refuse_change();
create trigger tree_only_grows before update on refocus_seal.tree
    for each row execute function refocus_seal.refuse_shrinking();

alter table refocus_seal.tile enable always trigger tile_only_grows;
alter table refocus_seal.checkpoint enable always trigger checkpoint_only_grows;
alter table refocus_seal.tree enable always trigger tree_stays;
alter table refocus_seal.tree enable always trigger tree_only_grows;

grant usage on schema refocus_seal to refocus_appender, refocus_reader;
grant select on all tables in schema refocus_seal to refocus_appender, refocus_reader;
grant insert on refocus_seal.tile, refocus_seal.checkpoint to refocus_appender;
grant insert, update on refocus_seal.edge, refocus_seal.head_tile to refocus_appender;
grant update on refocus_seal.tree, refocus_seal.heads to refocus_appender;
