-- Whoever reads the log keeps the views.
grant usage on schema refocus_views to refocus_reader;
grant select, insert, update, delete on all tables in schema refocus_views to refocus_reader;
-- ${flyway:timestamp}
