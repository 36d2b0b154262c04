import type {
  ColumnDescription,
  ForeignKeyDescription,
  IndexDescription,
  PartDescription,
  RelationDescription,
} from '../../catalog/description/description.ts';
import { identifier } from '../../catalog/identifier.ts';
import type { Look } from '../look.ts';
import { textWidth } from '../text-width.ts';
import { counted, formatAbout, formatBytes } from '../units.ts';
import { joinSections, renderHead, renderUses } from './about.ts';
import { gridWidth, type Line, renderGrid, renderSection, renderSql, renderWords } from './sections.ts';

/** A table or view as a person wants to see it: columns, what holds for rows, what makes it fast, who may see it. */
export function renderRelation(relation: RelationDescription, look: Look): string {
  const { primaryKey, uniques, exclusions, checks, partitionKey, partitionOf } = relation;
  const keys = [...(primaryKey === null ? [] : [primaryKey]), ...uniques, ...exclusions];
  return joinSections([
    renderHead(words[relation.kind], relation, headFacts(relation), look),
    renderColumns(relation.columns, look),
    renderSection('Keys', keys.map(partLine), look),
    renderSection('Foreign keys', relation.foreignKeys.map(foreignKeyLine), look),
    renderSection('Referenced by', relation.referencedBy.map(referenceLine), look),
    renderSection('Checks', checks.map(partLine), look),
    renderSection('Indexes', relation.indexes.map(indexLine), look),
    renderSection('Triggers', relation.triggers.map(partLine), look),
    renderSection(`Policies (row security is ${relation.rowSecurity})`, relation.policies.map(partLine), look),
    renderSection('Rules', relation.rules.map(partLine), look),
    partitionKey === null ? null : renderSection(`Partitions by ${partitionKey}`, partitionLines(relation), look),
    partitionOf === null ? null : renderSection('Partition of', [[partitionOf.table, partitionOf.bounds]], look),
    renderWords('Inherits from', relation.inherits, look),
    renderWords('Inherited by', relation.children, look),
    renderSection('Statistics', relation.statistics.map(partLine), look),
    renderWords('Published by', relation.publications, look),
    ...renderUses({ ...relation, usedBy: relation.usedBy.filter(isSaidOnlyThere(relation)) }, look),
    relation.query === null ? null : renderSql('Query', relation.query, look),
  ]);
}

const words: Readonly<Record<RelationDescription['kind'], string>> = {
  table: 'table',
  'foreign-table': 'foreign table',
  view: 'view',
  'materialized-view': 'materialized view',
};

/** Comments stand beside the columns where there is room for them, and below where there isn't. */
export function renderColumns(columns: readonly ColumnDescription[], look: Look): string | null {
  const heads = [{ title: 'column' }, { title: 'type' }, { title: 'null' }, { title: 'default' }];
  const rows = columns.map((column) => [
    { text: identifier(column.name), paint: look.name },
    column.collation === null ? column.type : `${column.type} collate ${column.collation}`,
    column.nullable ? '' : 'not null',
    filledWith(column),
  ]);
  const comments = columns.map(({ comment }) => comment ?? '');
  const widest = Math.max(0, ...comments.map(textWidth));
  if (gridWidth(heads, rows) + Math.min(widest, leastForComments) <= look.width) {
    const withComments = rows.map((row, at) => [...row, comments[at] ?? '']);
    return renderGrid('Columns', [...heads, { title: 'comment' }], withComments, look);
  }
  const said = columns.flatMap(({ name, comment }): readonly Line[] =>
    comment === null ? [] : [[identifier(name), comment]],
  );
  return joinSections([renderGrid('Columns', heads, rows, look), renderSection('Comments', said, look)]);
}

const leastForComments = 32;

function filledWith({ default: fallback, identity, generated }: ColumnDescription): string {
  if (identity !== null) return identity === 'always' ? 'identity' : 'identity, by default';
  if (generated !== null) return `= ${generated.expression}${generated.kept === 'virtual' ? ' (virtual)' : ''}`;
  return fallback ?? '';
}

function headFacts(relation: RelationDescription): readonly (string | null)[] {
  const { rows, bytes, unlogged, ofType, server, options, rowSecurity, policies } = relation;
  const set = Object.entries(options).map(([name, value]) => `${name} = ${value}`);
  return [
    rows === null ? null : `about ${rows < 1000 ? counted(rows, 'row') : `${formatAbout(rows)} rows`}`,
    bytes === null ? null : formatBytes(bytes),
    unlogged ? 'unlogged' : null,
    ofType === null ? null : `of type ${ofType}`,
    server === null ? null : `on server ${server}`,
    rowSecurity !== 'off' && policies.length === 0 ? `row security is ${rowSecurity}, without policies` : null,
    ...set,
  ];
}

export function partLine({ name, definition, comment, inheritedFrom }: PartDescription): Line {
  const from = inheritedFrom === null ? '' : ` (from ${inheritedFrom})`;
  return [name, `${definition}${from}${comment === null ? '' : `\n${comment}`}`];
}

function foreignKeyLine(key: ForeignKeyDescription): Line {
  return partLine({ ...key, definition: key.definition.replace(/^FOREIGN KEY /, '').replace(/ REFERENCES /, ' → ') });
}

function referenceLine(key: ForeignKeyDescription): Line {
  const [, rest = ''] = /^FOREIGN KEY (.*)$/s.exec(key.definition) ?? [];
  const [columns = '', target = ''] = rest.split(' REFERENCES ');
  const there = target.slice(target.indexOf(' (') + 1);
  return [key.table, `${columns} → ${there}`];
}

function indexLine(index: IndexDescription): Line {
  const notes = [
    ...(index.valid ? [] : ['not valid']),
    ...(index.bytes === null ? [] : [formatBytes(index.bytes)]),
    ...(index.inheritedFrom === null ? [] : [`part of ${index.inheritedFrom}`]),
  ];
  const definition = notes.length === 0 ? index.definition : `${index.definition}  (${notes.join(', ')})`;
  return partLine({ ...index, definition, inheritedFrom: null });
}

function partitionLines({ partitions }: RelationDescription): readonly Line[] {
  const lines = partitions.map(({ table, bounds }): Line => [table, bounds.replace(/^FOR VALUES /, '')]);
  return lines.length === 0 ? [['none', 'Rows can only be inserted when there is a partition for them.']] : lines;
}

/** What has a section of its own isn't told twice. */
function isSaidOnlyThere({ referencedBy, partitions, children, publications }: RelationDescription) {
  const told = new Set([...partitions.map(({ table }) => table), ...children]);
  return ({ kind, name }: { readonly kind: string; readonly name: string }): boolean => {
    if (kind === 'constraint' && referencedBy.some((key) => name === `${key.table}.${key.name}`)) return false;
    if (kind.startsWith('publication') && publications.length > 0) return false;
    return !((kind === 'table' || kind === 'foreign-table') && told.has(name));
  };
}
