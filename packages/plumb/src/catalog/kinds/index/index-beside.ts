import { identifier, qualified } from '../../identifier.ts';
import type { Beside, Context } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { expressionNow, keyNow } from '../column/stepwise/names-beside.ts';
import type { Index, IndexBody, IndexFacts } from './index-facts.ts';
import { buildHazards } from './index-hazards.ts';
import { createIndex, statisticsTargets, successorName } from './write-index.ts';

export const indexBeside: Beside<IndexFacts> = {
  fits: fitsIndexBeside,

  make(_, { facts }, context) {
    const name = successorName(facts.name);
    const next = bodyNow(facts, context);
    return [
      statement(createIndex(next, name, { concurrently: true }), {
        run: 'outside',
        hazards: buildHazards(next, name, { concurrently: true }),
      }),
      ...statisticsTargets({ ...facts, name }),
    ];
  },

  takePlace: (_, { facts }) => [
    statement(`DROP INDEX ${qualified(facts.schema, facts.name)}`),
    statement(`ALTER INDEX ${qualified(facts.schema, successorName(facts.name))} RENAME TO ${identifier(facts.name)}`),
  ],
};

export function fitsIndexBeside(from: Index, to: Index): boolean {
  return from.parent === to.parent && to.facts.relation === 'table' && to.facts.partitionOf === null;
}

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
