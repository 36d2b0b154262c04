import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { buildHazards } from '../index/index-hazards.ts';
import { makesPartitions, makingOf } from '../index/made-with-parent.ts';
import { createIndex, statisticsTargets } from '../index/write-index.ts';
import { adoptedIndex } from './adopted-index.ts';
import { constraintClause, deferralClause } from './constraint-clause.ts';
import type { IndexConstraint, KeyFacts } from './constraint-facts.ts';
import { builtAtOnceHazards } from './constraint-hazards.ts';
import { alterTable } from './row-constraint.ts';

/** Makes a constraint that stands on an index of its own. */
export function createOnIndex(object: IndexConstraint, context: Context): readonly Statement[] {
  const { facts } = object;
  const targets = facts.type === 'exclusion' ? statisticsTargets(facts) : [];
  if (facts.partitionOf === null) return [...build(object, context), ...targets];
  const making = makingOf(object, context);
  if (making.by === 'statement') {
    const attach = `ALTER INDEX ${facts.partitionOf} ATTACH PARTITION ${qualified(facts.schema, facts.name)}`;
    return [...build(object, context), ...(making.attach ? [statement(attach)] : []), ...targets];
  }
  if (making.name === facts.name) return targets;
  const rename = `${alterTable(facts)} RENAME CONSTRAINT ${identifier(making.name)} TO ${identifier(facts.name)}`;
  return [statement(rename), ...targets];
}

function build(object: IndexConstraint, context: Context): readonly Statement[] {
  const { facts, parent } = object;
  const inUse = context.stays(parent ?? '');
  if (facts.partitioned) {
    const only = !makesPartitions(object, context);
    const table = `ALTER TABLE ${only ? 'ONLY ' : ''}${qualified(facts.schema, facts.table)}`;
    const hazards = inUse && !only ? builtAtOnceHazards(facts) : [];
    return [statement(`${table} ADD ${constraintClause(object)}`, { hazards })];
  }
  if (facts.type !== 'exclusion') {
    if (adoptedIndex(object, context) !== null) return [addUsing(facts, facts.name)];
    if (context.online && inUse && !facts.withoutOverlaps) {
      return [buildConcurrently(facts, facts.name), addUsing(facts, facts.name)];
    }
  }
  const hazards = inUse ? builtAtOnceHazards(facts) : [];
  return [statement(`${alterTable(facts)} ADD ${constraintClause(object)}`, { hazards })];
}

export function buildConcurrently(facts: KeyFacts, name: string): Statement {
  const buildable = { ...facts, unique: true };
  return statement(createIndex(buildable, name, { concurrently: true }), {
    run: 'outside',
    hazards: buildHazards(buildable, name, { concurrently: true }),
  });
}

function addUsing(facts: KeyFacts, index: string): Statement {
  return statement(`${alterTable(facts)} ${usingIndex(facts, index)}`);
}

/** Takes an index over, which then has the constraint's name. */
export function usingIndex(facts: KeyFacts, index: string): string {
  const words = facts.type === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE';
  const deferral = deferralClause(facts.deferral);
  return `ADD CONSTRAINT ${identifier(facts.name)} ${words} USING INDEX ${identifier(index)}${deferral}`;
}
