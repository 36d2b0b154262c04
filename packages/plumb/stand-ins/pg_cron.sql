-- control: relocatable = false, schema = pg_catalog
CREATE SCHEMA cron;
CREATE SEQUENCE cron.jobid_seq;
CREATE TABLE cron.job (
  jobid bigint PRIMARY KEY DEFAULT nextval('cron.jobid_seq'), schedule text NOT NULL, command text NOT NULL, nodename text NOT NULL DEFAULT 'localhost', nodeport integer NOT NULL DEFAULT 5432,
  database text NOT NULL DEFAULT current_database(), username text NOT NULL DEFAULT current_user, active boolean NOT NULL DEFAULT true, jobname text
);
ALTER TABLE cron.job ADD CONSTRAINT jobname_username_uniq UNIQUE (jobname, username);
CREATE SEQUENCE cron.runid_seq;
CREATE TABLE cron.job_run_details (
  jobid bigint, runid bigint PRIMARY KEY DEFAULT nextval('cron.runid_seq'), job_pid integer, database text, username text, command text, status text, return_message text, start_time timestamptz, end_time timestamptz
);
GRANT USAGE ON SCHEMA cron TO PUBLIC;
GRANT SELECT ON cron.job TO PUBLIC;
CREATE FUNCTION cron.schedule(job_name text, schedule text, command text) RETURNS bigint LANGUAGE sql STRICT BEGIN ATOMIC
  INSERT INTO cron.job (jobname, schedule, command) VALUES ($1, $2, $3)
  ON CONFLICT ON CONSTRAINT jobname_username_uniq DO UPDATE SET schedule = excluded.schedule, command = excluded.command RETURNING jobid;
END;
CREATE FUNCTION cron.schedule(schedule text, command text) RETURNS bigint LANGUAGE sql STRICT BEGIN ATOMIC INSERT INTO cron.job (schedule, command) VALUES ($1, $2) RETURNING jobid; END;
CREATE FUNCTION cron.schedule_in_database(job_name text, schedule text, command text, database text, username text DEFAULT NULL, active boolean DEFAULT true) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  INSERT INTO cron.job (jobname, schedule, command, database, active) VALUES ($1, $2, $3, $4, $6) RETURNING jobid;
END;
-- real ones complain of a job that is not there
CREATE FUNCTION cron.unschedule(job_id bigint) RETURNS boolean LANGUAGE sql STRICT BEGIN ATOMIC DELETE FROM cron.job WHERE jobid = $1; SELECT true; END;
CREATE FUNCTION cron.unschedule(job_name text) RETURNS boolean LANGUAGE sql STRICT BEGIN ATOMIC DELETE FROM cron.job WHERE jobname = $1; SELECT true; END;
CREATE FUNCTION cron.alter_job(job_id bigint, schedule text DEFAULT NULL, command text DEFAULT NULL, database text DEFAULT NULL, username text DEFAULT NULL, active boolean DEFAULT NULL) RETURNS void LANGUAGE sql BEGIN ATOMIC
  UPDATE cron.job AS j
  SET schedule = coalesce($2, j.schedule), command = coalesce($3, j.command), database = coalesce($4, j.database), username = coalesce($5, j.username), active = coalesce($6, j.active)
  WHERE j.jobid = $1;
END;
