import type { CatalogObject } from '../catalog-object.ts';
import { qualified } from '../identifier.ts';
import type { ForeignTableFacts } from '../kinds/foreign-table/foreign-table-facts.ts';
import { createIndex } from '../kinds/index/write-index.ts';
import type { MaterializedViewFacts } from '../kinds/materialized-view.ts';
import { tableClause } from '../kinds/publication/publication-facts.ts';
import { childrenOf, parentsOf } from '../kinds/table/lineage.ts';
import type { TableFacts } from '../kinds/table/table-facts.ts';
import type { ViewFacts } from '../kinds/view/view.ts';
import { describeColumns } from './describe-columns.ts';
import { describeConstraints } from './describe-constraints.ts';
import type { IndexDescription, PartDescription, RelationDescription } from './description.ts';
import { isOf } from './facts-by-kind.ts';
import { nameOf, type Surroundings } from './surroundings.ts';

export type Relation = CatalogObject<TableFacts | ForeignTableFacts | ViewFacts | MaterializedViewFacts>;

export function isRelation(object: CatalogObject): object is Relation {
  return isOf(object, 'table', 'foreign-table', 'view', 'materialized-view');
}

export function describeRelation(relation: Relation, around: Surroundings, sql: string): RelationDescription {
  const { catalog } = around;
  const table = isOf(relation, 'table') ? relation.facts : null;
  const foreign = isOf(relation, 'foreign-table') ? relation.facts : null;
  const partition = partitionOf(relation.id, around);
  const children = childrenOf(catalog, relation.id).map(nameOf);
  const partitions = children.flatMap((child) => {
    const bounds = catalog.objects.get(`partition ${child}`);
    if (bounds === undefined || !isOf(bounds, 'partition') || bounds.facts.parent !== nameOf(relation.id)) return [];
    return [{ table: child, bounds: bounds.facts.bounds }];
  });
  return {
    kind: kindOf(relation),
    ...around.common(relation),
    columns: describeColumns(relation, around),
    ...describeConstraints(relation, around),
    indexes: around.children(relation.id).flatMap((child) => describeIndex(child, around)),
    triggers: partsOf(relation, around, triggerPart, table?.partitionOf ?? null),
    rowSecurity: table?.forceRowSecurity ? 'forced' : table?.rowSecurity ? 'on' : 'off',
    policies: partsOf(relation, around, policyPart, null),
    rules: partsOf(relation, around, rulePart, null),
    statistics: partsOf(relation, around, statisticsPart, null),
    publications: publicationsOf(relation, around),
    partitionKey: table?.partitionKey?.definition ?? null,
    partitionOf: partition,
    partitions,
    inherits: table?.inherits ?? foreign?.inherits ?? [],
    children: children.filter((child) => !partitions.some((each) => each.table === child)),
    ofType: table?.ofType ?? null,
    unlogged: table?.persistence === 'unlogged',
    server: foreign?.server ?? null,
    options: relation.facts.options,
    query: isOf(relation, 'view', 'materialized-view') ? relation.facts.query : null,
    ...sizeOf(relation, around),
    sql,
  };
}

export function kindOf(relation: Relation): RelationDescription['kind'] {
  if (isOf(relation, 'table')) return 'table';
  if (isOf(relation, 'foreign-table')) return 'foreign-table';
  return isOf(relation, 'view') ? 'view' : 'materialized-view';
}

export function sizeOf(relation: Relation, around: Surroundings): Pick<RelationDescription, 'rows' | 'bytes'> {
  const size = around.sizes.get(nameOf(relation.id));
  return { rows: size?.rows ?? null, bytes: size?.bytes ?? null };
}

export function partitionOf(id: string, around: Surroundings): RelationDescription['partitionOf'] {
  const place = around.children(id).find((child) => child.kind === 'partition');
  return place !== undefined && isOf(place, 'partition')
    ? { table: place.facts.parent, bounds: place.facts.bounds }
    : null;
}

export function describeIndex(object: CatalogObject, around: Surroundings): readonly IndexDescription[] {
  if (!isOf(object, 'index')) return [];
  const { facts } = object;
  const [, definition = ''] =
    / ON (?:ONLY )?(?:"(?:[^"]|"")+"|[^\s."]+)\.(?:"(?:[^"]|"")+"|[^\s."]+) (.*)$/s.exec(
      createIndex(facts, facts.name),
    ) ?? [];
  return [
    {
      name: qualified(facts.name),
      definition: `${facts.unique ? 'UNIQUE ' : ''}${definition}`,
      comment: around.comment(object.id),
      inheritedFrom: facts.partitionOf,
      unique: facts.unique,
      valid: facts.valid,
      bytes: around.sizes.get(qualified(facts.schema, facts.name))?.bytes ?? null,
    },
  ];
}

