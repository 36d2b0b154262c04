import type { SqlSource } from '../../contract/sql-source.ts';
import { readScript, startOfSql } from '../../sql/psql-script.ts';
import { isSessionSetting, refusesTransaction } from '../../sql/refuses-transaction.ts';

/**
 * How a file without sections is run: Atlas says `-- atlas:txmode none`, and sqlx `-- no-transaction`, above all SQL. One
 * that holds nothing but what PostgreSQL refuses in a transaction, and settings for it, can only mean the same.
 */
export function wholeFileMode(source: SqlSource): 'transaction' | 'no-transaction' {
  const { text } = source;
  if (outside.test(text)) {
    const head = text.slice(0, startOfSql(text, 0, text.length) ?? text.length);
    if (outside.test(head)) return 'no-transaction';
  }
  return wantsNone.test(text) && holdsOnlyRefused(source) ? 'no-transaction' : 'transaction';
}

const outside = /^[^\S\r\n]*--[^\S\r\n]*(?:atlas:txmode[^\S\r\n]+none|no-transaction)[^\S\r\n]*$/im;

/** A word of each statement that PostgreSQL refuses there. */
const wantsNone = /\b(?:concurrently|vacuum|discard|system|database|tablespace)\b/i;

function holdsOnlyRefused(source: SqlSource): boolean {
  const statements = readScript(source).map(({ start, end }) => source.text.slice(start, end));
  return (
    statements.some(refusesTransaction) &&
    statements.every((each) => refusesTransaction(each) || isSessionSetting(each))
  );
}
