CREATE SCHEMA app;

CREATE EXTENSION citext SCHEMA public;

CREATE TYPE app.state AS ENUM (
  'new',
  'old'
);

CREATE DOMAIN app.email AS public.citext
  CONSTRAINT email_check CHECK ((VALUE OPERATOR(public.~~) '%@%'::public.citext));

CREATE TABLE app.teams (
  id integer NOT NULL,
  lead integer
);

CREATE TABLE app.users (
  id integer NOT NULL,
  email app.email,
  boss integer,
  state app.state DEFAULT 'new'::app.state,
  team integer,
  CONSTRAINT users_email_key UNIQUE (email)
);

ALTER TABLE app.users ENABLE ROW LEVEL SECURITY;

CREATE SEQUENCE app.numbers
  OWNED BY app.users.id;

ALTER TABLE app.users ALTER COLUMN id SET DEFAULT nextval('app.numbers'::regclass);

CREATE VIEW app.leads AS
SELECT u.id,
    u.email
   FROM (app.users u
     JOIN app.teams t ON ((t.lead = u.id)));

CREATE FUNCTION app.lead_of(u app.users)
  RETURNS app.leads
  LANGUAGE sql STABLE
AS $function$ SELECT l.* FROM app.leads l JOIN app.teams t ON t.lead = l.id WHERE t.id = u.team $function$;

CREATE MATERIALIZED VIEW app.sizes AS
SELECT team,
    count(*) AS n
   FROM app.users
  GROUP BY team;

ALTER TABLE app.teams ADD CONSTRAINT teams_pkey PRIMARY KEY (id);

ALTER TABLE app.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE app.teams ADD CONSTRAINT teams_lead_fkey FOREIGN KEY (lead) REFERENCES app.users (id);

ALTER TABLE app.users ADD CONSTRAINT users_boss_fkey FOREIGN KEY (boss) REFERENCES app.users (id);

ALTER TABLE app.users ADD CONSTRAINT users_team_fkey FOREIGN KEY (team) REFERENCES app.teams (id);

CREATE UNIQUE INDEX sizes_team_idx ON app.sizes (team);

CREATE POLICY self ON app.users
  USING (((email)::public.citext OPERATOR(public.=) (CURRENT_USER)::public.citext));

GRANT USAGE ON SCHEMA app TO reader;

GRANT SELECT ON TABLE app.leads TO reader;

-- down

ALTER TABLE app.teams DROP CONSTRAINT teams_lead_fkey;

ALTER TABLE app.users DROP CONSTRAINT users_boss_fkey;

ALTER TABLE app.users DROP CONSTRAINT users_pkey;

ALTER TABLE app.users DROP CONSTRAINT users_team_fkey;

ALTER TABLE app.teams DROP CONSTRAINT teams_pkey;

DROP MATERIALIZED VIEW app.sizes;

DROP FUNCTION app.lead_of(app.users);

DROP VIEW app.leads;

-- The table app.teams is dropped with all of its rows.
DROP TABLE app.teams;

-- The table app.users is dropped with all of its rows.
DROP TABLE app.users;

DROP DOMAIN app.email;

DROP TYPE app.state;

DROP EXTENSION citext;

DROP SCHEMA app;
