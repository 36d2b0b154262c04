CREATE TABLE jobs (id int PRIMARY KEY, done boolean NOT NULL DEFAULT false);
CREATE PROCEDURE finish_all(batch int DEFAULT 100) LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    UPDATE jobs SET done = true WHERE id IN (SELECT id FROM jobs WHERE NOT done LIMIT batch);
    EXIT WHEN NOT FOUND;
    COMMIT;
  END LOOP;
END $$;
COMMENT ON PROCEDURE finish_all(int) IS 'Runs at night';
REVOKE ALL ON PROCEDURE finish_all(int) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE finish_all(int) TO app_owner;
