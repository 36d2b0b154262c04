import type { Finding } from '../../contract/finding.ts';

/** One note for each cause: what is said of several objects, or of both sources, is said once. */
export function joinedNotes(notes: readonly Finding[]): readonly Finding[] {
  const causes = new Map<string, Finding[]>();
  for (const note of notes) {
    const cause = JSON.stringify([note.id, note.title, note.why, saidOf(note)]);
    const known = causes.get(cause);
    if (known === undefined) causes.set(cause, [note]);
    else known.push(note);
  }
  return [...causes.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const objects = [...new Set(same.flatMap((note) => note.objects))];
    const subjects = [...new Set(same.map(({ message }) => message.split(': ', 1)[0] ?? ''))];
    if (subjects.length === 1) return [{ ...first, objects }];
    return [{ ...first, objects, message: `${subjects.join(', ')}: ${saidOf(first)}` }];
  });
}

/** A note says of what it speaks before the first colon. */
function saidOf({ message }: Finding): string {
  const colon = message.indexOf(': ');
  return colon === -1 ? message : message.slice(colon + 2);
}
