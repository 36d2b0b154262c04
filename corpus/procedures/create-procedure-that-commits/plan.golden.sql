CREATE PROCEDURE public.finish_all(batch integer DEFAULT 100)
  LANGUAGE plpgsql
AS $procedure$
BEGIN
  LOOP
    UPDATE jobs SET done = true WHERE id IN (SELECT id FROM jobs WHERE NOT done LIMIT batch);
    EXIT WHEN NOT FOUND;
    COMMIT;
  END LOOP;
END $procedure$;

COMMENT ON PROCEDURE public.finish_all(integer) IS 'Runs at night';

REVOKE EXECUTE ON PROCEDURE public.finish_all(integer) FROM PUBLIC;

GRANT EXECUTE ON PROCEDURE public.finish_all(integer) TO app_owner;

-- down

DROP PROCEDURE public.finish_all(integer);
