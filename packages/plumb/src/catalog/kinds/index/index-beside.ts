import { identifier, qualified } from '../../identifier.ts';
import type { Beside, Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { expressionNow, keyNow } from '../column/stepwise/names-beside.ts';
import type { Index, IndexBody, IndexFacts } from './index-facts.ts';
import { buildHazards } from './index-hazards.ts';
import { indexesOf } from './partition-indexes.ts';
import { fitsTree, isAttached } from './tree-beside.ts';
import { createIndex, statisticsTargets, successorName } from './write-index.ts';

export const indexBeside: Beside<IndexFacts> = {
  fits: fitsIndexBeside,

  make(_, { facts }, context) {
    const next = { ...bodyNow(facts, context), name: successorName(facts.name) };
    return [
      buildBeside(next),
      ...(facts.partitionOf === null ? [] : [attachTo(facts.partitionOf, next, context)]),
      ...statisticsTargets(next),
    ];
  },

  joins: isAttached,

  takePlace: (from, { facts }, context) => [
    // one that is attached goes with the index of the partitioned table
    facts.partitionOf === null
      ? statement(`DROP INDEX ${qualified(facts.schema, facts.name)}`)
      : rename(facts, facts.name, context.asideName(from)),
    rename(facts, successorName(facts.name), facts.name),
  ],
};

export function fitsIndexBeside(from: Index, to: Index, context: Context): boolean {
  if (to.facts.partitionOf !== null || to.facts.relation === 'partitioned-table') return fitsTree(to, context);
  return from.parent === to.parent && to.facts.relation === 'table';
}

function buildBeside(facts: IndexFacts): Statement {
  if (facts.relation === 'partitioned-table') return statement(createIndex(facts, facts.name, { only: true }));
  const way = { concurrently: true };
  return statement(createIndex(facts, facts.name, way), {
    run: 'outside',
    hazards: buildHazards(facts, facts.name, way),
  });
}

/** Attaches an index to that of the partitioned table, or to the successor of that. */
export function attachTo(above: string, { schema, name }: Named, context: Context): Statement {
  const whole = indexesOf(context.to).byName.get(above);
  const isBeside = whole !== undefined && context.isBeside(whole.id);
  const now = isBeside ? qualified(whole.facts.schema, successorName(whole.facts.name)) : above;
  return statement(`ALTER INDEX ${now} ATTACH PARTITION ${qualified(schema, name)}`);
}

function rename({ schema }: Named, was: string, is: string): Statement {
  return statement(`ALTER INDEX ${qualified(schema, was)} RENAME TO ${identifier(is)}`);
}

type Named = Pick<IndexFacts, 'schema' | 'name'>;

/** The keys, as the columns are called now. */
export function bodyNow<Facts extends IndexBody & { readonly schema: string; readonly table: string }>(
  facts: Facts,
  context: Context,
): Facts {
  return {
    ...facts,
    keys: facts.keys.map((key) => keyNow(key, facts, context)),
    include: facts.include.map((column) => keyNow(column, facts, context)),
    where: facts.where === null ? null : expressionNow(facts.where, facts, context),
  };
}
