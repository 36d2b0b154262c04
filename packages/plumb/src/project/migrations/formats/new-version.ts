import { type MigrationFormat, newMigrationName } from '@pgplumb/migrate';

/** What a new migration is called, behind all that exist, the way its tool and the newest of them are called. */
export function newVersion(
  format: MigrationFormat,
  description: string,
  now: Date,
  existing: readonly string[],
): string {
  const slug = newMigrationName(description, now, []).slice(timeDigits + 1);
  const newest = existing.at(-1) ?? '';
  if (format === 'flyway') return flywayVersion(slug, now, existing);
  if (format === 'diesel' && /^\d{4}-\d\d-\d\d-\d{6}/.test(newest)) return dieselVersion(slug, now, newest);
  // these keep the order in lists of their own
  if (format === 'drizzle' || (format === 'sqitch' && !/^\d/.test(newest))) return slug;
  if (format === 'plumb') return newMigrationName(description, now, existing);
  const [, digits = ''] = /^(\d+)(?=[_-])/.exec(newest) ?? [];
  if (digits.length > 0 && digits.length <= mostCounted) return `${counted(digits)}_${slug}`;
  if (digits.length === millisecondDigits) return `${Math.max(now.getTime(), Number(digits) + 1)}_${slug}`;
  return newMigrationName(description, now, existing);
}

/** `20250131120000` */
const timeDigits = 14;
/** The milliseconds since 1970 have as many until 2286. */
const millisecondDigits = 13;
const mostCounted = 7;

function counted(digits: string): string {
  return String(Number(digits) + 1).padStart(digits.length, '0');
}

/** `V3__a` follows `V2__b`, `V1.3__a` follows `V1.2__b`, and a point in time another. */
function flywayVersion(slug: string, now: Date, existing: readonly string[]): string {
  const newest = existing.findLast((version) => /^V\d/i.test(version)) ?? '';
  const [, before = '', last = '0'] = /^V((?:\d+[._])*)(\d+)/i.exec(newest) ?? [];
  if (before === '' && last.length >= timeDigits) {
    return `V${newMigrationName(slug, now, [last]).slice(0, timeDigits)}__${slug}`;
  }
  return `V${before}${counted(last)}__${slug}`;
}

function dieselVersion(slug: string, now: Date, newest: string): string {
  const digits = newest.replaceAll('-', '').slice(0, timeDigits);
  const time = newMigrationName(slug, now, [digits]);
  return `${time.replace(/^(\d{4})(\d\d)(\d\d)(\d{6}).*/, '$1-$2-$3-$4')}_${slug}`;
}
