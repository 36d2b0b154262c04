import type { Catalog } from '../../catalog/catalog-object.ts';
import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { isIndex } from '../../catalog/kinds/index/index-facts.ts';
import type { MigrationView } from '../rule.ts';
import { type Alteration, alterations } from './alter-table.ts';
import { seenName } from './seen-name.ts';

/** A partition that is attached and was there before. */
export interface Attached extends Alteration {
  readonly parent: string | null;
  readonly child: string | null;
  /** Whether indexes of the parent have to be built on it. */
  readonly lacksIndexes: boolean;
}

export function* attachedPartitions(view: MigrationView): Generator<Attached> {
  for (const each of alterations(view, 'AT_AttachPartition')) {
    const { def } = each.command;
    if (def === undefined || !('PartitionCmd' in def) || each.step.observation === null) continue;
    const { locks, held } = each.step.observation;
    const parent = seenName({ ...held, ...locks }, each.relation);
    const child = seenName({ ...held, ...locks }, def.PartitionCmd.name ?? {});
    const lacks =
      parent !== null && child !== null && lacksAny(indexesOf(view.before, parent), indexesOf(view.before, child));
    yield { ...each, parent, child, lacksIndexes: lacks };
  }
}

function lacksAny(wanted: readonly string[], there: readonly string[]): boolean {
  return wanted.some((index) => !there.includes(index));
}

/** What its indexes are, without their names. */
function indexesOf({ objects }: Catalog, table: string): readonly string[] {
  return [...objects.values()].flatMap((object) => {
    const isUnique = isIndex(object) && object.facts.unique;
    if (!(isIndex(object) || (isConstraint(object) && 'keys' in object.facts))) return [];
    const { facts } = object;
    if (!('keys' in facts)) return [];
    const names = [facts.table, `${facts.schema}.${facts.table}`];
    if (!names.includes(table)) return [];
    const unique = isUnique || isConstraint(object);
    return [JSON.stringify([facts.method, facts.keys, facts.include, facts.where, unique])];
  });
}
