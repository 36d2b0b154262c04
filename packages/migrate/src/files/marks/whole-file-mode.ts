import type { SqlSource } from '../../contract/sql-source.ts';
import { startOfSql } from '../../sql/psql-script.ts';

/**
 * How a file without sections is run: Atlas says `-- atlas:txmode none`, and sqlx `-- no-transaction`, above all SQL.
 */
export function wholeFileMode({ text }: SqlSource): 'transaction' | 'no-transaction' {
  if (!outside.test(text)) return 'transaction';
  const head = text.slice(0, startOfSql(text, 0, text.length) ?? text.length);
  return outside.test(head) ? 'no-transaction' : 'transaction';
}

const outside = /^[^\S\r\n]*--[^\S\r\n]*(?:atlas:txmode[^\S\r\n]+none|no-transaction)[^\S\r\n]*$/im;
