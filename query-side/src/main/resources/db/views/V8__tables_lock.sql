-- Whoever makes, drops or renames tables of views, or gives rights to all of them, does so alone: to a table that is gone
-- meanwhile no right can be given, and one that came meanwhile would be left without. It is held for moments only;
-- views are cut for minutes.
create function refocus_views.tables_lock() returns bigint
    language sql immutable parallel safe
return 5932110740627240;
