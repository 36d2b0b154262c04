import type { Node } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { objectId, parsePath } from '../../catalog/identifier.ts';
import { isTable, tableId } from '../../catalog/kinds/table/table-facts.ts';
import type { Part } from '../../rehearsal/watch/parts.ts';
import { lostParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { statementsWithin } from '../sql/statements-within.ts';

export default defineMigrationRule({
  id: 'drop-cascade-dependents',
  group: 'data',
  severity: 'error',
  title: 'CASCADE drops what nobody named',
  why: 'Views, foreign keys, columns and whatever else needs what is dropped go with it silently, and in production there may be more of them than here.',
  todo: 'Leave CASCADE out, and drop or change each of them by its name first: PostgreSQL then refuses where one was forgotten.',
  bad: [
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t',
      sql: 'DROP TABLE t CASCADE',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p)',
      sql: 'DROP TABLE IF EXISTS p CASCADE',
    },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."T" (a int, b int); CREATE MATERIALIZED VIEW m AS SELECT b FROM app."T"',
      sql: 'ALTER TABLE app."T" DROP COLUMN b CASCADE',
    },
    {
      base: 'CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t; CREATE VIEW "W" AS SELECT id FROM v',
      sql: 'DROP VIEW IF EXISTS v CASCADE',
    },
    {
      base: 'CREATE SCHEMA a; CREATE TABLE a.t (id int); CREATE VIEW v AS SELECT id FROM a.t',
      sql: 'DROP SCHEMA a CASCADE',
    },
    {
      base: 'CREATE TABLE p (id int, CONSTRAINT k PRIMARY KEY (id)); CREATE TABLE c (p int REFERENCES p)',
      sql: 'ALTER TABLE p DROP CONSTRAINT k CASCADE',
    },
    {
      base: `
        CREATE TABLE t (id int, at date);
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()`,
      sql: 'DROP FUNCTION touch() CASCADE',
    },
    { base: "CREATE SEQUENCE q; CREATE TABLE t (id int DEFAULT nextval('q'))", sql: 'DROP SEQUENCE q CASCADE' },
    {
      base: "CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'; CREATE TABLE t (a int); CREATE INDEX ON t (f(a))",
      sql: 'DROP FUNCTION f CASCADE',
    },
    { base: 'CREATE EXTENSION citext; CREATE TABLE t (id int, e citext)', sql: 'DROP EXTENSION citext CASCADE' },
  ],
  good: [
    { base: 'CREATE TABLE t (id serial PRIMARY KEY)', sql: 'DROP TABLE t CASCADE' },
    {
      base: 'CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t',
      sql: 'DROP VIEW v; DROP TABLE t CASCADE',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p)',
      sql: 'DROP TABLE c, p CASCADE',
    },
    {
      base: 'CREATE TABLE m (a int) PARTITION BY RANGE (a); CREATE TABLE m1 PARTITION OF m DEFAULT',
      sql: 'DROP TABLE m CASCADE',
    },
    { base: 'CREATE TABLE t (a int CHECK (a > 0), b int)', sql: 'ALTER TABLE t DROP COLUMN a CASCADE' },
    { base: 'CREATE SCHEMA a; CREATE TABLE a.t (id int)', sql: 'DROP SCHEMA a CASCADE' },
    { base: 'CREATE EXTENSION citext; CREATE TABLE t (id int)', sql: 'DROP EXTENSION IF EXISTS citext CASCADE' },
    {
      base: 'CREATE TABLE t (a int DEFAULT 1, b int); CREATE INDEX ON t (a)',
      sql: 'ALTER TABLE t DROP COLUMN a CASCADE',
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      const trees = statementsWithin(step.tree);
      if (!trees.some(cascades)) continue;
      const named = new Set(trees.flatMap((tree) => namesDropped(tree)));
      const tables = trees.flatMap((tree) =>
        [...nodesOf(tree, 'AlterTableStmt')].map((each) => each.AlterTableStmt.relation?.relname),
      );
      const dependents = kinds
        .flatMap((kind) => lostParts(step, kind))
        .filter((part) => !isNamed(part, trees) && !isPartition(part, named, view.before))
        .filter(({ kind, of }) => !(ofTables.has(kind) && of !== null && tables.includes(of)))
        .filter((part) => !trees.some(dropsExtension) || isOwn(part, view.before));
      if (dependents.length === 0) continue;
      const list = dependents.map((part) => `${part.kind} ${partName(part)}`);
      yield {
        step,
        message: `CASCADE also drops the ${list.join(', the ')}.`,
        objects: dependents.map(partName),
        evidence: { dependents: list },
      };
    }
  },
});

