import type { Finding } from '../../contract/finding.ts';
import type { Edit } from './edits.ts';

/** What a shadow runs in place of a statement, because it lacks what the statement asks for. */
export interface Treatment {
  readonly edits: readonly Edit[];
  /** Calls of functions in the schema `plumb_shadow`, before the statement and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly notes: readonly Finding[];
}

export const asItStands: Treatment = { edits: [], before: [], after: [], notes: [] };

/** The statement is not run. */
export function leaveOut(text: string, note: Finding): Treatment {
  return { ...asItStands, edits: [{ start: 0, end: text.length, text: '' }], notes: [note] };
}

export function joined(treatments: readonly (Treatment | null)[]): Treatment {
  const some = treatments.filter((each) => each !== null);
  return {
    edits: some.flatMap(({ edits }) => edits),
    before: some.flatMap(({ before }) => before),
    after: some.flatMap(({ after }) => after),
    notes: some.flatMap(({ notes }) => notes),
  };
}
