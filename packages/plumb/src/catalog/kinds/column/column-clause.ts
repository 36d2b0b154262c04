import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { chosenName } from '../../object-name.ts';
import { type Statement, statement } from '../../statement.ts';
import { isDefault } from '../default/default-facts.ts';
import { withoutOuterBrackets } from '../index/split-definition.ts';
import { isSequence } from '../sequence/sequence-facts.ts';
import { creationClauses } from '../sequence/sequence-options.ts';
import { optionList } from '../table/storage-options.ts';
import { tableId } from '../table/table-facts.ts';
import { alterColumn, alterRelation } from './alter-relation.ts';
import type { Column, ColumnFacts, Identity, NotNull } from './column-facts.ts';
import { foreignOptionList } from './foreign-options.ts';
import { serialType } from './serial.ts';

/** A column as CREATE TABLE and ADD COLUMN have it. Its default and its serial's sequence are among `parts`. */
export function columnClause({ id, facts }: Column, context: Context, parts: readonly CatalogObject[]): string {
  const fallback = parts.filter(isDefault).find(({ parent }) => parent === id);
  const sequence = parts.filter(isSequence).find(({ parent }) => parent === id);
  const serial = sequence && fallback ? serialType(facts, fallback.facts, sequence.facts, context) : null;
  return [
    identifier(facts.name),
    serial ?? facts.type,
    ...storageClauses(facts, context),
    ...(Object.keys(facts.foreignOptions).length === 0 ? [] : [`OPTIONS (${foreignOptionList(facts.foreignOptions)})`]),
    ...(facts.collation === null ? [] : [`COLLATE ${facts.collation}`]),
    ...(facts.generated === null
      ? []
      : [
          `GENERATED ALWAYS AS (${withoutOuterBrackets(facts.generated.expression)}) ${facts.generated.kept.toUpperCase()}`,
        ]),
    ...(facts.identity === null ? [] : [identityClause(facts, facts.identity)]),
    ...(facts.notNull === null || isImplied(facts, serial !== null, context)
      ? []
      : notNullClauses(facts, facts.notNull, context)),
    ...(fallback && serial === null ? [`DEFAULT ${fallback.facts.expression}`] : []),
  ].join(' ');
}

/** What of a new column only ALTER TABLE can say. */
export function columnAfterwards({ facts }: Column, context: Context): readonly Statement[] {
  const alter = alterColumn(facts);
  const { notNull } = facts;
  return [
    ...(facts.storage === null || storageClauses(facts, context).some((clause) => clause.startsWith('STORAGE'))
      ? []
      : [statement(`${alter} SET STORAGE ${facts.storage.toUpperCase()}`)]),
    ...(facts.statistics === null ? [] : [statement(`${alter} SET STATISTICS ${facts.statistics}`)]),
    ...(Object.keys(facts.options).length === 0 ? [] : [statement(`${alter} SET (${optionList(facts.options)})`)]),
    ...(notNull === null || notNull.valid
      ? []
      : [statement(`${alterRelation(facts)} ADD ${addedNotNull(facts, notNull)} NOT VALID`)]),
  ];
}

export function identityClause(facts: ColumnFacts, { generated, sequence, options }: Identity): string {
  const name = sequence === null ? [] : [`SEQUENCE NAME ${qualified(facts.schema, sequence)}`];
  const clauses = [...name, ...creationClauses(options, facts.type ?? undefined)];
  return `GENERATED ${generated.toUpperCase()} AS IDENTITY${clauses.length === 0 ? '' : ` (${clauses.join(' ')})`}`;
}

/** `CONSTRAINT … NOT NULL column`, as PostgreSQL 18 can add it. */
export function addedNotNull({ name }: ColumnFacts, notNull: NotNull): string {
  const constraint = notNull.name === null ? '' : `CONSTRAINT ${identifier(notNull.name)} `;
  return `${constraint}NOT NULL ${identifier(name)}${notNull.inheritable ? '' : ' NO INHERIT'}`;
}

/** An identity column or a serial is NOT NULL without saying so. */
function isImplied(facts: ColumnFacts, serial: boolean, context: Context): boolean {
  const { identity, notNull } = facts;
  if (notNull === null || !notNull.valid) return true;
  if (nameIsTaken(facts, context)) return false;
  return (identity !== null || serial) && notNull.name === null && notNull.inheritable;
}

/** PostgreSQL 18 would name it otherwise while the table that was put aside has a constraint of that name. */
function nameIsTaken({ schema, table }: ColumnFacts, context: Context): boolean {
  const id = tableId(schema, table);
  return context.major >= 18 && context.from.objects.has(id) && !context.stays(id);
}

function notNullClauses(facts: ColumnFacts, { name, inheritable }: NotNull, context: Context): readonly string[] {
  const said = name ?? (nameIsTaken(facts, context) ? chosenName(facts.table, facts.name, 'not_null') : null);
  return [
    ...(said === null ? [] : [`CONSTRAINT ${identifier(said)}`]),
    'NOT NULL',
    ...(inheritable ? [] : ['NO INHERIT']),
  ];
}

function storageClauses({ storage, compression, relation }: ColumnFacts, { major }: Context): readonly string[] {
  return [
    ...(storage === null || major < 16 || relation !== 'table' ? [] : [`STORAGE ${storage.toUpperCase()}`]),
    ...(compression === null ? [] : [`COMPRESSION ${compression}`]),
  ];
}
