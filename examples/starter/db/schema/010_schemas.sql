-- Up to PostgreSQL 14 everyone may create objects in `public`.
revoke create on schema public from public;

create schema app;
comment on schema app is 'What clients reach: every table has row level security.';

create schema private;
comment on schema private is 'What clients never reach: background work, figures, functions behind triggers and policies.';

create schema audit;
comment on schema audit is 'Who changed what, when.';

grant usage on schema app to anonymous, signed_in;
-- Policies call functions that live in `private`; its tables are granted to no client.
grant usage on schema private to signed_in, job_worker;
grant usage on schema audit to job_worker;
