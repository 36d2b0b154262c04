import { locationAt } from '@pgplumb/migrate/sql';
import type { Finding } from '../../contract/finding.ts';
import columnOrTableUsedByCode from '../../rules/code/column-or-table-used-by-code.ts';
import invalidQuery from '../../rules/code/invalid-query.ts';
import queryInLoop from '../../rules/code/query-in-loop.ts';
import severalWritesWithoutTransaction from '../../rules/code/several-writes-without-transaction.ts';
import stringConcatenation from '../../rules/code/string-concatenation.ts';
import { findingOf } from '../../rules/run-rules.ts';
import type { QueryFault } from '../../workload/check-query.ts';
import type { Concatenation, SeveralWrites } from '../../workload/found-query.ts';

/** A query that the schema doesn't fit to. */
export function invalid({ message, sqlstate, hint }: QueryFault, location: Finding['location']): Finding {
  const text = [`${message}.`, ...(hint === null ? [] : [hint])].join(' ');
  return findingOf(invalidQuery, { message: text, evidence: { sqlstate } }, location);
}

/** SQL that is put together where values can become SQL. */
export function concatenated({ source, start, end, expression }: Concatenation): Finding {
  const message = `${expression.replaceAll(/\s+/g, ' ').slice(0, 60)} becomes a part of the SQL as it is.`;
  const report = { message, evidence: { expression: expression.slice(0, 200) } };
  return findingOf(stringConcatenation, report, locationAt(source, start, end));
}

/** A query for each of several things. */
export function inLoop(location: Finding['location']): Finding {
  const message = 'This query runs once for each turn of a loop, with a value of it.';
  return findingOf(queryInLoop, { message }, location);
}

/** Writes that don't stand or fall together. */
export function writtenApart({ source, start, end, others }: SeveralWrites): Finding {
  const lines = others.map((other) => locationAt(source, other, other + 1).line);
  const rest = others.length === 1 ? 'the one in line' : 'those in lines';
  const message = `This write and ${rest} ${lines.join(', ')} are no transaction.`;
  const report = { message, evidence: { lines } };
  return findingOf(severalWritesWithoutTransaction, report, locationAt(source, start, end));
}

/** A query that works until migrations are applied. */
export function usedByCode(
  { message, sqlstate }: QueryFault,
  location: Finding['location'],
  versions: readonly string[],
): Finding {
  const text = `After ${versions.join(', ')} this query fails: ${message}.`;
  const report = { message: text, evidence: { sqlstate, migrations: versions } };
  return findingOf(columnOrTableUsedByCode, report, location);
}
