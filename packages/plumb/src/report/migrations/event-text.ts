import type { Look } from '../look.ts';
import { printable } from '../printable.ts';
import { withoutPasswords } from '../sql-failure-text.ts';
import { counted, formatAbout, formatCount, formatDuration } from '../units.ts';

/** Another session, as far as this role may see it. */
export interface ShownSession {
  readonly pid: number;
  readonly user: string | null;
  readonly application: string | null;
  readonly state: string | null;
  readonly transactionSeconds: number | null;
  readonly query: string | null;
}

export interface ShownBackfill {
  readonly table: string;
  readonly rows: number;
  readonly share: number | null;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number | null;
}

/** `process 4711 (psql, anna, idle in transaction for 2 min 3 s): SELECT …` */
export function renderSession({ pid, user, application, state, transactionSeconds, query }: ShownSession): string {
  const age = transactionSeconds === null ? null : `for ${formatDuration(transactionSeconds * 1000)}`;
  const doing = [state, age].filter((part) => part !== null).join(' ');
  const about = [application, user, doing].filter((part) => part !== null && part !== '').join(', ');
  // A lease is held by someone on another machine, whose process says nothing here.
  const who = pid === 0 ? (user ?? 'somebody') : `process ${pid}${about === '' ? '' : ` (${about})`}`;
  return printable(query === null ? who : `${who}: ${oneLine(query, 80)}`);
}

/** A statement in one line. */
export function oneLine(sql: string, most = 120): string {
  const flat = withoutPasswords(sql).replaceAll(/\s+/g, ' ').trim();
  return printable(flat.length > most ? `${flat.slice(0, most - 1)}…` : flat);
}

const barWidth = 20;

/** `jobs ████████░░░░ 42%, 12,300 rows, 4.1 k/s, 3 s left` */
export function renderBackfill({ table, rows, share, rowsPerSecond, secondsLeft }: ShownBackfill, look: Look): string {
  const [full, empty] = look.unicode ? ['█', '░'] : ['#', '.'];
  const filled = Math.round((share ?? 0) * barWidth);
  const bar = `${full.repeat(filled)}${empty.repeat(barWidth - filled)} ${formatCount(Math.floor((share ?? 0) * 100))}%`;
  const figures = [
    counted(rows, 'row'),
    `${formatAbout(rowsPerSecond)}/s`,
    ...(secondsLeft === null ? [] : [`${formatDuration(Math.max(1, Math.ceil(secondsLeft)) * 1000)} left`]),
  ].join(', ');
  return share === null ? `${table}: ${figures}` : `${table} ${bar}, ${figures}`;
}

/** A migration that is done with: `✓ 20260101000000_jobs 34 ms`. */
export function renderFinished(
  { version, direction, milliseconds }: { version: string; direction: 'up' | 'down'; milliseconds: number },
  look: Look,
): string {
  return renderDone(version, direction === 'up' ? '' : ' taken back', milliseconds, look);
}

/** A step that is done with, and how long it took. */
export function renderDone(name: string, what: string, milliseconds: number, look: Look): string {
  const mark = look.good(look.unicode ? '✓' : 'ok');
  return `${mark} ${look.name(printable(name))}${what} ${look.muted(formatDuration(milliseconds))}`;
}
