import { join } from 'node:path';
import type { PostgresServer } from '../../packages/plumb/src/postgres/server.ts';
import { diffSchemas, type SchemaDiff } from '../../packages/plumb/src/project/schema/diff-schemas.ts';
import { refusalFindings } from '../../packages/plumb/src/project/schema/refusal-findings.ts';
import { parseRenames } from '../../packages/plumb/src/project/schema/renames/rename-flags.ts';
import { root } from '../source-file.ts';
import type { CorpusCase, Way } from './case.ts';

export interface PlannedCase extends Pick<SchemaDiff, 'plan' | 'changed'> {
  /** Why there is no plan, in words; null when there is one. */
  readonly refusal: string | null;
}

/** Asks plumb for the migration, answering its questions as the case says. */
export async function planCase(corpusCase: CorpusCase, way: Way, shadows: PostgresServer): Promise<PlannedCase> {
  const { name, settings } = corpusCase;
  const [from, to] = way === 'forward' ? ['before', 'after'] : ['after', 'before'];
  const { plan, changed, refusal } = await diffSchemas({
    from: { type: 'files', path: join(root, 'corpus', name, `${from}.sql`) },
    to: { type: 'files', path: join(root, 'corpus', name, `${to}.sql`) },
    shadows,
    renames: renamesOf(corpusCase, way),
    chooseRenames: async () => [],
    allowLoss: async () => settings.allow.includes('data-loss'),
    stepwise: () => settings.stepwise,
  });
  return { plan, changed, refusal: refusal === null ? null : refusalFindings(refusal).map(findingText).join('\n') };
}

export function renamesOf({ settings }: CorpusCase, way: Way): ReturnType<typeof parseRenames>['named'] {
  const { named } = parseRenames(settings.renames === 'none' ? [] : settings.renames);
  return way === 'forward' ? named : named.map(({ was, is }) => ({ was: is, is: was }));
}

function findingText({ id, title, message, evidence }: ReturnType<typeof refusalFindings>[number]): string {
  return [
    `${id}: ${title}. ${message}`,
    ...Object.values(evidence).map((value) => JSON.stringify(value, null, 2)),
  ].join('\n');
}
