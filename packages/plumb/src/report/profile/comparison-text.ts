import { qualified } from '../../catalog/identifier.ts';
import type { ProfileComparison } from '../../planner/profile/compare-profiles.ts';
import type { Look } from '../look.ts';
import { renderTable } from '../table.ts';
import { formatAbout, formatBytes } from '../units.ts';

/** Draws what changed between two profiles. */
export function renderComparison({ before, after, tables, settings, indexes }: ProfileComparison, look: Look): string {
  const parts = [
    ...(tables.length === 0 ? [] : [tableText(tables, look)]),
    ...settings.map(
      ({ name, before: was, after: is }) => `${look.name(name)}  ${was ?? 'default'} → ${is ?? 'default'}`,
    ),
    ...indexes.added.map((name) => `New index ${look.name(name)}`),
    ...indexes.gone.map((name) => `Index ${look.name(name)} is gone`),
  ];
  const title = look.muted(`${before.slice(0, 10)} → ${after.slice(0, 10)}`);
  return parts.length === 0
    ? `${title}\nNo table grew by a tenth, and no setting or index changed.`
    : [title, ...parts].join('\n');
}

function tableText(tables: ProfileComparison['tables'], look: Look): string {
  return renderTable(
    {
      columns: [
        { title: 'table' },
        { title: 'rows', align: 'right' },
        { title: 'now', align: 'right' },
        { title: 'size', align: 'right' },
        { title: 'now', align: 'right' },
      ],
      rows: tables.map(({ schema, name, before, after }) => [
        { text: qualified(schema, name), paint: look.name },
        before === null ? 'new' : formatAbout(before.rows),
        after === null ? 'gone' : formatAbout(after.rows),
        before === null ? '' : formatBytes(before.bytes),
        after === null ? '' : formatBytes(after.bytes),
      ]),
    },
    look,
  );
}
