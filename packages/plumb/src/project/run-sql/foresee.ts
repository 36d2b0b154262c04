import { endOfToken, locationAt } from '@pgplumb/migrate/sql';
import type { Statement, SyntaxFault } from '../../sql/split-statements.ts';
import type { SqlFault } from '../../sql/sql-fault.ts';

const unknown = { sqlstate: null, detail: null, context: null, inner: null };

/** A statement that needs psql: rows that stand in the SQL, or go where only psql reads them. */
export function copyFault({ source, start, text, tree }: Statement): SqlFault | null {
  if (tree === null || !('CopyStmt' in tree)) return null;
  const { filename, is_from: reads } = tree.CopyStmt;
  if (filename !== undefined) return null;
  return {
    ...unknown,
    message: `${reads ? 'COPY … FROM STDIN' : 'COPY … TO STDOUT'} moves rows through psql, and plumb is not psql.`,
    hint: reads
      ? 'Use INSERT (`pg_dump --inserts` writes it), or load the file with `psql -f`.'
      : 'Select the rows, with `--format csv` for CSV.',
    location: locationAt(source, start, start + text.length),
  };
}

/** BEGIN or COMMIT in SQL that is to be one transaction would end it half-way. */
export function transactionFault({ source, start, text, tree }: Statement): SqlFault | null {
  if (tree === null || !('TransactionStmt' in tree)) return null;
  const savepoints = ['TRANS_STMT_SAVEPOINT', 'TRANS_STMT_RELEASE', 'TRANS_STMT_ROLLBACK_TO'];
  if (savepoints.includes(tree.TransactionStmt.kind ?? '')) return null;
  return {
    ...unknown,
    message: `${text.split(/\s/)[0]?.toUpperCase()} stands in SQL that --single-transaction makes one transaction.`,
    hint: 'Take it out, or leave out --single-transaction.',
    location: locationAt(source, start, start + text.length),
  };
}

/** A syntax error, with what to do where the SQL was written for psql. */
export function syntaxFault({ source, offset, message }: SyntaxFault): SqlFault {
  return {
    ...unknown,
    sqlstate: '42601',
    message,
    hint: psqlHint(source.text, offset),
    location: locationAt(source, offset, endOfToken(source.text, offset)),
  };
}

function psqlHint(text: string, offset: number): string | null {
  const before = text.slice(0, offset);
  if (text[offset] === '\\') {
    return 'Commands that begin with a backslash are of psql. Take them out, or run the file with `psql -f`.';
  }
  if (/\bcopy\b[^;]*\bfrom\s+stdin\b[^;]*;[^;]*$/i.test(before)) {
    return 'Rows behind COPY … FROM STDIN are for psql. Use INSERT (`pg_dump --inserts` writes it), or `psql -f`.';
  }
  if (/^:['"]?\w/.test(text.slice(offset))) return 'Variables such as :name are of psql. Write the value.';
  return null;
}
