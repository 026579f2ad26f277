-- Beside each view that is rebuilt stands its next side: tables of the same shape whose names end in _next. They are
-- made when a rebuild begins and are gone when it ends. How far that side has come stands here, as for the live one.

alter table refocus_views.projection
    -- Of a next side that is still folded stream by stream: the last stream that was. Null once it follows the log.
    add folding varchar(200) collate "C";

create table refocus_views.projection_next (like refocus_views.projection including all);
create table refocus_views.parked_next (like refocus_views.parked including all);

-- The folds that the program brings which is to move the views: name and version of each.
create table refocus_views.fold (
    name    varchar(60) collate "C" not null primary key,
    version integer     not null
);

create table refocus_views.rebuild (
    id          bigint generated always as identity primary key,
    name        varchar(60)  collate "C" not null,
    version     integer      not null,
    state       varchar(20)  collate "C" not null
        check (state in ('FOLDING', 'DIFFERS', 'LIVE', 'CANCELLED')),
    paused      boolean      not null default false,
    -- The tables that the next side has, as they are called on the live one.
    tables      text[]       not null,
    -- Up to where streams are folded one by one, each once.
    until       bigint       not null,
    -- The account that wanted it; null: a program that brought another fold.
    begun_by    text,
    begun_at    timestamptz  not null default clock_timestamp(),
    -- Whether rows of the live side were looked through, and are not those of its digest.
    altered     boolean,
    -- Where the sides were compared, and whether it is told how they differ.
    compared_at bigint,
    told        boolean      not null default false,
    accepted_by text,
    accepted_at timestamptz,
    ended_by    text,
    ended_at    timestamptz
);
create unique index rebuild_under_way on refocus_views.rebuild (name) where ended_at is null;

-- The first streams in which both sides are not the same.
create table refocus_views.difference (
    rebuild     bigint       not null references refocus_views.rebuild on delete cascade,
    stream      varchar(200) collate "C" not null,
    -- Null: no row differs, but whether the stream is parked.
    relation    varchar(60)  collate "C",
    only_live   bigint       not null,
    only_next   bigint       not null,
    parked_live boolean      not null,
    parked_next boolean      not null
);
create index difference_of_rebuild on refocus_views.difference (rebuild, stream);

-- Whoever reads views holds it while he does. Whoever puts other tables in the place of a view's takes it for himself:
-- a snapshot from before would find the new tables as they were then, which is not what stood live.
create table refocus_views.readers ();