type PartOf = (object: CatalogObject) => Pick<PartDescription, 'name' | 'definition'> | null;

/** Parts of one sort; those of the table that it is a partition of come with it. */
function partsOf(
  { id }: CatalogObject,
  around: Surroundings,
  read: PartOf,
  parent: string | null,
): readonly PartDescription[] {
  const own = around.children(id).flatMap((child) => {
    const found = read(child);
    return found === null ? [] : [{ ...found, comment: around.comment(child.id), inheritedFrom: null }];
  });
  if (parent === null) return own;
  const above = parentsOf(around.catalog, id).flatMap((from) => {
    const holder = around.catalog.objects.get(from);
    if (holder === undefined) return [];
    const further = isOf(holder, 'table') ? holder.facts.partitionOf : null;
    return partsOf(holder, around, read, further).map((each) => ({
      ...each,
      inheritedFrom: each.inheritedFrom ?? nameOf(from),
    }));
  });
  return [...own, ...above];
}

const triggerPart: PartOf = (object) => {
  if (!isOf(object, 'trigger')) return null;
  const { name, definition, firing } = object.facts;
  const [, timing = definition] = /\b((?:BEFORE|AFTER|INSTEAD OF) .*)$/s.exec(definition) ?? [];
  const short = timing.replaceAll(/\s+/g, ' ').replace(/ EXECUTE (?:FUNCTION|PROCEDURE) /, ' → ');
  const withoutTable = short.replace(
    / ON (?:"(?:[^"]|"")+"|[^\s"])+(?= (?:FROM|NOT|DEFERRABLE|INITIALLY|REFERENCING|FOR|WHEN|→))/,
    '',
  );
  return { name: qualified(name), definition: withoutTable + firingWords(firing) };
};

const rulePart: PartOf = (object) => {
  if (!isOf(object, 'rule')) return null;
  const [, definition = ''] = /\bAS\s+(ON .*)$/s.exec(object.facts.definition) ?? [];
  return {
    name: qualified(object.facts.name),
    definition: definition.replaceAll(/\s+/g, ' ') + firingWords(object.facts.firing),
  };
};

const policyPart: PartOf = (object) => {
  if (!isOf(object, 'policy')) return null;
  const { name, command, permissive, roles, using, check } = object.facts;
  const definition = [
    ...(permissive ? [] : ['RESTRICTIVE']),
    `FOR ${command} TO ${roles.join(', ')}`,
    ...(using === null ? [] : [`USING (${using})`]),
    ...(check === null ? [] : [`WITH CHECK (${check})`]),
  ];
  return { name: qualified(name), definition: definition.join(' ').replaceAll(/\s+/g, ' ') };
};

const statisticsPart: PartOf = (object) => {
  if (!isOf(object, 'statistics')) return null;
  const { schema, name, kinds, columns, expressions } = object.facts;
  const on = [...columns.map((column) => qualified(column)), ...expressions].join(', ');
  return { name: qualified(schema, name), definition: `${kinds === '' ? '' : `${kinds} `}ON ${on}` };
};

function firingWords(firing: string): string {
  return firing === 'origin' ? '' : ` (${firing === 'disabled' ? 'disabled' : `fires as ${firing}`})`;
}

function publicationsOf(relation: Relation, { catalog }: Surroundings): readonly string[] {
  const { schema, name } = relation.facts;
  return [...catalog.objects.values()].flatMap((object) => {
    if (isOf(object, 'publication')) {
      return object.facts.allTables && relation.kind === 'table' ? [qualified(object.facts.name)] : [];
    }
    if (isOf(object, 'publication-schema')) {
      return object.facts.schema === schema && relation.kind === 'table' ? [qualified(object.facts.publication)] : [];
    }
    if (!isOf(object, 'publication-table')) return [];
    const { facts } = object;
    if (facts.schema !== schema || facts.table !== name) return [];
    const clause = tableClause(object).slice(qualified(schema, name).length).trim();
    return [[qualified(facts.publication), ...(clause === '' ? [] : [clause])].join(' ')];
  });
}
