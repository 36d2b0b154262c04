import { createHash } from 'node:crypto';
import { readStatement } from '../backfill/read-statement.ts';
import type { BackfillOptions, Direction, Section } from '../contract/migration.ts';
import { MigrationProblem } from '../contract/problem.ts';
import { type PlacedStatement, statementsOf } from '../sql/statements.ts';

/** What is done wholly or not at all, and journaled with it. */
export type Unit = UnitFacts &
  (
    | { readonly mode: 'together'; readonly statements: readonly PlacedStatement[] }
    /** Outside of a transaction only where PostgreSQL refuses it inside one. */
    | { readonly mode: 'alone'; readonly statements: readonly [PlacedStatement] }
    | { readonly mode: 'backfill'; readonly statements: readonly [PlacedStatement]; readonly options: BackfillOptions }
  );

interface UnitFacts {
  readonly direction: Direction;
  /** From 0, across the sections of its direction. */
  readonly number: number;
  /** Of its SQL: what was done can't change afterwards, what wasn't may. */
  readonly checksum: string;
}

type Part = Unit extends infer Each ? (Each extends Unit ? Omit<Each, keyof UnitFacts> : never) : never;

export function unitsOf(sections: readonly Section[]): readonly Unit[] {
  const parts = sections.flatMap((section) => partsOf(section).map((part) => ({ part, section })));
  return parts.map(({ part, section }, number) => ({
    ...part,
    direction: section.direction,
    number,
    checksum: checksumOf(part.statements),
  }));
}

function partsOf(section: Section): readonly Part[] {
  const statements = statementsOf(section);
  const [first, ...others] = statements;
  if (first === undefined) return [];
  if (section.mode === 'backfill' && section.backfill !== null && others.length === 0) {
    // what can't be run in batches is told before anything runs
    readStatement(first, section.backfill.table);
    return [{ mode: 'backfill', statements: [first], options: section.backfill }];
  }
  const parts: Part[] = [];
  let open: PlacedStatement[] | null = null;
  for (const statement of statements) {
    const control = transactionControl(statement);
    if (control === 'rollback' && (open ?? []).length > 0) throw rollsBack(statement);
    if (control !== null) {
      parts.push(...whole(open ?? []));
      open = control === 'begin' ? [] : null;
    } else if (section.mode === 'transaction' || open !== null) {
      open = [...(open ?? []), statement];
    } else {
      parts.push({ mode: 'alone', statements: [statement] });
    }
  }
  return [...parts, ...whole(open ?? [])];
}

/** A single statement needs no transaction around it, and may be one that can't have one. */
function whole(statements: readonly PlacedStatement[]): readonly Part[] {
  const [first, ...others] = statements;
  if (first === undefined) return [];
  return others.length === 0 ? [{ mode: 'alone', statements: [first] }] : [{ mode: 'together', statements }];
}

function transactionControl({ text }: PlacedStatement): 'begin' | 'commit' | 'rollback' | null {
  const word =
    /^(begin|start\s+transaction|commit|end|rollback|abort|prepare\s+transaction)\b(?!\s+to\b|\s+\w+\s+to\b)/i;
  const found = word.exec(text)?.[1]?.toLowerCase().split(/\s/)[0];
  if (found === undefined) return null;
  if (found === 'begin' || found === 'start') return 'begin';
  return found === 'commit' || found === 'end' ? 'commit' : 'rollback';
}

function rollsBack({ source, start, end, text }: PlacedStatement): MigrationProblem {
  const nothing = { sqlstate: null, detail: null, hint: null, context: null };
  const message = `${text.split(/\s/)[0]?.toUpperCase()} undoes what the migration did before.`;
  return new MigrationProblem('FILE_INVALID', `${source.name}: ${message}`, {
    hint: 'Remove it: a section that fails is rolled back by itself.',
    sql: { source, start, end, offset: start, message, ...nothing },
  });
}

function checksumOf(statements: readonly PlacedStatement[]): string {
  const hash = createHash('sha256');
  for (const { text } of statements) hash.update(`${text.replaceAll('\r\n', '\n')};`);
  return hash.digest('hex').slice(0, 16);
}
