import type { Catalog } from '../../catalog/catalog-object.ts';
import { reversed } from '../../catalog/dependents.ts';
import { Surroundings } from '../../catalog/description/surroundings.ts';
import { qualified } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { schemaId } from '../../catalog/kinds/schema.ts';
import { isTable, type Table } from '../../catalog/kinds/table/table-facts.ts';
import type { Finding } from '../../contract/finding.ts';
import { journalOf, mayBeJournal } from './journals.ts';

/**
 * A database's catalogue without the tables in which tools remember which migrations they applied: no schema speaks of
 * them. Those that `other` has, or that something else needs, stay.
 */
export function withoutJournals(catalog: Catalog, other: Catalog | null): Catalog {
  const candidates = [...catalog.objects.values()].filter(isTable).filter(({ facts }) => mayBeJournal(facts.name));
  if (candidates.length === 0) return catalog;
  const around = new Surroundings(catalog);
  const left = new Set<string>();
  const notes: Finding[] = [];
  const schemas = new Set<string>();
  for (const table of candidates) {
    const below = around.below(table.id);
    const tool = journalOf(table.facts.name, new Set(below.filter(isColumn).map(({ facts }) => facts.name)));
    const own = [table.id, ...below.map(({ id }) => id)];
    if (tool === null || other?.objects.has(table.id) || isNeeded(own, catalog)) continue;
    for (const id of own) left.add(id);
    notes.push(leftOut(table, tool));
    schemas.add(schemaId(table.facts.schema));
  }
  for (const schema of schemas) {
    const inside = [...(reversed(catalog.needs).get(schema) ?? [])].filter((id) => {
      return !left.has(id) && !goesWithSchema.has(catalog.objects.get(id)?.kind ?? '');
    });
    if (inside.length > 0 || other?.objects.has(schema) || schema === schemaId('public')) continue;
    for (const { id } of [{ id: schema }, ...around.below(schema)]) left.add(id);
  }
  return {
    ...catalog,
    objects: new Map([...catalog.objects].filter(([id]) => !left.has(id))),
    coverage: [...catalog.coverage, ...notes],
  };
}

const goesWithSchema: ReadonlySet<string> = new Set(['comment', 'grant', 'owner']);

function isNeeded(own: readonly string[], catalog: Catalog): boolean {
  const dependents = reversed(catalog.needs);
  return own.some((id) => [...(dependents.get(id) ?? [])].some((dependent) => !own.includes(dependent)));
}

function leftOut({ facts: { schema, name } }: Table, tool: string): Finding {
  const path = qualified(schema, name);
  return {
    id: 'journal-left-out',
    severity: 'info',
    title: 'A journal of migrations was left out',
    message: `${path}: in it ${tool} remembers which migrations are applied.`,
    why: 'It belongs to the tool, not to the schema. Where the schema has it too, it is compared.',
    fix: null,
    location: null,
    objects: [path],
    evidence: { tool },
  };
}
