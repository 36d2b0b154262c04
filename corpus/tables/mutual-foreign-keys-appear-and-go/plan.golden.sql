BEGIN;

CREATE TABLE public.matches (
  home integer NOT NULL,
  away integer NOT NULL,
  CONSTRAINT matches_check CHECK (home <> away),
  CONSTRAINT matches_pkey PRIMARY KEY (home, away),
  CONSTRAINT matches_home_fkey FOREIGN KEY (home) REFERENCES public.teams (id),
  CONSTRAINT matches_away_fkey FOREIGN KEY (away) REFERENCES public.teams (id)
);

-- The migration fails where public.players has rows: public.players.team_id is NOT NULL and there is no value to give them.
ALTER TABLE public.players ADD COLUMN team_id integer NOT NULL;

-- The migration fails where public.teams has rows: public.teams.captain_id is NOT NULL and there is no value to give them.
ALTER TABLE public.teams ADD COLUMN captain_id integer NOT NULL;

ALTER TABLE public.players ADD CONSTRAINT players_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.teams (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

ALTER TABLE public.teams ADD CONSTRAINT teams_captain_id_fkey FOREIGN KEY (captain_id) REFERENCES public.players (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

COMMIT;

-- Reads all of public.players while others go on reading and writing it.
-- Fails if rows of public.players refer to nothing by players_team_id_fkey. To find them: SELECT * FROM public.players AS c WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams AS p WHERE p.id = c.team_id)
ALTER TABLE public.players VALIDATE CONSTRAINT players_team_id_fkey;

-- Reads all of public.teams while others go on reading and writing it.
-- Fails if rows of public.teams refer to nothing by teams_captain_id_fkey. To find them: SELECT * FROM public.teams AS c WHERE c.captain_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.players AS p WHERE p.id = c.captain_id)
ALTER TABLE public.teams VALIDATE CONSTRAINT teams_captain_id_fkey;

-- down

ALTER TABLE public.players DROP CONSTRAINT players_team_id_fkey;

ALTER TABLE public.teams DROP CONSTRAINT teams_captain_id_fkey;

-- The column public.players.team_id is dropped with all that it holds.
ALTER TABLE public.players DROP COLUMN team_id;

-- The column public.teams.captain_id is dropped with all that it holds.
ALTER TABLE public.teams DROP COLUMN captain_id;

-- The table public.matches is dropped with all of its rows.
DROP TABLE public.matches;
