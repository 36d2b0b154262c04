ALTER TABLE public.players DROP CONSTRAINT players_team_fkey;

DROP VIEW public.roster;

-- public.players is written anew while nobody can read or write it: public.players.team changes from integer to text.
ALTER TABLE public.players ALTER COLUMN team TYPE text;

-- The table public.teams is dropped with all of its rows.
DROP TABLE public.teams;

CREATE VIEW public.roster AS
SELECT id,
    name,
    team
   FROM public.players p;

-- down

BEGIN;

CREATE TABLE public.teams (
  id integer NOT NULL,
  name text NOT NULL,
  CONSTRAINT teams_pkey PRIMARY KEY (id)
);

DROP VIEW public.roster;

-- public.players is written anew while nobody can read or write it: public.players.team changes from text to integer.
-- The migration fails where public.players.team holds a value that can't be converted to integer.
ALTER TABLE public.players ALTER COLUMN team TYPE integer USING team::integer;

CREATE VIEW public.roster AS
SELECT p.id,
    p.name,
    t.name AS team
   FROM (public.players p
     LEFT JOIN public.teams t ON ((t.id = p.team)));

ALTER TABLE public.players ADD CONSTRAINT players_team_fkey FOREIGN KEY (team) REFERENCES public.teams (id) NOT VALID;

COMMIT;

-- Reads all of public.players while others go on reading and writing it.
-- Fails if rows of public.players refer to nothing by players_team_fkey. To find them: SELECT * FROM public.players AS c WHERE c.team IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams AS p WHERE p.id = c.team)
ALTER TABLE public.players VALIDATE CONSTRAINT players_team_fkey;
