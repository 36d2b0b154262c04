import { loadModule } from 'libpg-query';
import { Prediction } from '../../../prediction/prediction.ts';
import type { SchemaSource } from '../../../sources/schema-source.ts';
import { knownStatements } from './known-statements.ts';

/** The major that text is judged for, unless a project says another. */
const newest = 18;

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
  const [{ label, statements }] = await Promise.all([knownStatements(source, signal), loadModule()]);
  const prediction = new Prediction({ major: major ?? newest, complete: given });
  for (const statement of statements) prediction.know(statement);
  return { label: given ? label : 'whatever there is', major: major ?? newest, prediction };
}
