/**
 * Whether a statement may leave the session otherwise than it found it: a function or block may set what it likes. Rows are
 * asked for with SELECT, too, but seldom in a migration.
 */
export function mayChangeSession(sql: string): boolean {
  return /^(?:set|reset|discard|do|call|select|with|execute)\b|\bset_config\b/i.test(sql);
}

/** Whether it may make temporary tables, which stay until the session ends and hide others of their name. */
export function mayLeaveTables(sql: string): boolean {
  return /\btemp(?:orary)?\b|\bpg_temp\b/i.test(sql);
}

/** Whether it may let go of locks that the session itself holds. */
export function mayUnlock(sql: string): boolean {
  return /\bpg_advisory_unlock|\bdiscard\s+all\b/i.test(sql);
}
