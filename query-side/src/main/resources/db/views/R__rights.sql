-- Nobody puts other tables in the place of a view's meanwhile: to those that are gone no right can be given. Views of
-- old were not cut, and were not rebuilt.
do $$
begin
    if to_regclass('refocus_views.cut') is not null then
        perform from refocus_views.cut for update;
    end if;
end
$$;

-- The role that migrates owns the views and writes them; whoever may read the log may read them too.
grant usage on schema refocus_views to refocus_reader;
grant select on all tables in schema refocus_views to refocus_reader;
-- ${flyway:timestamp}
