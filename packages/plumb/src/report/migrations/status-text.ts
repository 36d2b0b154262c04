import type { Look } from '../look.ts';
import { renderTable } from '../table.ts';
import { counted, formatDuration } from '../units.ts';

export interface ShownStatus {
  readonly database: string;
  readonly folder: string;
  readonly applied: readonly {
    readonly version: string;
    readonly state: 'applying' | 'applied' | 'reverting';
    readonly appliedBy: string;
    readonly startedAt: string;
    readonly finishedAt: string | null;
  }[];
  readonly pending: readonly { readonly version: string }[];
}

/** Further back than this it is history. */
const mostApplied = 20;

/** What a database has of its migrations: applied with when, who and how long, then what is pending. */
export function renderStatus({ database, folder, applied, pending }: ShownStatus, look: Look): string {
  const shown = look.verbose ? applied : applied.slice(-mostApplied);
  const hidden = applied.length - shown.length;
  const parts = [
    `${look.heading('Database')}  ${database}`,
    applied.length === 0 ? '' : renderApplied(shown, hidden, look),
    pending.length === 0 ? '' : renderPending(pending, look),
    applied.length + pending.length === 0
      ? `There is no migration in ${folder} yet. Write one with \`plumb new\`.`
      : '',
    summary(applied.filter(({ state }) => state === 'applied').length, pending.length, look),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderApplied(applied: ShownStatus['applied'], hidden: number, look: Look): string {
  const table = renderTable(
    {
      columns: [{ title: 'applied' }, { title: 'when' }, { title: 'took', align: 'right' }, { title: 'by' }],
      rows: applied.map(({ version, state, startedAt, finishedAt, appliedBy }) => [
        { text: version, paint: look.name },
        localTime(finishedAt ?? startedAt),
        took(state, startedAt, finishedAt),
        appliedBy,
      ]),
    },
    look,
  );
  return hidden === 0
    ? table
    : `${look.muted(`${counted(hidden, 'earlier migration')} not shown; --verbose shows all`)}\n${table}`;
}

function took(state: ShownStatus['applied'][number]['state'], startedAt: string, finishedAt: string | null): string {
  if (state === 'applying') return 'half done';
  if (state === 'reverting') return 'half taken back';
  return finishedAt === null ? '' : formatDuration(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)));
}

function renderPending(pending: ShownStatus['pending'], look: Look): string {
  return [look.heading('pending'), ...pending.map(({ version }) => `  ${look.name(version)}`)].join('\n');
}

function summary(applied: number, pending: number, look: Look): string {
  if (applied + pending === 0) return '';
  if (pending === 0) return look.good(applied === 1 ? 'The one migration is applied.' : `All ${applied} are applied.`);
  return `${applied} applied, ${pending} pending: ${look.code('plumb up')} applies ${pending === 1 ? 'it' : 'them'}.`;
}

/** `2026-01-31 12:00:00` where the reader is. */
function localTime(iso: string): string {
  const at = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`;
}
