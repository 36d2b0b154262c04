import type { Catalog, CatalogObject } from '../../../catalog-object.ts';
import { qualified } from '../../../identifier.ts';
import type { Context } from '../../../kind.ts';
import { type Statement, statement } from '../../../statement.ts';
import { isTable } from '../../table/table-facts.ts';
import { whyNotUpdated } from './published.ts';
import { keyOf } from './table-keys.ts';

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

/**
 * Why rows of a table can't be updated one after the other without anybody noticing; null where they can. `isQuiet` are
 * triggers that can be kept from it.
 */
export function whyNotFilled(
  table: string,
  { from, to }: Context,
  isQuiet: (trigger: CatalogObject) => boolean = () => false,
): string | null {
  if (keyOf(table, from) === null) return `${nameOf(table)} has no key to go through its rows by`;
  // what is new may be there by then, what goes may still be
  return whoNotices(table, from, isQuiet) ?? whoNotices(table, to, isQuiet);
}

function whoNotices(table: string, catalog: Catalog, isQuiet: (trigger: CatalogObject) => boolean): string | null {
  const object = catalog.objects.get(table);
  if (object === undefined || !isTable(object)) return null;
  if (object.facts.forceRowSecurity) return `policies of ${nameOf(table)} may hide rows from its owner`;
  for (const each of catalog.objects.values()) {
    if (each.parent === table && noticesUpdates(each) && !isQuiet(each)) {
      return `the ${each.kind} ${nameOf(each.id)} would notice each row that is filled`;
    }
  }
  return whyNotUpdated({ schema: object.facts.schema, table: object.facts.name }, catalog);
}

/** Said behind what happens instead. */
export function notInSteps(why: string | null): string {
  return why === null ? '' : ` It can't be done in steps: ${why}.`;
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

function nameOf(id: string): string {
  return id.slice(id.indexOf(' ') + 1);
}
