import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import { identifier } from '../catalog/identifier.ts';
import { isColumn } from '../catalog/kinds/column/column-facts.ts';
import { isConstraint } from '../catalog/kinds/constraint/constraint-facts.ts';
import { childrenOf, descendantsOf, effectiveColumn, relationIdOf } from '../catalog/kinds/table/lineage.ts';
import { isTable } from '../catalog/kinds/table/table-facts.ts';
import { kindOf } from './decisions.ts';
import { besides } from './rename-order.ts';
import type { Path } from './renames.ts';

const aside = /_dropped_\d{8}(_\d+)?$/;

/**
 * Tables and columns that hold rows and that are gone after, or have values that are worked out under their name: what can
 * be kept aside. Outer things first.
 */
export function droppedWithRows(from: Catalog, to: Catalog): readonly CatalogObject[] {
  const objects = [...from.objects.values()];
  const tables = objects.filter((object) => isTable(object) && !to.objects.has(object.id));
  const columns = objects.filter((object) => {
    if (!isColumn(object) || object.facts.inherited || object.facts.generated !== null) return false;
    const relation = relationIdOf(object);
    const table = from.objects.get(relation);
    if (table === undefined || !isTable(table) || table.facts.ofType !== null || !to.objects.has(relation))
      return false;
    const stays = (table: string): boolean => effectiveColumn(to, table, object.facts.name)?.facts.generated === null;
    // A child that keeps what its parent drops has it as its own then, under its old name.
    const staysBelow = descendantsOf(from, relation).some((child) => to.objects.has(child) && stays(child));
    return !staysBelow && !stays(relation);
  });
  return [...tables, ...columns];
}

/** Whether something was put aside by an earlier migration. */
export function isAside(path: Path): boolean {
  return aside.test(path.at(-1) ?? '');
}

/** `email_dropped_20260131`, and a number behind it where that is taken. */
export function asidePath(path: Path, day: string, isTaken: (path: Path) => boolean): Path {
  for (let number = 1; ; number += 1) {
    const candidate = besides(path, `_dropped_${day}${number === 1 ? '' : `_${number}`}`);
    if (!isTaken(candidate)) return candidate;
  }
}

/**
 * What stays of things that are put aside, by id: all that makes them what they are and that others would notice
 * missing, and what they need in turn. What would act on others goes: foreign keys, triggers, rules, policies.
 */
export function keptWith(roots: readonly string[], catalog: Catalog, to: Catalog): ReadonlySet<string> {
  const children = new Map<string, CatalogObject[]>();
  for (const object of catalog.objects.values()) {
    if (object.parent === null) continue;
    const known = children.get(object.parent);
    if (known === undefined) children.set(object.parent, [object]);
    else known.push(object);
  }
  const kept = new Set<string>();
  const keep = (id: string): void => {
    const object = catalog.objects.get(id);
    if (object === undefined || kept.has(id) || acts(object)) return;
    kept.add(id);
    for (const child of children.get(id) ?? []) keep(child.id);
    for (const below of inheritedFrom(object, catalog)) keep(below);
    for (const needed of catalog.needs.get(id) ?? []) if (!to.objects.has(needed)) keep(needed);
  };
  for (const root of roots) keep(root);
  return kept;
}

/** The schema after, with what is kept aside. */
export function withKept(to: Catalog, kept: ReadonlySet<string>, catalog: Catalog): Catalog {
  const objects = new Map(to.objects);
  const [needs, hints] = [new Map(to.needs), new Map(to.hints)];
  for (const id of kept) {
    const object = catalog.objects.get(id);
    if (object === undefined || objects.has(id)) continue;
    objects.set(id, object);
    needs.set(id, catalog.needs.get(id) ?? new Set());
    const hinted = catalog.hints.get(id);
    if (hinted !== undefined) hints.set(id, hinted);
  }
  return { ...to, objects, needs, hints };
}

/** What must be taken off a thing that is put aside, so that others needn't mind it. */
export function loosening(id: string, { objects, ...catalog }: Catalog, kept: ReadonlySet<string>): readonly string[] {
  const object = objects.get(id);
  if (object === undefined) return [];
  const name = id.slice(id.indexOf(' ') + 1);
  if (isTable(object)) {
    const { partitionOf, inherits } = object.facts;
    const isKept = (table: string): boolean => kept.has(`table ${table}`);
    return [
      ...(partitionOf === null || isKept(partitionOf) ? [] : [`ALTER TABLE ${partitionOf} DETACH PARTITION ${name}`]),
      ...inherits.filter((table) => !isKept(table)).map((table) => `ALTER TABLE ${name} NO INHERIT ${table}`),
    ];
  }
  if (!isColumn(object) || object.facts.notNull === null || object.facts.identity !== null) return [];
  if ([...kept].some((each) => objects.get(each)?.kind === 'default' && objects.get(each)?.parent === id)) return [];
  const [relation, column] = [relationIdOf(object), identifier(object.facts.name)];
  const below = childrenOf({ objects, ...catalog }, relation);
  return [relation, ...below].map(
    (table) => `ALTER TABLE ${table.slice(table.indexOf(' ') + 1)} ALTER COLUMN ${column} DROP NOT NULL`,
  );
}

/** Kept things whose names are taken after. */
export function inTheWayOf(to: Catalog, kept: ReadonlySet<string>, catalog: Catalog): readonly CatalogObject[] {
  const taken = new Set([...to.objects.values()].flatMap(namesOf));
  return [...kept].flatMap((id) => {
    const object = catalog.objects.get(id);
    if (object === undefined || kindOf(object).renaming === undefined) return [];
    return namesOf(object).some((name) => taken.has(name)) ? [object] : [];
  });
}

function namesOf(object: CatalogObject): readonly string[] {
  return (kindOf(object).occupies?.(object) ?? []).filter((place) => /^(relation|type) /.test(place));
}

const actors: ReadonlySet<string> = new Set(['trigger', 'trigger-firing', 'rule', 'policy']);

function acts(object: CatalogObject): boolean {
  return actors.has(object.kind) || (isConstraint(object) && object.facts.type === 'foreign key');
}

/** The same column in tables that have it from there, where it is an object of its own. */
function inheritedFrom(object: CatalogObject, catalog: Catalog): readonly string[] {
  if (!isColumn(object)) return [];
  return descendantsOf(catalog, relationIdOf(object)).map(
    (table) => `column ${table.slice(table.indexOf(' ') + 1)}.${identifier(object.facts.name)}`,
  );
}
