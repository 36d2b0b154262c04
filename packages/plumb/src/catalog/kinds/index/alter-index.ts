import { identifier, qualified } from '../../identifier.ts';
import type { Alteration, Context, Replacement } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { optionChanges, optionList, sameOptions } from '../table/storage-options.ts';
import { isCarriedOver } from './carried-over.ts';
import type { Index, IndexBody } from './index-facts.ts';
import { buildHazards } from './index-hazards.ts';
import { isPlacedAnew } from './made-with-parent.ts';
import { fitsTree } from './tree-beside.ts';
import { createIndex, statisticsTargets, successorName } from './write-index.ts';

export function alterIndex(from: Index, to: Index, context: Context): Alteration | Replacement {
  if (from.parent !== to.parent || from.facts.relation !== to.facts.relation) return { replace: 'its table changes' };
  const attaching = attachment(from, to, context);
  if (attaching === null) return { replace: 'an index that is attached to a partitioned one can only go with it' };
  const partitioned = to.facts.relation === 'partitioned-table';
  if (partitioned && from.facts.valid && !to.facts.valid) return { replace: 'not all partitions have it any more' };
  if (partitioned && !sameOptions(from.facts.options, to.facts.options)) {
    return { replace: noPartitionedOptions, beside: context.online && fitsTree(to, context) };
  }
  if (!isSame(from, to, context)) {
    if (!context.online) return { replace: 'its definition changes' };
    if (partitioned || from.facts.partitionOf !== null) {
      return { replace: 'its definition changes', beside: fitsTree(to, context) };
    }
    return { statements: [...successor(to), ...attaching], takesDown: () => true };
  }
  return {
    statements: [
      ...storageChanges(from.facts, to.facts, context.online && !partitioned),
      ...statisticsTargets(to.facts, from.facts.statistics),
      ...(partitioned || from.facts.valid || !to.facts.valid ? [] : [rebuild(to, context.online)]),
      ...attaching,
    ],
  };
}

export const noPartitionedOptions =
  'PostgreSQL can only give an index of a partitioned table its options when it is made';

export function sameDefinition(one: IndexBody, other: IndexBody): boolean {
  return (
    one.method === other.method &&
    one.nullsNotDistinct === other.nullsNotDistinct &&
    one.where === other.where &&
    one.keys.join() === other.keys.join() &&
    one.include.join() === other.include.join()
  );
}

function isSame(from: Index, to: Index, context: Context): boolean {
  if (from.facts.unique !== to.facts.unique) return false;
  if (sameDefinition(from.facts, to.facts)) return true;
  const [was, is] = [from, to].map(({ facts }) => createIndex({ ...facts, options: {}, tablespace: null }, facts.name));
  return was !== undefined && is !== undefined && isCarriedOver(to.id, was, is, context);
}

/** What attaches an index to that of the partitioned table; null where only making it anew would. */
export function attachment(
  from: Pick<Index, 'parent'> & { readonly facts: { readonly partitionOf: string | null } },
  to: Pick<Index, 'parent'> & {
    readonly facts: { readonly schema: string; readonly name: string; readonly partitionOf: string | null };
  },
  context: Context,
): readonly Statement[] | null {
  const { schema, name, partitionOf } = to.facts;
  if (from.facts.partitionOf === partitionOf || isPlacedAnew(to.parent ?? '', context)) return [];
  if (from.facts.partitionOf !== null || partitionOf === null) return null;
  return [statement(`ALTER INDEX ${partitionOf} ATTACH PARTITION ${qualified(schema, name)}`)];
}

/** Builds the new index beside the old one, which is used until then. */
function successor({ facts }: Index): readonly Statement[] {
  const name = successorName(facts.name);
  return [
    statement(createIndex(facts, name, { concurrently: true }), {
      run: 'outside',
      hazards: buildHazards(facts, name, { concurrently: true }),
    }),
    ...statisticsTargets({ ...facts, name }),
    statement(`DROP INDEX CONCURRENTLY ${qualified(facts.schema, facts.name)}`, { run: 'outside' }),
    statement(`ALTER INDEX ${qualified(facts.schema, name)} RENAME TO ${identifier(facts.name)}`),
  ];
}

type Stored = Pick<Index['facts'], 'schema' | 'name' | 'table' | 'options' | 'tablespace'>;

/** Storage options and tablespace, of any index. */
export function storageChanges(from: Stored, to: Stored, online: boolean): readonly Statement[] {
  const index = qualified(to.schema, to.name);
  const { set, reset } = optionChanges(from.options, to.options);
  return [
    ...(reset.length > 0 ? [statement(`ALTER INDEX ${index} RESET (${reset.map(identifier).join(', ')})`)] : []),
    ...(Object.keys(set).length > 0 ? [statement(`ALTER INDEX ${index} SET (${optionList(set)})`)] : []),
    ...(from.tablespace === to.tablespace ? [] : [move(to, index, online)]),
  ];
}

function move({ schema, table, tablespace }: Stored, index: string, online: boolean): Statement {
  const target = identifier(tablespace ?? 'pg_default');
  if (online) return statement(`REINDEX (TABLESPACE ${target}) INDEX CONCURRENTLY ${index}`, { run: 'outside' });
  const message = `Nobody can read or write ${qualified(schema, table)} while ${index} is copied.`;
  return statement(`ALTER INDEX ${index} SET TABLESPACE ${target}`, {
    hazards: [{ kind: 'blocks-reads', message, objects: [qualified(schema, table)] }],
  });
}

function rebuild({ facts }: Index, online: boolean): Statement {
  const index = qualified(facts.schema, facts.name);
  const way = { concurrently: online };
  return statement(`REINDEX INDEX ${online ? 'CONCURRENTLY ' : ''}${index}`, {
    run: online ? 'outside' : 'together',
    hazards: buildHazards(facts, index, way),
    comment: `${index} is invalid: building it has failed before.`,
  });
}
