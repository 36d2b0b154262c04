import { MigrationProblem } from '../contract/problem.ts';
import { byVersion } from './version-order.ts';

/**
 * `YYYYMMDDHHMMSS_description` for a new migration, in UTC. It sorts behind all that exist: where the newest of them lies in
 * the future, its time is one second later.
 */
export function newMigrationName(description: string, now: Date, existing: readonly string[]): string {
  const slug = slugOf(description);
  if (slug === '') {
    throw new MigrationProblem('USAGE', 'A migration needs a description with letters or digits.', {
      hint: 'Say what it does in a few words, such as add_priority_to_jobs.',
    });
  }
  const newest = existing.toSorted(byVersion).at(-1);
  const times = newest === undefined ? [now] : [now, ...successors(newest)];
  const names = times.map((time) => `${timestamp(time)}_${slug}`);
  const name = names.find((each) => newest === undefined || byVersion(newest, each) < 0);
  if (name !== undefined) return name;
  throw new MigrationProblem('USAGE', `${newest}.sql sorts behind every name that begins with a date.`, {
    hint: 'Rename it while it is applied nowhere, or name the new file yourself.',
  });
}

/** The second after a version, and the day after it where it names only its day. */
function successors(version: string): readonly Date[] {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?/.exec(version) ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).getTime();
  return Number.isNaN(time) ? [] : [1000, 86_400_000].map((later) => new Date(time + later));
}

function timestamp(time: Date): string {
  return time.toISOString().slice(0, 19).replaceAll(/\D/g, '');
}

const longestSlug = 60;

/** Letters of every script stay; Latin ones lose their accents, which file systems write in different ways. */
function slugOf(description: string): string {
  const plain = description
    .normalize('NFD')
    .replaceAll(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1_')
    .toLowerCase();
  const words = plain.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '_').replaceAll(/^_+|_+$/g, '');
  return [...words].slice(0, longestSlug).join('').replace(/_+$/, '');
}
