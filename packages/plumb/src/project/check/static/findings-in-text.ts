import { migrationIn } from '@pgplumb/migrate/files';
import { loadModule } from 'libpg-query';
import type { Finding } from '../../../contract/finding.ts';
import { defaultMajor } from '../../../postgres/embedded/major.ts';
import { Prediction } from '../../../prediction/prediction.ts';
import { scriptOf } from '../../../sources/read/script-of.ts';
import { orProblem } from '../../../sql/problem-of.ts';
import { judgeMigrations } from './judge-migrations.ts';
import type { CheckTextOptions } from './library.ts';

export async function findingsInText(
  sql: string,
  { base, file = 'migration.sql', major = defaultMajor }: CheckTextOptions,
): Promise<readonly Finding[]> {
  await loadModule();
  const prediction = new Prediction({ major, complete: base !== undefined });
  const source = { name: 'base.sql', text: base ?? '' };
  const { script } = await orProblem(scriptOf({ source, path: null }));
  for (const { source: of, start, text } of script.pieces) {
    prediction.know({ source: of, start, end: start + text.length, text });
  }
  const migration = await orProblem(Promise.resolve().then(() => migrationIn({ name: file, text: sql }, file)));
  const levels = { preset: 'recommended', groups: {}, rules: {} } as const;
  return (await judgeMigrations([migration], prediction, { major, levels })).findings;
}
