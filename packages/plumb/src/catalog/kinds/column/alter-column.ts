import { identifier, qualified } from '../../identifier.ts';
import type { Alteration, Context, Replacement } from '../../kind.ts';
import { chosenName } from '../../object-name.ts';
import { type Statement, statement } from '../../statement.ts';
import { withoutOuterBrackets } from '../index/split-definition.ts';
import { alterationClauses, retyped } from '../sequence/sequence-options.ts';
import { withinBounds } from '../sequence/within-bounds.ts';
import { optionChanges, optionList } from '../table/storage-options.ts';
import { alterColumn } from './alter-relation.ts';
import { changeType, usingOf } from './change-type.ts';
import { identityClause } from './column-clause.ts';
import { type ColumnFacts, columnId } from './column-facts.ts';
import { foreignOptionChanges } from './foreign-options.ts';
import { setIdentityValue } from './identity-value.ts';
import { alterNotNull, dropNotNull, setNotNull } from './set-not-null.ts';
import { hindrance } from './stepwise/why-not-stepwise.ts';
import { storageName } from './storage-name.ts';
import { kinship, takesDownFor } from './takes-down.ts';

/** Leads one column to another of the same name, both with all that they are, or both with what differs from a parent. */
export function alterColumnFacts(from: ColumnFacts, to: ColumnFacts, context: Context): Alteration | Replacement {
  const impossible = whyNot(from, to, context);
  if (impossible !== null) return { replace: impossible };
  const retypes = from.type !== to.type || from.collation !== to.collation;
  const statements = [
    ...(from.identity !== null && to.identity === null ? [statement(`${alterColumn(to)} DROP IDENTITY`)] : []),
    ...(from.generated !== null && to.generated === null ? [statement(`${alterColumn(to)} DROP EXPRESSION`)] : []),
    ...(from.notNull !== null && to.notNull === null ? dropNotNull(to) : []),
    ...(retypes ? [changeType(from, to, context, hindrance(from, to, context))] : []),
    ...expressionChange(from, to),
    ...notNullChange(from, to, context),
    ...identityChange(from, to),
    ...settingChanges(retypes ? { ...from, storage: null } : from, to, context),
  ];
  if (!retypes) return { statements };
  return {
    statements,
    takesDown: takesDownFor(
      columnId(to.schema, to.table, to.name),
      { converts: usingOf(from, to, context) !== null, kin: kinship(from.type ?? '', to.type ?? '', context) },
      context,
    ),
  };
}

function whyNot(from: ColumnFacts, to: ColumnFacts, { major }: Context): string | null {
  const [was, is] = [from.generated, to.generated];
  if (was === null && is === null) return null;
  if (was === null) return "PostgreSQL can't make a column generated that isn't";
  if (is === null) return was.kept === 'stored' ? null : "PostgreSQL can't keep the values of a virtual column";
  if (was.kept !== is.kept) return `PostgreSQL can't make a ${was.kept} column ${is.kept}`;
  if (was.expression === is.expression) return null;
  if (from.type !== to.type) return 'its type and its expression change';
  return major >= 17 ? null : "PostgreSQL before 17 can't change the expression of a generated column";
}

function expressionChange({ generated: was }: ColumnFacts, to: ColumnFacts): readonly Statement[] {
  if (was === null || to.generated === null || was.expression === to.generated.expression) return [];
  const table = qualified(to.schema, to.table);
  return [
    statement(`${alterColumn(to)} SET EXPRESSION AS (${withoutOuterBrackets(to.generated.expression)})`, {
      hazards:
        was.kept === 'virtual'
          ? []
          : [
              {
                kind: 'rewrites-table',
                message: `${table} is written anew while nobody can read or write it: ${identifier(to.name)} is worked out again.`,
                objects: [table],
              },
            ],
    }),
  ];
}

function notNullChange(from: ColumnFacts, to: ColumnFacts, context: Context): readonly Statement[] {
  if (to.notNull === null) return [];
  if (from.notNull === null) return setNotNull(to, to.notNull, context);
  return context.major < 18 ? [] : alterNotNull(to, from.notNull, to.notNull, context);
}

function identityChange(from: ColumnFacts, to: ColumnFacts): readonly Statement[] {
  const [was, is] = [from.identity, to.identity];
  if (is === null) return [];
  if (was === null) {
    return [statement(`${alterColumn(to)} ADD ${identityClause(to, is)}`), setIdentityValue(to, is)];
  }
  const clauses = [
    ...(was.generated === is.generated ? [] : [`SET GENERATED ${is.generated.toUpperCase()}`]),
    ...alterationClauses(retyped(was.options, is.options.type), is.options).map((clause) => `SET ${clause}`),
  ];
  const old = was.sequence ?? chosenName(to.table, to.name, 'seq');
  const name = is.sequence ?? chosenName(to.table, to.name, 'seq');
  return [
    ...(clauses.length === 0
      ? []
      : withinBounds([to.schema, old], was.options, is.options, (restart) =>
          statement(`${alterColumn(to)} ${[...clauses, ...restart].join(' ')}`),
        )),
    ...(old === name ? [] : [statement(`ALTER SEQUENCE ${qualified(to.schema, old)} RENAME TO ${identifier(name)}`)]),
  ];
}

function settingChanges(from: ColumnFacts, to: ColumnFacts, context: Context): readonly Statement[] {
  const alter = alterColumn(to);
  const alone = alterColumn(to, to.relation === 'table');
  const options = optionChanges(from.options, to.options);
  const foreign = foreignOptionChanges(from.foreignOptions, to.foreignOptions);
  return [
    ...(from.storage === to.storage ? [] : [statement(`${alter} SET STORAGE ${storageName(to, context)}`)]),
    ...(from.compression === to.compression
      ? []
      : [statement(`${alter} SET COMPRESSION ${to.compression ?? 'default'}`)]),
    ...(from.statistics === to.statistics ? [] : [statement(`${alone} SET STATISTICS ${to.statistics ?? -1}`)]),
    ...(options.reset.length === 0 ? [] : [statement(`${alter} RESET (${options.reset.join(', ')})`)]),
    ...(Object.keys(options.set).length === 0 ? [] : [statement(`${alter} SET (${optionList(options.set)})`)]),
    ...(foreign === null ? [] : [statement(`${alter} OPTIONS (${foreign})`)]),
  ];
}
