CREATE TABLE devices (
  id int PRIMARY KEY,
  name text,
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (token)
);
