import { offsetOfCharacter } from '@pgplumb/migrate/sql';
import { type Client, DatabaseError, Query } from 'pg';
import { applyEdits, type Edit, type EditedText } from './edits.ts';
import type { Treatment } from './treatment.ts';

/** A statement with its place in the script, and what is run in its place. */
export interface TreatedStatement extends Omit<Treatment, 'notes'> {
  readonly start: number;
  readonly text: string;
}

/** Runs a script as one simple query; a single statement in a query of its own, since some can't share one. */
export async function runTreated(client: Client, sql: string, statements: readonly TreatedStatement[]): Promise<void> {
  const [first] = statements;
  if (statements.length === 1 && first !== undefined) {
    for (const call of first.before) await client.query(`SELECT ${call}`);
    await runEdited(client, applyEdits(sql, placed(first)), sql);
    for (const call of first.after) await client.query(`SELECT ${call}`);
    return;
  }
  await runEdited(client, applyEdits(sql, statements.flatMap(withCalls)), sql);
}

function placed({ start, edits }: TreatedStatement): readonly Edit[] {
  return edits.map((edit) => ({ ...edit, start: start + edit.start, end: start + edit.end }));
}

function withCalls(statement: TreatedStatement): readonly Edit[] {
  const { start, text, before, after } = statement;
  const end = start + text.length;
  const calls = (list: readonly string[]): string => list.map((call) => `SELECT ${call}`).join('; ');
  return [
    ...(before.length === 0 ? [] : [{ start, end: start, text: `${calls(before)}; ` }]),
    ...placed(statement),
    ...(after.length === 0 ? [] : [{ start: end, end, text: `; ${calls(after)}` }]),
  ];
}

async function runEdited(client: Client, edited: EditedText, sql: string): Promise<void> {
  try {
    await runWithoutRows(client, edited.text);
  } catch (error) {
    if (error instanceof DatabaseError && error.position !== undefined) {
      const offset = edited.original(offsetOfCharacter(edited.text, Number(error.position) - 1));
      error.position = String([...sql.slice(0, offset)].length + 1);
    }
    throw error;
  }
}

/** Nobody wants to know what a script selects, and it may be more than memory holds. */
function runWithoutRows(client: Client, text: string): Promise<void> {
  const query = new Query(text);
  query.on('row', () => {});
  return new Promise((resolve, reject) => {
    query.on('end', () => resolve());
    query.on('error', reject);
    client.query(query);
  });
}
