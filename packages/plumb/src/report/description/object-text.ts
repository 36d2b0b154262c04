import type {
  Description,
  NamedColumnDescription,
  RoutineDescription,
  SequenceDescription,
  TypeDescription,
} from '../../catalog/description/description.ts';
import type { Look } from '../look.ts';
import { joinSections, renderHead, renderUses } from './about.ts';
import { partLine, renderColumns, renderRelation } from './relation-text.ts';
import { renderSchema } from './schema-text.ts';
import { type Line, renderSection, renderSql, renderWords } from './sections.ts';

/** Draws what is known of one object. */
export function renderDescription(described: Description, look: Look): string {
  switch (described.kind) {
    case 'table':
    case 'foreign-table':
    case 'view':
    case 'materialized-view':
      return renderRelation(described, look);
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
      return renderType(described, look);
    case 'function':
    case 'procedure':
    case 'aggregate':
      return renderRoutine(described, look);
    case 'schema':
      return renderSchema(described, look);
    case 'column':
      return renderNamedColumn(described, look);
    case 'sequence':
      return renderSequence(described, look);
    case 'extension': {
      const facts = [
        described.version === null ? null : `version ${described.version}`,
        described.schema === null ? null : `in schema ${described.schema}`,
      ];
      return joinSections([renderHead('extension', described, facts, look), ...renderUses(described, look)]);
    }
    case 'other':
      return joinSections([
        renderHead(described.what.replaceAll('-', ' '), described, [], look),
        ...renderUses(described, look),
        described.sql === '' ? null : renderSql('SQL', described.sql, look),
      ]);
  }
}

function renderType(type: TypeDescription, look: Look): string {
  const { labels, base, nullable, default: fallback, collation, constraints, attributes, multirange } = type;
  const facts = [
    base === null ? null : `${type.kind === 'range' ? 'of' : 'over'} ${base}`,
    collation === null ? null : `collate ${collation}`,
    nullable ? null : 'not null',
    fallback === null ? null : `default ${fallback}`,
    multirange === null ? null : `multirange ${multirange}`,
  ];
  const lines = attributes.map(
    ({ name, type: of, comment }): Line => [name, comment === null ? of : `${of}\n${comment}`],
  );
  return joinSections([
    renderHead(type.kind === 'composite' ? 'composite type' : type.kind, type, facts, look),
    renderWords('Values', labels, look),
    renderSection('Attributes', lines, look),
    renderSection('Checks', constraints.map(partLine), look),
    ...renderUses(type, look),
  ]);
}

function renderRoutine(routine: RoutineDescription, look: Look): string {
  const { kind, arguments: list, returns, language, attributes, body } = routine;
  const facts = [returns === null ? null : `returns ${returns}`, language, ...attributes];
  const name = `${routine.name.slice(0, endOfName(routine.name))}(${list})`;
  return joinSections([
    renderHead(kind, { ...routine, name }, facts, look),
    ...renderUses(routine, look),
    body === null ? null : renderSql('Body', body, look),
  ]);
}

/** Where the types of its arguments begin. */
function endOfName(name: string): number {
  const [own = name] = /^(?:"(?:[^"]|"")*"|[^"(])+/.exec(name) ?? [];
  return own.length;
}

function renderSequence(sequence: SequenceDescription, look: Look): string {
  const { type, options, ownedBy } = sequence;
  const facts = [
    type,
    ...options.map((option) => option.toLowerCase()),
    ownedBy === null ? null : `owned by ${ownedBy}`,
  ];
  return joinSections([renderHead('sequence', sequence, facts, look), ...renderUses(sequence, look)]);
}

function renderNamedColumn(described: NamedColumnDescription, look: Look): string {
  const { referencedBy, partOf } = described;
  const references = referencedBy.map((key): Line => [key.table, key.definition]);
  return joinSections([
    renderHead('column', { ...described, comment: null }, [], look),
    renderColumns([described.column], look),
    renderSection('Part of', partOf.map(partLine), look),
    renderSection('Referenced by', references, look),
    ...renderUses(described, look),
  ]);
}