const kinds = [
  'table',
  'view',
  'materialized view',
  'foreign table',
  'column',
  'default',
  'index',
  'constraint',
  'type',
  'function',
  'trigger',
  'policy',
] as const;

/** What an ALTER TABLE takes from its own table is plain from it. */
const ofTables: ReadonlySet<Part['kind']> = new Set(['constraint', 'default', 'index']);

function dropsExtension(tree: Node): boolean {
  return [...nodesOf(tree, 'DropStmt')].some(({ DropStmt }) => DropStmt.removeType === 'OBJECT_EXTENSION');
}

/** Whether it isn't the extension's: a part of a table, or a view, that is the user's. */
function isOwn({ schema, of, name }: Part, { objects }: Catalog): boolean {
  const id = of ?? name;
  return objects.has(tableId(schema, id)) || objects.has(objectId('view', [schema, id]));
}

function cascades(tree: Node): boolean {
  return (
    [...nodesOf(tree, 'DropStmt')].some(({ DropStmt: { behavior } }) => behavior === 'DROP_CASCADE') ||
    [...nodesOf(tree, 'AlterTableCmd')].some(({ AlterTableCmd: { behavior } }) => behavior === 'DROP_CASCADE')
  );
}

function isNamed({ kind, name }: Part, trees: readonly Node[]): boolean {
  // a trigger or a policy is often called as what it needs
  const own = kind === 'trigger' ? 'OBJECT_TRIGGER' : kind === 'policy' ? 'OBJECT_POLICY' : undefined;
  if (kind !== 'column' && kind !== 'constraint') return trees.some((tree) => namesDropped(tree, own).includes(name));
  return trees.some((tree) => [...nodesOf(tree, 'AlterTableCmd')].some((each) => each.AlterTableCmd.name === name));
}

/** The last word of each name that is dropped, as an object of some type if that is said. */
function namesDropped(tree: Node, type?: string): readonly string[] {
  const statements = [...nodesOf(tree, 'DropStmt')].filter(
    ({ DropStmt }) => type === undefined || DropStmt.removeType === type,
  );
  const objects = statements.flatMap(({ DropStmt }) => DropStmt.objects ?? []);
  const words = objects.flatMap((object) => {
    const [typeName] = [...nodesOf(object, 'TypeName')];
    const strings = [
      ...nodesOf(
        'ObjectWithArgs' in object ? object.ObjectWithArgs.objname : (typeName?.TypeName.names ?? object),
        'String',
      ),
    ];
    return strings.at(-1)?.String.sval ?? [];
  });
  return words;
}

/** Whether it is a partition of a table that is named, or of one of its partitions. */
function isPartition(
  { kind, schema, name }: Pick<Part, 'kind' | 'schema' | 'name'>,
  named: ReadonlySet<string>,
  { objects }: Pick<Catalog, 'objects'>,
): boolean {
  const table = kind === 'table' ? objects.get(tableId(schema, name)) : undefined;
  if (table === undefined || !isTable(table) || table.facts.partitionOf === null) return false;
  const [parentSchema = '', parent = ''] = parsePath(table.facts.partitionOf) ?? [];
  return named.has(parent) || isPartition({ kind, schema: parentSchema, name: parent }, named, { objects });
}
