-- Everybody who ever set, proposed or recorded a goal of a case, mistakes too, and between which places on the line
-- goals of his or hers ever stood: where to look for goals as they were once known.
create table refocus_views.goal_person (
    stream    varchar(200) collate "C" not null,
    hash      bytea not null,
    case_id   uuid  not null,
    party     text  collate "C" not null,
    person_id text  collate "C" not null,
    first_at  timestamptz not null,
    last_at   timestamptz not null
);
create index goal_person_by_stream on refocus_views.goal_person (stream);
create index goal_person_by_case on refocus_views.goal_person (case_id);
create index goal_person_by_person on refocus_views.goal_person (person_id, party, case_id);
