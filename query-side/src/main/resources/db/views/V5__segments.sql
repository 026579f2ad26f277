-- How all views are cut into segments by stream, by which folds they are moved now, and a number that changes
-- whenever claims that were made before are void.
create table refocus_views.cut (
    one        boolean not null primary key default true check (one),
    segments   integer not null check (segments between 1 and 256),
    generation integer not null,
    change     bigint  not null
);
insert into refocus_views.cut (segments, generation, change) values (1, 0, 0);

-- A number for each session that claims segments; 0 is nobody's.
create sequence refocus_views.claim;

-- What is parked belongs to a view, and to that segment of it that its stream falls into.
alter table refocus_views.parked drop constraint parked_name_fkey;

alter table refocus_views.projection
    add segment integer not null default 0,
    -- Where the view was last cut into segments, and how many of the segment's own events were handled since.
    add since   bigint  not null default 0,
    add handled bigint  not null default 0,
    -- Whose it is to move: whoever claimed it last.
    add claim   bigint  not null default 0,
    drop constraint projection_pkey,
    add primary key (name, segment);
update refocus_views.projection set handled = position;
alter table refocus_views.projection alter segment drop default;
