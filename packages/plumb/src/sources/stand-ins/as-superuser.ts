import { escapeLiteral } from 'pg';

/**
 * One statement that runs others as the user who connected, whatever role the script has taken on, in a transaction or
 * out of one. Settings that are made for the transaction alone would outlast it inside of one, so they are put back.
 */
export function asSuperuser(user: string, sql: string): string {
  return `DO ${escapeLiteral(`
DECLARE
  taken_session CONSTANT text := session_user;
  taken_role CONSTANT text := pg_catalog.current_setting('role');
  is_ordinary CONSTANT boolean := pg_catalog.current_setting('is_superuser') = 'off';
BEGIN
  IF is_ordinary THEN
    PERFORM pg_catalog.set_config('session_authorization', ${escapeLiteral(user)}, true);
    PERFORM pg_catalog.set_config('role', 'none', true);
  END IF;
  EXECUTE ${escapeLiteral(sql)};
  IF is_ordinary THEN
    PERFORM pg_catalog.set_config('session_authorization', taken_session, true);
    PERFORM pg_catalog.set_config('role', taken_role, true);
  END IF;
END`)}`;
}
