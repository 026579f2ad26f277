-- The cases of a team in the order of their ids. The index on the team alone stays: to drop it would wait for whoever
-- reads the table, a server that looks it through for an hour too, and would keep others waiting meanwhile.
create index case_team_by_team_and_case on refocus_views.case_team (team_id, case_id);
