import { locationAt } from '@pgplumb/migrate/sql';
import { loadModule } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import type { Finding } from '../../contract/finding.ts';
import { askedRules, type Levels } from '../../rules/levels.ts';
import { partName } from '../../rules/part-name.ts';
import { schemaRules } from '../../rules/registry.ts';
import type { MigrationView, SchemaRule } from '../../rules/rule.ts';
import { findInSchema } from '../../rules/run-rules.ts';
import { withoutJournals } from '../schema/without-journals.ts';
import { placesOfObjects } from './places-of-objects.ts';

/** What rules find in the schema that migrations lead to, and not in the one before, at the statement that made it. */
export async function madeFindings(
  view: MigrationView,
  levels: Levels,
  from: readonly SchemaRule[] = schemaRules,
): Promise<readonly Finding[]> {
  const after = view.migrations.findLast((migration) => migration.after !== null)?.after ?? null;
  if (after === null) return [];
  // rules read the expressions of policies
  await loadModule();
  const rules = askedRules(from, levels).filter(({ unfinished }) => unfinished !== true);
  const find = (catalog: Catalog): readonly Finding[] =>
    findInSchema(rules, { major: view.major, catalog: withoutJournals(catalog, null), usage: null });
  const renamed = renames(view);
  const before = new Set(find(view.before).map((finding) => keyOf(finding, renamed)));
  const partitions = partitionsIn(view.before);
  // one that is detached was made before
  const wasPartition = ({ objects: [object = ''] }: Finding): boolean => partitions.has(object);
  const placeOf = placesOfObjects(view.steps.map(({ statement }) => statement));
  const [first] = view.steps;
  const fallback =
    first === undefined ? null : locationAt(first.statement.source, first.statement.start, first.statement.end);
  return find(after)
    .filter((finding) => !before.has(keyOf(finding, new Map())) && !wasPartition(finding))
    .map((finding) => ({ ...finding, location: placeOf(finding) ?? fallback }));
}

function partitionsIn({ objects }: Catalog): ReadonlySet<string> {
  const tables = [...objects.values()].filter(isTable).map(({ facts }) => facts);
  return new Set(
    tables.flatMap(({ partitionOf, schema, name }) => (partitionOf === null ? [] : [qualified(schema, name)])),
  );
}

/** New names of what is called otherwise now, by the old ones. */
function renames({ steps }: MigrationView): ReadonlyMap<string, string> {
  const moved = steps.flatMap(({ changes }) =>
    changes.flatMap(({ part, is }) => (is === null ? [] : [[partName(part), partName(is)] as const])),
  );
  return new Map(moved.filter(([was, is]) => was !== is));
}

function keyOf({ id, objects }: Finding, renamed: ReadonlyMap<string, string>): string {
  const named = objects.map((object) => {
    const whole = renamed.get(object);
    if (whole !== undefined) return whole;
    // what belongs to a table goes by its name
    const [, owner = '', own = ''] = /^(.*)(\.(?:"(?:[^"]|"")*"|[^".]+))$/.exec(object) ?? [];
    return `${renamed.get(owner) ?? owner}${own}`;
  });
  return [id, ...named].join('\0');
}
