import { identifier, qualified } from '../../identifier.ts';
import { type Context, defineKind } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { isAdopted } from '../constraint/adopted-index.ts';
import { alterIndex, sameDefinition } from './alter-index.ts';
import { attachTo, indexBeside } from './index-beside.ts';
import type { Index, IndexFacts } from './index-facts.ts';
import { buildHazards } from './index-hazards.ts';
import { leavesParent, makesPartitions, makingOf } from './made-with-parent.ts';
import { hintAtPartitions, readIndexes } from './read-indexes.ts';
import { isFree } from './relation-names.ts';
import { createIndex, statisticsTargets } from './write-index.ts';

/** Indexes that don't belong to a constraint. */
export default defineKind<IndexFacts>({
  id: 'index',
  rank: 88,
  followsColumnType: true,

  renaming: {
    asks: false,
    path: ({ facts }) => [facts.schema, facts.table, facts.name],
    mayBe: (from, to, catalogs) =>
      sameButName(from.facts, to.facts) && isFree(catalogs.from, to.facts.schema, to.facts.name),
    rename: ([schema = '', , was = ''], [, , is = '']) => [
      statement(`ALTER INDEX ${qualified(schema, was)} RENAME TO ${identifier(is)}`),
    ],
  },

  async read(reader) {
    await readIndexes(reader);
    await hintAtPartitions(reader);
  },

  phrase: ({ facts }) => `INDEX ${qualified(facts.schema, facts.name)}`,

  create(object, context) {
    const { facts } = object;
    if (facts.partitionOf === null) return [build(object, context), ...statisticsTargets(facts)];
    const making = makingOf(object, context);
    if (making.by === 'PostgreSQL') return [...renamed(facts, making.name), ...statisticsTargets(facts)];
    const attach = making.attach ? [attachTo(facts.partitionOf, facts, context)] : [];
    return [build(object, context), ...attach, ...statisticsTargets(facts)];
  },

  drop(object, context) {
    const { facts, parent } = object;
    if (facts.partitionOf !== null && !leavesParent(parent ?? '', context)) return [];
    if (isAdopted(object, context)) return [];
    const index = qualified(facts.schema, facts.name);
    const concurrently = context.online && facts.relation !== 'partitioned-table' && context.stays(parent ?? '');
    return [
      concurrently
        ? statement(`DROP INDEX CONCURRENTLY ${index}`, { run: 'outside' })
        : statement(`DROP INDEX ${index}`),
    ];
  },

  alter: alterIndex,
  beside: indexBeside,

  // Nobody can make an index invalid, or wants to. That of a partitioned table is invalid while it lacks partitions.
  suffices: ({ facts: from }, to) =>
    to !== null &&
    from.valid &&
    !to.facts.valid &&
    to.facts.relation !== 'partitioned-table' &&
    JSON.stringify(from) === JSON.stringify({ ...to.facts, valid: true }),

  occupies: ({ facts }) => [`relation ${qualified(facts.schema, facts.name)}`],
});

function build(object: Index, context: Context): Statement {
  const { facts, parent } = object;
  const inUse = context.stays(parent ?? '');
  if (facts.relation === 'partitioned-table') {
    const only = !makesPartitions(object, context);
    const blocks = inUse && !only;
    return statement(createIndex(facts, facts.name, { only }), {
      hazards: blocks ? buildHazards(facts, facts.name, {}) : [],
    });
  }
  const way = { concurrently: context.online && inUse };
  return statement(createIndex(facts, facts.name, way), {
    run: way.concurrently ? 'outside' : 'together',
    hazards: inUse ? buildHazards(facts, facts.name, way) : [],
  });
}

function renamed({ schema, name }: IndexFacts, made: string): readonly Statement[] {
  return made === name ? [] : [statement(`ALTER INDEX ${qualified(schema, made)} RENAME TO ${identifier(name)}`)];
}

function sameButName(one: IndexFacts, other: IndexFacts): boolean {
  return (
    sameDefinition(one, other) &&
    one.unique === other.unique &&
    one.relation === other.relation &&
    one.partitionOf === other.partitionOf &&
    one.valid === other.valid
  );
}
