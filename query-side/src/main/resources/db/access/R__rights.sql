-- Entries are written and read by the role that serves reads, which is another where the database got another name.
-- It makes and drops no month, and reaches none but through the whole.
grant usage on schema refocus_access to ${writer};
grant select, insert on refocus_access.access to ${writer};
-- ${flyway:timestamp}
