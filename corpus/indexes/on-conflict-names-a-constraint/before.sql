CREATE TABLE counters (name text CONSTRAINT counters_name_key UNIQUE, n int NOT NULL DEFAULT 0);
CREATE FUNCTION bump(what text) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO counters (name, n) VALUES (what, 1) ON CONFLICT ON CONSTRAINT counters_name_key DO UPDATE SET n = counters.n + 1;
END;
