import { placeOf } from '../../address-map.ts';
import { chosenName } from '../../object-name.ts';
import type { Relation } from '../../relations.ts';
import { optionsOf } from '../table/storage-options.ts';
import type { ColumnFacts, Generated, Identity, NotNull } from './column-facts.ts';
import type { ColumnInternals } from './column-internals.ts';
import type { ColumnRow } from './column-rows.ts';

const storages = new Map<string, ColumnFacts['storage']>([
  ['p', 'plain'],
  ['e', 'external'],
  ['x', 'extended'],
  ['m', 'main'],
]);
const compressions = new Map<string, ColumnFacts['compression']>([
  ['p', 'pglz'],
  ['l', 'lz4'],
]);

export function ownFacts(relation: Relation, row: ColumnRow, internals: ColumnInternals): ColumnFacts {
  return {
    schema: relation.schema,
    table: relation.name,
    name: row.name,
    relation: relation.kind,
    inherited: false,
    type: row.type,
    collation: row.collation,
    notNull: notNullOf(relation, row),
    identity: row.identity === '' ? null : identityOf(relation, row, internals.sequences.get(key(row))),
    generated: row.generated === '' ? null : generatedOf(row, internals.expressions.get(key(row))?.text),
    storage: storageOf(row.storage),
    compression: compressionOf(row.compression),
    statistics: row.statistics,
    options: optionsOf(row.options),
    foreignOptions: optionsOf(row.foreignOptions),
  };
}

/** What a column doesn't have from where it comes from. */
export function inheritedFacts(
  relation: Relation,
  row: ColumnRow,
  sources: readonly ColumnRow[],
  internals: ColumnInternals,
): ColumnFacts {
  const [source] = sources;
  const inheritsNotNull = sources.some(({ notNull }) => notNull?.inheritable);
  const [expression, above] = [row, source].map((each) => each && internals.expressions.get(key(each))?.text);
  const same = source ?? { storage: null, compression: null };
  return {
    schema: relation.schema,
    table: relation.name,
    name: row.name,
    relation: relation.kind,
    inherited: true,
    type: null,
    collation: null,
    // One that PostgreSQL 18 also keeps as the child's own can't be taken from it while the parent has it.
    notNull: inheritsNotNull ? null : notNullOf(relation, row),
    identity: row.identity === '' ? null : identityOf(relation, row, internals.sequences.get(key(row))),
    generated: expression === above || row.generated === '' ? null : generatedOf(row, expression),
    storage: row.storage === same.storage ? null : (storageOf(row.storage) ?? 'default'),
    compression: row.compression === same.compression ? null : (compressionOf(row.compression) ?? 'default'),
    statistics: row.statistics,
    options: optionsOf(row.options),
    foreignOptions: optionsOf(row.foreignOptions),
  };
}

/** Whether an inherited column has anything of its own. */
export function isSomething(facts: ColumnFacts): boolean {
  const { notNull, identity, generated, storage, compression, statistics, options, foreignOptions } = facts;
  const lists = [...Object.keys(options), ...Object.keys(foreignOptions)];
  return (
    [notNull, identity, generated, storage, compression, statistics].some((fact) => fact !== null) || lists.length > 0
  );
}

function key({ relation, position }: ColumnRow): number {
  return placeOf(relation, position);
}

function notNullOf(relation: Relation, { name, notNull }: ColumnRow): NotNull | null {
  if (notNull === null) return null;
  const chosen = notNull.name === chosenName(relation.name, name, 'not_null');
  return { name: chosen ? null : notNull.name, valid: notNull.valid, inheritable: notNull.inheritable };
}

function identityOf(
  relation: Relation,
  row: ColumnRow,
  sequence: (Omit<Identity, 'generated' | 'sequence'> & { readonly name: string }) | undefined,
): Identity | null {
  if (sequence === undefined) return null;
  return {
    generated: row.identity === 'a' ? 'always' : 'by default',
    sequence: sequence.name === chosenName(relation.name, row.name, 'seq') ? null : sequence.name,
    options: sequence.options,
  };
}

function generatedOf(row: ColumnRow, expression: string | undefined): Generated | null {
  if (expression === undefined) return null;
  return { kept: row.generated === 'v' ? 'virtual' : 'stored', expression };
}

function storageOf(letter: string | null): ColumnFacts['storage'] {
  return letter === null ? null : (storages.get(letter) ?? null);
}

function compressionOf(letter: string | null): ColumnFacts['compression'] {
  return letter === null ? null : (compressions.get(letter) ?? null);
}
