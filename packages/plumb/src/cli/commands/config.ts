import { relative } from 'node:path';
import type { Settings } from '../../project/settings/settings.ts';
import type { Setting } from '../../project/settings/source.ts';
import type { Look } from '../../report/look.ts';
import { renderTable } from '../../report/table.ts';
import { formatBytes, formatDuration } from '../../report/units.ts';
import { defineCommand } from '../command.ts';
import { shadowFlag } from '../shadow-flag.ts';

export const config = defineCommand({
  brief: 'Show every setting and where it comes from',
  description:
    'Settings are taken from flags, the environment, plumb.config.ts, .env.local, .env and defaults, in this order. Passwords are shown as stars.',
  examples: [
    { command: 'plumb config', does: 'See which database is meant, and why' },
    { command: 'plumb config --json', does: 'The same for programs' },
    { command: 'plumb config --url postgres://localhost/app', does: 'See what a URL is completed with' },
  ],
  flags: { url: { kind: 'value', brief: 'The database server', placeholder: 'url' }, ...shadowFlag },
  run: async ({ cwd, env, configFile, warn }, { url, shadowUrl }) => {
    const { resolveSettings } = await import('../../project/settings/resolve-settings.ts');
    const { describeConnection } = await import('../../postgres/connection/describe-connection.ts');
    const settings = await resolveSettings({ cwd, env, configFile, shadowUrl, flags: { url } });
    for (const warning of settings.warnings) warn(warning);
    const { target, all, unused } = settings;
    const connection = target.kind === 'url' ? describeConnection(target.connection) : null;
    return {
      data: { target: target.kind, connection, settings: all, unused },
      text: (look) => renderSettings(settings, connection, look),
    };
  },
});

function renderSettings({ all, root, unused }: Settings, connection: string | null, look: Look): string {
  const target = connection ?? "the project's own, which plumb runs";
  return [
    `${look.heading('Database')}  ${target}`,
    '',
    look.width < roomForTable ? renderNarrow(all, root, look) : renderWide(all, root, look),
    ...unused.map(({ title, why }) => look.caution(`\nNot used: ${title}, because ${why}.`)),
  ].join('\n');
}

/** Below this many columns a table would cut the places, which are what one wants to see. */
const roomForTable = 90;

function renderWide(all: readonly Setting[], root: string, look: Look): string {
  const rows = all.map((setting) => {
    const from = sourceText(setting);
    return [
      { text: setting.name, paint: look.name },
      shownValue(setting, root),
      setting.source.kind === 'default' ? { text: from, paint: look.muted } : from,
    ];
  });
  return renderTable({ columns: [{ title: 'setting' }, { title: 'value' }, { title: 'from' }], rows }, look);
}

function renderNarrow(all: readonly Setting[], root: string, look: Look): string {
  return all
    .map((setting) => `${look.name(setting.name)}  ${shownValue(setting, root)}\n  ${look.muted(sourceText(setting))}`)
    .join('\n');
}

const readable: Readonly<Record<string, (value: number) => string>> = {
  'shadow.idle': (seconds) => formatDuration(seconds * 1000),
  'shadow.templates.bytes': formatBytes,
};

const paths = new Set(['schema', 'migrations', 'seeds', 'config']);

/** Folders of the project by their short name, figures in units that people read. */
function shownValue({ name, value }: Setting, root: string): string {
  if (value === null) return '-';
  if (typeof value === 'number') return readable[name]?.(value) ?? String(value);
  const short = paths.has(name) ? relative(root, value) : value;
  return short === '' || short.startsWith('..') ? value : short;
}

function sourceText({ source }: Setting): string {
  return source.kind === 'default' ? `default: ${source.detail}` : source.detail;
}
