-- Which teams were ever said to be in which study: to look for them as they once stood. Beside the allocations
-- that hold, since what was answered once is answered again though an allocation be in error by now.
create table refocus_views.team_study (
    stream   varchar(200) collate "C" not null,
    hash     bytea not null,
    team_id  uuid  not null,
    study_id uuid  not null
);
create index team_study_by_stream on refocus_views.team_study (stream);
create index team_study_by_study on refocus_views.team_study (study_id);
