import { qualified } from '../../catalog/identifier.ts';
import type { ProfileSummary } from '../../planner/profile/summary.ts';
import { renderFields } from '../fields.ts';
import type { Look } from '../look.ts';
import { renderTable } from '../table.ts';
import { counted, formatAbout, formatBytes } from '../units.ts';

const shownTables = 20;

/** Draws what a profile holds. */
export function renderProfile(summary: ProfileSummary, look: Look): string {
  const { server, settings, tables, unseen } = summary;
  const changed = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const parts = [
    renderFields(
      [
        ['database', `${server.database} on PostgreSQL ${server.version}`],
        ['captured', summary.capturedAt.slice(0, 16).replace('T', ' ').concat(' UTC')],
        [
          'size',
          `${formatBytes(summary.bytes)} in ${counted(tables.length, 'table')} and ${counted(summary.indexes, 'index', 'indexes')}`,
        ],
        ['statistics', `of ${counted(summary.columns, 'column')}`],
        ...(summary.withheld === null ? [] : [valuesField(summary.withheld)]),
        ['settings', changed.length === 0 ? "PostgreSQL's defaults" : changed.join(', ')],
      ],
      look,
    ),
    ...(tables.length === 0 ? [] : [tableText(summary, look)]),
    ...unseen.map(({ what, todo }) => look.caution(`Not seen: ${what}${todo === undefined ? '' : ` ${todo}`}`)),
  ];
  return parts.join('\n\n');
}

function valuesField(withheld: readonly string[]): readonly [string, string] {
  const some = withheld.slice(0, 5).join(', ');
  const more = withheld.length > 5 ? ` and ${withheld.length - 5} more` : '';
  return ['values', withheld.length === 0 ? 'anonymised' : `anonymised, left out those of ${some}${more}`];
}

function tableText({ tables }: ProfileSummary, look: Look): string {
  const rest = tables.length - shownTables;
  const drawn = renderTable(
    {
      columns: [
        { title: 'table' },
        { title: 'rows', align: 'right' },
        { title: 'size', align: 'right' },
        { title: 'indexes', align: 'right' },
        { title: 'their size', align: 'right' },
      ],
      rows: tables
        .slice(0, shownTables)
        .map(({ schema, name, rows, bytes, indexes, indexBytes }) => [
          { text: qualified(schema, name), paint: look.name },
          formatAbout(rows),
          formatBytes(bytes),
          String(indexes),
          formatBytes(indexBytes),
        ]),
    },
    look,
  );
  return rest > 0 ? `${drawn}\n${look.muted(`and ${counted(rest, 'smaller table')}`)}` : drawn;
}
