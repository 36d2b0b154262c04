import { identifier } from '../../identifier.ts';
import type { Alteration, Context, Replacement } from '../../kind.ts';
import { type Hazard, type Statement, statement } from '../../statement.ts';
import { tableName } from './create-table.ts';
import { joining, leaving } from './join-parents.ts';
import { persistenceChanges } from './persistence.ts';
import { rowSecurityChanges } from './row-security.ts';
import { optionChanges, optionList } from './storage-options.ts';
import type { PartitionKey, Table, TableFacts } from './table-facts.ts';

export function alterTable(before: Table, after: Table, context: Context): Alteration | Replacement {
  const [{ facts: from }, { facts: to }] = [before, after];
  const impossible = whyNot(from, to, context);
  if (impossible !== null) return { replace: impossible };
  return {
    statements: [
      ...joining(after, context),
      ...lineChanges(from, to),
      ...leaving(after, context),
      ...optionStatements(from, to),
      ...storageChanges(from, to),
      ...(from.persistence === to.persistence
        ? []
        : persistenceChanges(after, context).map(({ facts }) => setPersistence(facts))),
      ...rowSecurityChanges(from, to),
    ],
  };
}

function whyNot(from: TableFacts, to: TableFacts, { major }: Context): string | null {
  const [was, is] = [from.partitionKey, to.partitionKey];
  if (was === null && is !== null) return "PostgreSQL can't partition a table that isn't";
  if (was !== null && is === null) return "PostgreSQL can't make one table of its partitions";
  if (was?.definition !== is?.definition) return "PostgreSQL can't change what a table is partitioned by";
  if (typesIn(was) !== typesIn(is)) {
    return "PostgreSQL can't change the type of a column that a table is partitioned by";
  }
  if (from.accessMethod !== to.accessMethod && major < (is === null ? 15 : 17)) {
    return `PostgreSQL ${major} can't change the access method of a table`;
  }
  return null;
}

/** What a table, foreign or not, has from others. */
type Line = Pick<TableFacts, 'schema' | 'name' | 'inherits' | 'ofType'>;

function typesIn(key: PartitionKey | null): string {
  return (key?.columns ?? []).map(({ name, type }) => `${name} ${type}`).join();
}

/** What it inherits from, and the type that it follows. Its place among partitions is an object of its own. */
export function lineChanges(from: Line, to: Line): readonly Statement[] {
  const alter = `ALTER TABLE ${tableName(to)}`;
  return [
    ...(from.ofType !== null && to.ofType === null ? [statement(`${alter} NOT OF`)] : []),
    ...from.inherits
      .filter((parent) => !to.inherits.includes(parent))
      .map((parent) => statement(`${alter} NO INHERIT ${parent}`)),
    ...to.inherits
      .filter((parent) => !from.inherits.includes(parent))
      .map((parent) => statement(`${alter} INHERIT ${parent}`)),
    ...(to.ofType !== null && to.ofType !== from.ofType ? [statement(`${alter} OF ${to.ofType}`)] : []),
  ];
}

function optionStatements(from: TableFacts, to: TableFacts): readonly Statement[] {
  const alter = `ALTER TABLE ${tableName(to)}`;
  const { set, reset } = optionChanges(from.options, to.options);
  return [
    ...(reset.length === 0 ? [] : [statement(`${alter} RESET (${reset.join(', ')})`)]),
    ...(Object.keys(set).length === 0 ? [] : [statement(`${alter} SET (${optionList(set)})`)]),
  ];
}

function storageChanges(from: TableFacts, to: TableFacts): readonly Statement[] {
  const alter = `ALTER TABLE ${tableName(to)}`;
  const hazards = to.partitionKey === null ? [rewriting(to)] : [];
  const method = to.accessMethod ?? (to.partitionKey === null ? 'heap' : 'DEFAULT');
  return [
    ...(from.accessMethod === to.accessMethod
      ? []
      : [statement(`${alter} SET ACCESS METHOD ${method === 'DEFAULT' ? method : identifier(method)}`, { hazards })]),
    ...(from.tablespace === to.tablespace
      ? []
      : [statement(`${alter} SET TABLESPACE ${identifier(to.tablespace ?? 'pg_default')}`, { hazards })]),
  ];
}

function setPersistence(facts: TableFacts): Statement {
  const sql = `ALTER TABLE ${tableName(facts)} SET ${facts.persistence === 'unlogged' ? 'UNLOGGED' : 'LOGGED'}`;
  return statement(sql, { hazards: facts.partitionKey === null ? [rewriting(facts)] : [] });
}

function rewriting(facts: TableFacts): Hazard {
  const table = tableName(facts);
  const message = `${table} is written anew while nobody can read or write it.`;
  return { kind: 'rewrites-table', message, objects: [table] };
}
