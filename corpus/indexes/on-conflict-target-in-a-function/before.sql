CREATE TABLE counters (name text, day date, n int NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX counters_name_day ON counters (name, day);
CREATE FUNCTION bump(what text) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO counters (name, day, n) VALUES (what, '2024-01-01', 1) ON CONFLICT (name, day) DO UPDATE SET n = counters.n + 1;
END;
