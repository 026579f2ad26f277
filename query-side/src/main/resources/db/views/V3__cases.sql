-- Cases as they stand, for lists and for the question who may read them.

create table refocus_views.case_file (
    stream           varchar(200) collate "C" not null,
    hash             bytea  not null,
    case_id          uuid   not null,
    service_user_id  uuid   not null,
    trust            text   collate "C" not null,
    care_coordinator uuid,
    key_worker       uuid,
    -- Null where the opening is in error.
    opened_on        date,
    last_session_at  timestamptz,
    version          bigint not null
);
create index case_file_by_stream on refocus_views.case_file (stream);
create unique index case_file_by_id on refocus_views.case_file (case_id);
create index case_file_by_person on refocus_views.case_file (service_user_id);
create index case_file_by_coordinator on refocus_views.case_file (care_coordinator);
create index case_file_by_key_worker on refocus_views.case_file (key_worker);

-- From one turn of care to the next: with which team, and whether care was open.
create table refocus_views.case_span (
    stream   varchar(200) collate "C" not null,
    hash     bytea not null,
    case_id  uuid  not null,
    team_id  uuid,
    state    text  not null,
    from_day date  not null,
    to_day   date
);
create index case_span_by_stream on refocus_views.case_span (stream);
create index case_span_by_case on refocus_views.case_span (case_id);
create index case_span_by_team on refocus_views.case_span (team_id);

-- Staff who recorded or took part in a session, as first posted, and the day of the latest.
create table refocus_views.case_worker (
    stream    varchar(200) collate "C" not null,
    hash      bytea not null,
    case_id   uuid  not null,
    worker_id uuid  not null,
    latest_on date  not null
);
create index case_worker_by_stream on refocus_views.case_worker (stream);
create index case_worker_by_worker on refocus_views.case_worker (worker_id, case_id);

-- Every team that the case was ever said to be with, mistakes too: where to look for what was known once.
create table refocus_views.case_team (
    stream  varchar(200) collate "C" not null,
    hash    bytea not null,
    case_id uuid  not null,
    team_id uuid  not null
);
create index case_team_by_stream on refocus_views.case_team (stream);
create index case_team_by_team on refocus_views.case_team (team_id);

create table refocus_views.retention (
    stream        varchar(200) collate "C" not null,
    hash          bytea not null,
    case_id       uuid  not null,
    care_ended_on date,
    died_on       date,
    review_due_on date
);
create index retention_by_stream on refocus_views.retention (stream);
create index retention_by_day on refocus_views.retention (review_due_on, case_id);

create table refocus_views.notice (
    stream      varchar(200) collate "C" not null,
    hash        bytea not null,
    case_id     uuid  not null,
    code        text  collate "C" not null,
    session_id  uuid,
    entry_id    uuid  not null,
    occurred_at timestamptz not null
);
create index notice_by_stream on refocus_views.notice (stream);
create index notice_by_case on refocus_views.notice (case_id);

-- Staff named by a session or an entry, with the team of that day: whether they were on its roster is asked
-- when it is read, because rosters may be told later.
create table refocus_views.staff_named (
    stream      varchar(200) collate "C" not null,
    hash        bytea not null,
    case_id     uuid  not null,
    session_id  uuid  not null,
    entry_id    uuid  not null,
    occurred_at timestamptz not null,
    day         date  not null,
    team_id     uuid  not null,
    worker_id   uuid  not null
);
create index staff_named_by_stream on refocus_views.staff_named (stream);
create index staff_named_by_case on refocus_views.staff_named (case_id);
