import { Problem } from '../../contract/problem.ts';
import { splitStatements } from '../../sql/split-statements.ts';

/**
 * The one statement of a text, if it can be planned without being run. On a shadow whose tables have production's size
 * and no rows nothing may be run: it would read terabytes of nothing.
 */
export async function explainable(sql: string): Promise<string> {
  const split = await splitStatements({ name: '<query>', text: sql });
  if (split.statements === null) throw new Problem('SQL_FAILED', `PostgreSQL can't parse this: ${split.fault.message}`);
  const [statement, another] = split.statements;
  if (statement === undefined) throw new Problem('USAGE', 'There is no query to plan.');
  if (another !== undefined) {
    throw new Problem('USAGE', 'These are several statements; plans are made of one at a time.');
  }
  const kind = Object.keys(statement.tree ?? {})[0] ?? '';
  if (!plannable.has(kind)) {
    throw new Problem('USAGE', `PostgreSQL makes no plan for this: ${firstLine(statement.text)}`, {
      hint: 'SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES have plans, and so have CREATE TABLE AS and DECLARE CURSOR.',
    });
  }
  return statement.text;
}

const plannable: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'CreateTableAsStmt',
  'DeclareCursorStmt',
]);

function firstLine(sql: string): string {
  const line = sql.trim().split('\n', 1)[0] ?? '';
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
