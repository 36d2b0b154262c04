/** How the application would find out a job's priority. */
const priority = "length(payload) % 10 + (status = 'failed')::int";

/** For all rows that have none yet; a condition may be put behind it. */
export const update = `UPDATE jobs SET priority = ${priority} WHERE priority IS NULL`;

/** Rows in a batch. */
export const batch = 1000;

/** The loop of many a handbook: no row is waited for, and none is found before those that are done are passed. */
export function skipLockedLoop(afterRound: string): string {
  return `
    DO $$
    DECLARE
      rows_updated int;
    BEGIN
      LOOP
        UPDATE jobs SET priority = ${priority} WHERE id IN (
          SELECT id FROM jobs WHERE priority IS NULL LIMIT ${batch} FOR UPDATE SKIP LOCKED
        );
        GET DIAGNOSTICS rows_updated = ROW_COUNT;
        EXIT WHEN rows_updated = 0;
        ${afterRound}
        PERFORM pg_sleep(0.1);
      END LOOP;
    END $$`;
}
