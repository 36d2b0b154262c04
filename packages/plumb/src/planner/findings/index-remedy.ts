import type { Catalog } from '../../catalog/catalog-object.ts';
import { identifier, parsePath, qualified } from '../../catalog/identifier.ts';
import { chosenIndexName, indexColumnNames } from '../../catalog/kinds/index/chosen-index-name.ts';
import { factsOf } from '../../rules/facts/objects-of.ts';
import type { IndexRemedy } from './plan-finding.ts';

/** As it is made on a shadow, where nobody waits. */
export function indexDefinition(index: IndexRemedy): string {
  return `CREATE INDEX ${onWhat(index, index.table)}`;
}

/** As it is made in production: without keeping writers waiting, also on a partitioned table. */
export function indexMigration(index: IndexRemedy, catalog: Catalog | null): string {
  const tables = catalog === null ? [] : factsOf(catalog, 'table');
  const taken = new Set(catalog === null ? [] : factsOf(catalog, 'index').map(({ name }) => name));
  const partitionsOf = (table: string): readonly string[] =>
    tables.filter(({ partitionOf }) => partitionOf === table).map(({ schema, name }) => qualified(schema, name));
  const isPartitioned = (table: string): boolean =>
    tables.some(({ schema, name, partitionKey }) => partitionKey !== null && qualified(schema, name) === table);
  const statements = (table: string, parent: string | null): readonly string[] => {
    const [schema = 'public', bare = table] = parsePath(table) ?? [];
    const name = nameOf(bare, index, taken);
    const attach = parent === null ? [] : [`ALTER INDEX ${parent} ATTACH PARTITION ${qualified(schema, name)};`];
    if (!isPartitioned(table)) {
      return [`CREATE INDEX CONCURRENTLY ${identifier(name)} ${onWhat(index, table)};`, ...attach];
    }
    const inside = partitionsOf(table).flatMap((each) => statements(each, qualified(schema, name)));
    return [`CREATE INDEX ${identifier(name)} ${onWhat(index, `ONLY ${table}`)};`, ...inside, ...attach];
  };
  return statements(index.table, null).join('\n');
}

function onWhat({ method, keys, include = [], where }: IndexRemedy, table: string): string {
  const using = method === 'btree' ? '' : ` USING ${method}`;
  const covering = include.length === 0 ? '' : ` INCLUDE (${include.join(', ')})`;
  return `ON ${table}${using} (${keys.join(', ')})${covering}${where === undefined ? '' : ` WHERE ${where}`}`;
}

/** As PostgreSQL would call it. */
function nameOf(table: string, { keys, include = [] }: IndexRemedy, taken: ReadonlySet<string>): string {
  const columns = indexColumnNames([...keys, ...include]);
  for (let number = 0; ; number++) {
    const name = chosenIndexName(table, columns, 'idx', number);
    if (!taken.has(name)) return name;
  }
}
