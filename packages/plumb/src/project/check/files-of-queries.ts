import { resolve } from 'node:path';
import { locationAt } from '@pgplumb/migrate/sql';
import type { Node } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import type { Finding } from '../../contract/finding.ts';
import { askedRules, type Levels } from '../../rules/levels.ts';
import { queryRules } from '../../rules/registry.ts';
import { findInQuery } from '../../rules/run-rules.ts';
import { spansOf, suppress, suppressionsIn } from '../../rules/suppressions.ts';
import { readSqlFile, type SqlSource } from '../../sql/source.ts';
import type { QueryFault } from '../../workload/check-query.ts';
import { findInSql } from '../../workload/find-in-sql.ts';
import { type FoundQuery, placeInFile, type Workload } from '../../workload/found-query.ts';
import { isCode } from './is-code.ts';
import { concatenated, inLoop, invalid, writtenApart } from './workload-findings.ts';

export interface FileOfQueries extends Workload {
  readonly source: SqlSource;
  readonly faults: readonly Finding[];
}

export async function queriesIn(file: string, cwd: string): Promise<FileOfQueries> {
  const source = await readSqlFile(file, resolve(cwd, file));
  if (isCode(file)) {
    // the parser of TypeScript is loaded for those who need it
    const { findInTypescript } = await import('../../workload/find-in-typescript.ts');
    return { source, ...findInTypescript(source), faults: [] };
  }
  const found = await findInSql(source);
  if (!('message' in found))
    return { source, queries: found, concatenations: [], severalWrites: [], built: 0, faults: [] };
  const { offset, message } = found;
  const fault: QueryFault = { message, sqlstate: '42601', hint: null, from: 0, to: 0 };
  return {
    source,
    queries: [],
    concatenations: [],
    severalWrites: [],
    built: 0,
    faults: [invalid(fault, locationAt(source, offset, offset + 1))],
  };
}

export function linted(query: FoundQuery, tree: Node, catalog: Catalog, levels: Levels): readonly Finding[] {
  const { source, start, text } = query;
  const { line } = locationAt(source, start, start + 1);
  const statement = { source, start, line, text, tree };
  return findInQuery(askedRules(queryRules, levels), { statement, tree, catalog }, (from, to) =>
    placeInFile(query, from, to),
  );
}

export function findingsIn(
  { source, queries, concatenations, severalWrites, faults }: FileOfQueries,
  look: (query: FoundQuery) => readonly Finding[],
): readonly Finding[] {
  const repeated = queries.filter((query) => query.inLoop);
  const found = [
    ...concatenations.map(concatenated),
    ...faults,
    ...queries.flatMap(look),
    ...repeated.map((query) => inLoop(placeInFile(query, 0, query.text.length))),
    ...severalWrites.map(writtenApart),
  ];
  const places = [...queries, ...concatenations, ...severalWrites].toSorted((one, other) => one.start - other.start);
  return suppress(found, suppressionsIn(source), spansOf(places));
}
