import { loadModule } from 'libpg-query';
import { defaultMajor } from '../../../postgres/embedded/major.ts';
import { Prediction } from '../../../prediction/prediction.ts';
import type { SchemaSource } from '../../../sources/schema-source.ts';
import { knownStatements } from './known-statements.ts';

export interface StaticGround {
  readonly label: string;
  readonly major: number;
  readonly prediction: Prediction;
}

/** What is known before migrations. `given`: a project said that this is all. */
export async function staticGround(
  source: SchemaSource,
  { major, given, signal }: { readonly major: number | null; readonly given: boolean; readonly signal: AbortSignal },
): Promise<StaticGround> {
  const known = major ?? defaultMajor;
  const [{ label, statements }] = await Promise.all([knownStatements(source, signal), loadModule()]);
  const prediction = new Prediction({ major: known, complete: given });
  for (const statement of statements) prediction.know(statement);
  return { label: given ? label : 'whatever there is', major: known, prediction };
}
