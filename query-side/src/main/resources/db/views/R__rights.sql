-- Nobody puts other tables in the place of a view's meanwhile: to those that are gone no right can be given.
select from refocus_views.cut for update;

-- The role that migrates owns the views and writes them; whoever may read the log may read them too.
grant usage on schema refocus_views to refocus_reader;
grant select on all tables in schema refocus_views to refocus_reader;
-- ${flyway:timestamp}
