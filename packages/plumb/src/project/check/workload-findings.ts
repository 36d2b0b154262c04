import { locationAt } from '@pgplumb/migrate/sql';
import type { Finding } from '../../contract/finding.ts';
import type { QueryFault } from '../../workload/check-query.ts';
import type { Concatenation } from '../../workload/found-query.ts';

/** A query that the schema doesn't fit to. */
export function invalid({ message, sqlstate, hint }: QueryFault, location: Finding['location']): Finding {
  return {
    id: 'invalid-query',
    severity: 'error',
    title: 'PostgreSQL refuses the query',
    message: [`${message}.`, ...(hint === null ? [] : [hint])].join(' '),
    why: 'It was tried on a shadow with the schema, and fails there as it will in production.',
    todo: 'Mend the query, or add what it needs to the schema in a migration that is applied before.',
    fix: null,
    location,
    objects: [],
    evidence: { sqlstate },
  };
}

/** SQL that is put together where values can become SQL. */
export function concatenated({ source, start, end, expression }: Concatenation): Finding {
  return {
    id: 'string-concatenation',
    severity: 'error',
    title: 'SQL is put together from strings',
    message: `${expression.replaceAll(/\s+/g, ' ').slice(0, 60)} becomes a part of the SQL as it is.`,
    why: 'Who chooses that text can run SQL of their own: an injection. And every value makes another statement, which PostgreSQL parses and plans anew.',
    todo: 'Pass values as parameters ($1, or a tagged template), and take names and directions from a list that stands in the code.',
    fix: null,
    location: locationAt(source, start, end),
    objects: [],
    evidence: { expression: expression.slice(0, 200) },
  };
}

/** A query for each of several things. */
export function inLoop(location: Finding['location']): Finding {
  return {
    id: 'query-in-loop',
    severity: 'warning',
    title: 'A query for each of several things',
    message: 'This query runs once for each turn of a loop, with a value of it.',
    why: 'Each run waits for the network and the server: a hundred rows are a hundred round trips, where one query would do.',
    todo: 'Ask once for all: `WHERE id = ANY ($1)`, a join, or `INSERT … SELECT … FROM unnest($1::…[])`.',
    fix: null,
    location,
    objects: [],
    evidence: {},
  };
}

/** A query that works until migrations are applied. */
export function usedByCode(
  { message, sqlstate }: QueryFault,
  location: Finding['location'],
  versions: readonly string[],
): Finding {
  return {
    id: 'column-or-table-used-by-code',
    severity: 'error',
    title: 'Code still uses what a migration takes away',
    message: `After ${versions.join(', ')} this query fails: ${message}.`,
    why: 'Instances that run this code fail from the moment that the migration is applied until all are replaced.',
    todo: 'Release code that doesn’t need it first, and migrate afterwards; or keep the old name for as long (a view, a second column).',
    fix: null,
    location,
    objects: [],
    evidence: { sqlstate, migrations: versions },
  };
}
