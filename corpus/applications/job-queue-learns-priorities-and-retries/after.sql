CREATE TYPE job_state AS ENUM ('queued', 'running', 'retrying', 'done', 'failed');
CREATE TABLE queues (name text PRIMARY KEY, paused boolean NOT NULL DEFAULT false, max_attempts smallint NOT NULL DEFAULT 5 CHECK (max_attempts BETWEEN 1 AND 100));
CREATE TABLE jobs (id bigserial PRIMARY KEY, queue text NOT NULL REFERENCES queues ON UPDATE CASCADE, payload jsonb NOT NULL DEFAULT '{}', state job_state NOT NULL DEFAULT 'queued', run_at timestamptz NOT NULL DEFAULT now(), priority smallint NOT NULL DEFAULT 0, attempts smallint NOT NULL DEFAULT 0);
CREATE TABLE job_errors (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job bigint NOT NULL REFERENCES jobs ON DELETE CASCADE, at timestamptz NOT NULL DEFAULT now(), message text NOT NULL);
CREATE INDEX jobs_next ON jobs (queue, priority DESC, run_at) WHERE state IN ('queued', 'retrying');
CREATE INDEX jobs_payload ON jobs USING gin (payload);
CREATE FUNCTION next_job(q text, n int DEFAULT 1) RETURNS SETOF jobs LANGUAGE sql AS $$
  UPDATE jobs SET state = 'running', attempts = attempts + 1 WHERE id IN (SELECT id FROM jobs WHERE queue = q AND state IN ('queued', 'retrying') ORDER BY priority DESC, run_at FOR UPDATE SKIP LOCKED LIMIT n) RETURNING * $$;
CREATE FUNCTION wake() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('jobs', NEW.queue); RETURN NULL; END $$;
CREATE TRIGGER wake AFTER INSERT ON jobs FOR EACH ROW WHEN (NEW.state = 'queued') EXECUTE FUNCTION wake();
CREATE VIEW queue_lengths AS SELECT queue, priority, count(*) AS n FROM jobs WHERE state IN ('queued', 'retrying') GROUP BY queue, priority;
