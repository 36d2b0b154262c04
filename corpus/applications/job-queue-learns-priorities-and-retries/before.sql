CREATE TYPE job_state AS ENUM ('queued', 'running', 'done', 'lost');
CREATE TABLE queues (name text PRIMARY KEY, paused boolean NOT NULL DEFAULT false);
CREATE TABLE jobs (id bigserial PRIMARY KEY, queue text NOT NULL REFERENCES queues, payload json NOT NULL, state job_state NOT NULL DEFAULT 'queued', run_at timestamp NOT NULL DEFAULT now());
CREATE INDEX jobs_next ON jobs (queue, run_at) WHERE state = 'queued';
CREATE FUNCTION next_job(q text) RETURNS jobs LANGUAGE sql AS $$
  UPDATE jobs SET state = 'running' WHERE id = (SELECT id FROM jobs WHERE queue = q AND state = 'queued' ORDER BY run_at FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING * $$;
CREATE VIEW queue_lengths AS SELECT queue, count(*) AS n FROM jobs WHERE state = 'queued' GROUP BY queue;
