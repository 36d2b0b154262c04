import { sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import { type Change, type ChangeKind, changesOf } from '../changes.ts';
import type { Content } from '../phases.ts';
import { firstOf, parentsOf } from '../schema.ts';

interface Surroundings {
  readonly status: pg.PgEnum<[string, ...string[]]>;
  readonly isFirst: boolean;
  readonly has: (kind: ChangeKind) => boolean;
  /** Another table's key. */
  readonly idOf: (table: number) => pg.AnyPgColumn;
}

/** The schema after its changes, as far as Drizzle knows such things: it has no functions, triggers and comments. */
export function drizzleSchema({ tables, changes }: Content): Record<string, unknown> {
  const made = new Set(changesOf(tables, changes).map(keyOf));
  const schema: Record<string, unknown> = {};
  const ids: pg.AnyPgColumn[] = [];
  const idOf = (table: number): pg.AnyPgColumn => {
    const id = ids[table];
    if (id === undefined) throw new Error(`table ${table} is not there yet`);
    return id;
  };
  let status = statusOf(0, false);
  for (let number = 0; number < tables; number++) {
    const has = (kind: ChangeKind): boolean => made.has(keyOf({ kind, table: number }));
    const isFirst = firstOf(number, tables) === number;
    if (isFirst) status = statusOf(number, has('add enum value'));
    const table = tableOf(number, { status, isFirst, has, idOf });
    ids.push(table.id);
    schema[`status${number}`] = status;
    schema[`table${number}`] = table;
    if (isFirst) schema[`view${number}`] = viewOf(number, has('change view'));
  }
  return schema;
}

function keyOf({ kind, table }: Change): string {
  return `${kind} ${table}`;
}

function statusOf(number: number, hasArchived: boolean): pg.PgEnum<[string, ...string[]]> {
  return pg.pgEnum(`status_${number}`, ['draft', 'active', 'closed', ...(hasArchived ? ['archived'] : [])]);
}

function tableOf(number: number, { status, isFirst, has, idOf }: Surroundings) {
  const name = `table_${number}`;
  const [parent, owner] = parentsOf(number);
  const columns = {
    id: pg.bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    parentId: pg.bigint('parent_id', { mode: 'number' }),
    ownerId: pg.bigint('owner_id', { mode: 'number' }).notNull(),
    editorId: pg.bigint('editor_id', { mode: 'number' }),
    name: pg.text().notNull(),
    code: pg.varchar({ length: has('widen column') ? 80 : 40 }).notNull(),
    status: status().notNull().default('draft'),
    amount: pg.numeric({ precision: 12, scale: 2 }).notNull().default('0'),
    settings: pg.jsonb().notNull().default({}),
    active: pg.boolean().notNull().default(true),
    createdAt: pg.timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: pg.timestamp('updated_at', { withTimezone: true }),
    ...(has('add column') ? { note: pg.text() } : {}),
  };
  return pg.pgTable(name, columns, (table) => {
    const keyTo = (other: number): pg.AnyPgColumn => (other === number ? table.id : idOf(other));
    return [
      pg.check(`${name}_amount`, sql`amount >= 0`),
      pg
        .foreignKey({ name: `${name}_parent`, columns: [table.parentId], foreignColumns: [keyTo(parent)] })
        .onDelete('cascade'),
      pg.foreignKey({ name: `${name}_owner`, columns: [table.ownerId], foreignColumns: [keyTo(owner)] }),
      pg.index(`${name}_parent_idx`).on(table.parentId),
      pg.uniqueIndex(`${name}_code_idx`).on(table.code),
      pg.index(`${name}_active_idx`).on(table.ownerId).where(sql`active`),
      ...(has('drop index') ? [] : [pg.index(`${name}_created_idx`).on(table.createdAt.desc().nullsFirst(), table.id)]),
      ...(has('add index') ? [pg.index(`${name}_name_idx`).on(table.name)] : []),
      ...(has('add foreign key')
        ? [pg.foreignKey({ name: `${name}_editor`, columns: [table.editorId], foreignColumns: [keyTo(0)] })]
        : []),
      ...(has('add check') ? [pg.check(`${name}_named`, sql`name <> ''::text`)] : []),
      ...(isFirst
        ? [
            pg.pgPolicy(`${name}_open`, {
              for: 'select',
              to: 'public',
              using: has('change policy') ? sql`active AND (amount > (0)::numeric)` : sql`active`,
            }),
          ]
        : []),
    ];
  });
}

function viewOf(number: number, hasAmount: boolean): pg.PgView {
  const condition = hasAmount ? sql.raw('active AND amount > 0') : sql.raw('active');
  const columns = {
    id: pg.bigint({ mode: 'number' }),
    name: pg.text(),
    amount: pg.numeric({ precision: 12, scale: 2 }),
  };
  return pg
    .pgView(`view_${number}`, columns)
    .as(sql`SELECT id, name, amount FROM ${sql.raw(`table_${number}`)} WHERE ${condition}`);
}
