CREATE TABLE counters (name text CONSTRAINT counters_name_key UNIQUE DEFERRABLE, n int NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX counters_name ON counters (name);
CREATE FUNCTION bump(what text) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO counters (name, n) VALUES (what, 1) ON CONFLICT (name) DO UPDATE SET n = counters.n + 1;
END;
