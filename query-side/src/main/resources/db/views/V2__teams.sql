-- Teams as they stand: every row belongs to one stream, and its hash is part of the view's digest.

create table refocus_views.team (
    stream        varchar(200) collate "C" not null,
    hash          bytea not null,
    team_id       uuid  not null,
    trust         text  collate "C" not null,
    name          text  not null,
    official_type text  not null
);
create index team_by_stream on refocus_views.team (stream);
create index team_by_id on refocus_views.team (team_id);

create table refocus_views.team_member (
    stream     varchar(200) collate "C" not null,
    hash       bytea not null,
    team_id    uuid  not null,
    worker_id  uuid  not null,
    profession text,
    role       text  not null,
    from_day   date  not null,
    to_day     date
);
create index team_member_by_stream on refocus_views.team_member (stream);
create index team_member_by_worker on refocus_views.team_member (worker_id, team_id);

create table refocus_views.team_gap (
    stream      varchar(200) collate "C" not null,
    hash        bytea not null,
    team_id     uuid  not null,
    command_id  uuid  not null,
    kind        text  not null,
    from_day    date  not null,
    to_day      date  not null,
    occurred_at timestamptz not null
);
create index team_gap_by_stream on refocus_views.team_gap (stream);
create index team_gap_by_team on refocus_views.team_gap (team_id);

create table refocus_views.team_allocation (
    stream    varchar(200) collate "C" not null,
    hash      bytea not null,
    team_id   uuid  not null,
    study_id  uuid  not null,
    arm       text  not null,
    wave      integer,
    locality  text,
    starts_on date  not null
);
create index team_allocation_by_stream on refocus_views.team_allocation (stream);
create index team_allocation_by_study on refocus_views.team_allocation (study_id);
