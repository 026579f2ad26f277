-- The cases of a team in the order of their ids: a first page of them reads no more than it shows.
create index case_team_by_team_and_case on refocus_views.case_team (team_id, case_id);
drop index refocus_views.case_team_by_team;
