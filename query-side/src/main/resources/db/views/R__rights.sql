-- Nobody puts other tables in the place of a view's meanwhile: to those that are gone no right can be given. Views of
-- old were not rebuilt.
do $$
begin
    if to_regprocedure('refocus_views.tables_lock()') is not null then
        perform pg_advisory_xact_lock(refocus_views.tables_lock());
    end if;
end
$$;

-- The role that migrates owns the views and writes them; whoever may read the log may read them too.
grant usage on schema refocus_views to refocus_reader;
grant select on all tables in schema refocus_views to refocus_reader;
-- ${flyway:timestamp}
