import type { Finding } from '../../contract/finding.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import type { Rehearsal } from '../../rehearsal/rehearse/rehearsal.ts';
import type { Locks } from '../../rehearsal/watch/lock-mode.ts';
import type { Seconds } from '../../rules/estimate.ts';
import { atLevels, type Levels } from '../../rules/levels.ts';
import type { Place } from '../settings/settings.ts';
import { schemaFindings } from './check-schema.ts';
import { checkedStep } from './checked-step.ts';
import type { Pending } from './pending.ts';
import { pendingOf } from './pending-of.ts';
import { onGround } from './rehearse-pending.ts';

export interface CheckRequest extends Place {
  readonly files: readonly string[];
  readonly base?: string | undefined;
  readonly migrations?: string | undefined;
  readonly all: boolean;
  /** Whether the schema that they lead to is checked too. */
  readonly schema: boolean;
  readonly last?: number | undefined;
  /** The git ref since which migrations count as pending. */
  readonly since?: string | undefined;
  /** The server that says how large the tables are. */
  readonly sizes?: string | undefined;
  readonly major?: number | undefined;
  /** Milliseconds that a statement may take. */
  readonly timeout?: number | undefined;
  readonly timeZone?: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

/** One statement and what it does, as it is told. */
export interface CheckedStep {
  readonly migration: string;
  readonly file: string;
  readonly line: number;
  readonly sql: string;
  readonly transaction: number | null;
  /** Whether it was run; one that failed, or stands behind one that did, was not. */
  readonly observed: boolean;
  readonly locks: Locks;
  readonly held: Locks;
  readonly rewrites: readonly string[];
  readonly rebuilds: readonly string[];
  readonly scans: readonly string[];
  /** Relations that others can't write to, or even read, while it scans or rewrites something. */
  readonly blocks: readonly string[];
  readonly seconds: Seconds | null;
}

export interface Check {
  readonly checked: Pick<Pending, 'because'> & {
    readonly migrations: readonly string[];
    readonly base: string;
    /** Without a server: of how many statements the text doesn't say what they do. */
    readonly unread?: number;
  };
  /** Null where no server was asked. */
  readonly postgres: string | null;
  readonly steps: readonly CheckedStep[];
  readonly findings: readonly Finding[];
}

/** Rehearses what is pending, and says what it would do. */
export async function checkMigrations(request: CheckRequest): Promise<Check> {
  const { settings, pending } = await pendingOf(request);
  const { levels } = settings;
  return onGround(pending, { ...request, settings }, async (ground) => {
    const { rehearsal, view, findings } = await ground.rehearse(pending.migrations);
    return {
      checked: {
        migrations: pending.migrations.map(({ version }) => version),
        because: pending.because,
        base: ground.label,
      },
      postgres: ground.postgres,
      steps: view.steps.map(checkedStep),
      findings: [
        ...atLevels(findings, levels),
        ...(request.schema ? await afterFindings(rehearsal, levels, findings) : []),
        ...ground.notes,
        ...rehearsal.notes,
      ],
    };
  });
}

/** What the whole schema has besides what the migrations made. */
async function afterFindings(
  { migrations }: Rehearsal,
  levels: Levels,
  told: readonly Finding[],
): Promise<readonly Finding[]> {
  const after = migrations.at(-1)?.after ?? null;
  const found = after === null ? [] : await schemaFindings(after, levels);
  return found.filter(({ id, message }) => !told.some((other) => other.id === id && other.message === message));
}
