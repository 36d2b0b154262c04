/** What PostgreSQL runs only outside of a transaction, as far as its first words tell. */
export function refusesTransaction(statement: string): boolean {
  return outsideByItsWords.test(statement);
}

/** Whether it only sets something for the session, be it in a transaction or not. */
export function isSessionSetting(statement: string): boolean {
  return /^(?:set(?!\s+(?:local|transaction|constraints)\b)|reset)\b/i.test(statement);
}

const outsideByItsWords = new RegExp(
  [
    String.raw`^(?:create|drop|reindex)\b[^'"(]*\bconcurrently\b`,
    String.raw`^alter\s+table\b[^;]*\bdetach\s+partition\b[^;]*\bconcurrently\b`,
    String.raw`^(?:vacuum|discard\s+all|alter\s+system)\b`,
    String.raw`^(?:create|drop)\s+(?:database|tablespace)\b`,
  ].join('|'),
  'i',
);

/** The SQLSTATEs with which PostgreSQL says so when it is tried; 2D000 is that of a procedure or block that commits by itself. */
export function isRefusedInTransaction(sqlstate: string | null): boolean {
  return sqlstate === '25001' || sqlstate === '2D000';
}
