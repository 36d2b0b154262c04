import type { Catalog, CatalogObject } from '../../../catalog-object.ts';
import { identifier, qualified } from '../../../identifier.ts';
import type { Context } from '../../../kind.ts';
import { type Statement, statement } from '../../../statement.ts';
import { standsOnIndex } from '../../constraint/constraint-facts.ts';
import { isIndex } from '../../index/index-facts.ts';
import { effectiveColumn } from '../../table/lineage.ts';
import { isTable } from '../../table/table-facts.ts';

const batch = 1_000;

/** A table's column whose rows get their values in batches. */
export interface Filling {
  readonly schema: string;
  readonly table: string;
  /** `price = 0 WHERE price IS NULL` */
  readonly change: string;
}

/** Gives rows that were there before their values. */
export function fillRows({ schema, table, change }: Filling, { from }: Context): Statement {
  const name = qualified(schema, table);
  return statement(`UPDATE ${name} SET ${change}`, {
    run: 'apart',
    backfill: { table: name, key: keyOf(`table ${name}`, from) ?? [], batch },
    comment: 'Rows that were there before get their values.',
  });
}

/** Why rows of a table can't be updated one after the other without anybody noticing; null where they can. */
export function whyNotFilled(table: string, { from }: Context): string | null {
  const object = from.objects.get(table);
  const name = table.slice(table.indexOf(' ') + 1);
  if (object === undefined || !isTable(object)) return `${name} is no table`;
  if (keyOf(table, from) === null) return `${name} has no key to go through its rows by`;
  if (object.facts.forceRowSecurity) return `policies of ${name} may hide rows from its owner`;
  for (const each of from.objects.values()) {
    if (each.parent === table && noticesUpdates(each)) return `the ${each.kind} ${nameIn(each)} would notice each row`;
  }
  return null;
}

/** Said behind what happens instead. */
export function notInSteps(why: string | null): string {
  return why === null ? '' : ` It can't be done in steps: ${why}.`;
}

/** The columns, as they are written in SQL, that tell a table's rows apart: its primary key, else another one. */
function keyOf(table: string, catalog: Catalog): readonly string[] | null {
  let found: readonly string[] | null = null;
  for (const object of catalog.objects.values()) {
    if (object.parent !== table) continue;
    const keys = uniqueKeys(object);
    if (keys === null) continue;
    if (standsOnIndex(object) && object.facts.type === 'primary key') return keys;
    if (found === null && keys.every((key) => isFilled(table, key, catalog))) found = keys;
  }
  return found;
}

function uniqueKeys(object: CatalogObject): readonly string[] | null {
  if (standsOnIndex(object)) return object.facts.type === 'exclusion' ? null : object.facts.keys;
  if (!isIndex(object) || !object.facts.unique || !object.facts.valid || object.facts.where !== null) return null;
  return object.facts.keys;
}

function isFilled(table: string, key: string, catalog: Catalog): boolean {
  if (!/^(?:[a-z_][a-z0-9_]*|"(?:[^"]|"")+")$/.test(key)) return false;
  const name = key.startsWith('"') ? key.slice(1, -1).replaceAll('""', '"') : key;
  return effectiveColumn(catalog, table, name)?.facts.notNull?.valid === true;
}

/** Triggers for columns that are named don't fire for others. */
const firesOnUpdate =
  /^CREATE (?:CONSTRAINT )?TRIGGER (?:"(?:[^"]|"")*"|\S+) (?:BEFORE|AFTER) (?:.*? OR )?UPDATE (?!OF )/s;
const rewritesUpdate = /^CREATE RULE (?:"(?:[^"]|"")*"|\S+) AS\s+ON UPDATE /s;

function noticesUpdates({ kind, facts }: CatalogObject): boolean {
  if (!('definition' in facts && typeof facts.definition === 'string') || !('firing' in facts)) return false;
  if (facts.firing === 'disabled' || facts.firing === 'replica') return false;
  if (kind === 'trigger') return firesOnUpdate.test(facts.definition);
  return kind === 'rule' && rewritesUpdate.test(facts.definition);
}

function nameIn({ facts }: CatalogObject): string {
  return identifier('name' in facts ? String(facts.name) : '');
}
