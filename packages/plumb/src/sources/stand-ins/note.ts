import type { Finding } from '../../contract/finding.ts';

/** What was stood in for or left out on the shadow, for a person to read. */
export function note(title: string, message: string, why: string, objects: readonly string[] = []): Finding {
  return { id: 'stand-in', severity: 'info', title, message, why, fix: null, location: null, objects, evidence: {} };
}
