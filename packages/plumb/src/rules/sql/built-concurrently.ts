import type { RangeVar } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { identifier, qualified } from '../../catalog/identifier.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { chosenName } from '../../catalog/object-name.ts';
import type { Report, StepView } from '../rule.ts';
import { inSections, insertedAt, outsideOfTransaction } from './sections.ts';
import { seenName } from './seen-name.ts';

/** CREATE INDEX with CONCURRENTLY, on each partition where there are any; none where the text can't be taken apart. */
export function builtConcurrently(
  { sql, tree, observation }: StepView,
  relation: RangeVar,
  before: Catalog,
): { readonly fix?: NonNullable<Report['fix']> } {
  const table = seenName(observation?.locks ?? {}, relation);
  const [create] = /^create\s+(?:unique\s+)?index\b/i.exec(sql) ?? [];
  if (table === null || create === undefined) return {};
  if (isPartitioned(before, table)) {
    const name = tree !== null && 'IndexStmt' in tree ? tree.IndexStmt.idxname : undefined;
    const steps = name === undefined ? null : onEachPartition(sql, { create, name, table, relation }, before);
    const description = 'Build it on each partition while others read and write, and put them together.';
    return steps === null ? {} : { fix: { description, sql: steps } };
  }
  return {
    fix: {
      description: 'Build it while others read and write, outside of a transaction.',
      // with IF NOT EXISTS, an index that failed half-way would count as built
      sql: outsideOfTransaction(
        `${create} CONCURRENTLY${sql.slice(create.length).replace(/^\s+if\s+not\s+exists\b/i, '')}`,
      ),
    },
  };
}

interface OnPartitioned {
  readonly create: string;
  readonly name: string;
  readonly table: string;
  readonly relation: RangeVar;
}

function onEachPartition(
  sql: string,
  { create, name, table, relation }: OnPartitioned,
  before: Catalog,
): string | null {
  const tables = [...before.objects.values()].filter(isTable).map(({ facts }) => facts);
  const parent = tables.find((facts) => `${facts.schema}.${facts.name}` === table);
  if (parent === undefined || relation.location === undefined) return null;
  const parts = tables.filter(({ partitionOf }) => partitionOf === qualified(parent.schema, parent.name));
  if (parts.length === 0 || parts.some(({ partitionKey }) => partitionKey !== null)) return null;
  const behind = Buffer.from(sql).toString('utf8', relation.location);
  const [written = ''] = /^(?:"(?:[^"]|"")*"|[^\s("]+)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[^\s("]+))?/.exec(behind) ?? [];
  const rest = behind.slice(written.length);
  const named = parts.map((part) => ({ part, index: chosenName(part.name, null, name) }));
  return inSections(
    { statements: [insertedAt(sql, relation.location, 'ONLY ')] },
    {
      mode: 'no-transaction',
      statements: named.map(
        ({ part, index }) =>
          `${create} CONCURRENTLY ${identifier(index)} ON ${qualified(part.schema, part.name)}${rest}`,
      ),
    },
    {
      statements: named.map(
        ({ part, index }) =>
          `ALTER INDEX ${qualified(parent.schema, name)} ATTACH PARTITION ${qualified(part.schema, index)}`,
      ),
    },
  );
}

/** Whether a table is partitioned, by its name in observations. */
export function isPartitioned({ objects }: Catalog, name: string): boolean {
  return [...objects.values()].some(
    (object) =>
      isTable(object) && object.facts.partitionKey !== null && `${object.facts.schema}.${object.facts.name}` === name,
  );
}
