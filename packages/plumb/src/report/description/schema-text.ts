import type {
  DatabaseDescription,
  OtherSummary,
  RelationSummary,
  SchemaDescription,
} from '../../catalog/description/description.ts';
import type { Look } from '../look.ts';
import { counted, formatAbout, formatBytes } from '../units.ts';
import { joinSections, renderHead, renderUses } from './about.ts';
import { renderGrid, renderSection } from './sections.ts';

/** What a database holds, schema by schema. */
export function renderDatabase({ schemas, extensions, others }: DatabaseDescription, look: Look): string {
  const filled = schemas.filter((schema) => countOf(schema) > 0 || schema.name !== 'public');
  const lines = extensions.map(({ name, version, comment }) => [
    { text: name, paint: look.name },
    version ?? '',
    comment ?? '',
  ]);
  const heads = [{ title: 'extension' }, { title: 'version' }, { title: 'comment' }];
  const sections = [
    ...filled.map((schema) => renderSchema(schema, look)),
    renderGrid('Extensions', heads, lines, look),
    ...renderOthers(others, look),
  ];
  return joinSections(sections) || 'There is nothing in it.';
}

export function renderSchema(schema: SchemaDescription, look: Look): string {
  const { tables, views, types, routines, sequences, others } = schema;
  const name = { title: 'name' };
  const comment = { title: 'comment' };
  const painted = (text: string) => ({ text, paint: look.name });
  const short = (text: string): string => withoutSchema(text, schema.name);
  return joinSections([
    renderHead('schema', asUsual(schema), [countText(schema)], look),
    renderTables(tables, schema, look),
    renderGrid(
      'Views',
      [name, { title: 'columns', align: 'right' }, { title: 'rows', align: 'right' }, { title: 'kind' }, comment],
      views.map((view) => [
        painted(short(view.name)),
        String(view.columns),
        view.rows === null || view.kind === 'view' ? '' : formatAbout(view.rows),
        view.kind === 'view' ? '' : 'materialized',
        view.comment ?? '',
      ]),
      look,
    ),
    renderGrid(
      'Types',
      [name, { title: 'kind' }, { title: 'of' }, comment],
      types.map((type) => [painted(short(type.name)), type.kind, type.of, type.comment ?? '']),
      look,
    ),
    renderGrid(
      'Functions',
      [name, { title: 'returns' }, comment],
      routines.map((routine) => [
        painted(short(routine.name)),
        routine.kind === 'function' ? (routine.returns ?? '') : routine.kind,
        routine.comment ?? '',
      ]),
      look,
    ),
    renderSection(
      'Sequences',
      sequences.map((each) => [short(each.name), each.comment ?? '']),
      look,
    ),
    ...renderOthers(
      others.map((each) => ({ ...each, name: short(each.name) })),
      look,
    ),
    ...renderUses(asUsual(schema), look),
  ]);
}

/** Partitions are counted with their table, and not listed. */
function renderTables(tables: readonly RelationSummary[], schema: SchemaDescription, look: Look): string | null {
  const own = tables.filter(({ partitionOf }) => partitionOf === null);
  const heads = [
    { title: 'name' },
    { title: 'columns', align: 'right' as const },
    { title: 'rows', align: 'right' as const },
    { title: 'size', align: 'right' as const },
    { title: '' },
    { title: 'comment' },
  ];
  const rows = own.map((table) => [
    { text: withoutSchema(table.name, schema.name), paint: look.name },
    String(table.columns),
    table.rows === null ? '' : formatAbout(table.rows),
    table.bytes === null ? '' : formatBytes(table.bytes),
    table.kind === 'foreign-table' ? 'foreign' : table.partitions > 0 ? counted(table.partitions, 'partition') : '',
    table.comment ?? '',
  ]);
  return renderGrid('Tables', heads, rows, look);
}

function renderOthers(others: readonly OtherSummary[], look: Look): readonly (string | null)[] {
  const lines = others.map(({ kind, name, comment }) => [
    { text: name, paint: look.name },
    kind.replaceAll('-', ' '),
    comment ?? '',
  ]);
  return [renderGrid('Also', [{ title: 'name' }, { title: 'kind' }, { title: 'comment' }], lines, look)];
}

/** What PostgreSQL itself says of `public` is nothing to tell. */
function asUsual(schema: SchemaDescription): SchemaDescription {
  if (schema.name !== 'public') return schema;
  return {
    ...schema,
    owner: schema.owner === 'pg_database_owner' ? null : schema.owner,
    comment: schema.comment === 'standard public schema' ? null : schema.comment,
    grants: schema.grants.filter(({ role, privileges }) => role !== 'PUBLIC' || privileges.join() !== 'USAGE'),
  };
}

function countOf(schema: SchemaDescription): number {
  return [schema.tables, schema.views, schema.types, schema.routines, schema.sequences, schema.others].flat().length;
}

function countText({ tables, views, types, routines, sequences, others }: SchemaDescription): string {
  const counts: readonly (readonly [number, string, string?])[] = [
    [tables.filter(({ partitionOf }) => partitionOf === null).length, 'table'],
    [views.length, 'view'],
    [types.length, 'type'],
    [routines.length, 'function'],
    [sequences.length, 'sequence'],
    [others.length, 'other', 'others'],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return said.length === 0 ? 'empty' : said.join(', ');
}

function withoutSchema(name: string, schema: string): string {
  return name.startsWith(`${schema}.`) ? name.slice(schema.length + 1) : name;
}
