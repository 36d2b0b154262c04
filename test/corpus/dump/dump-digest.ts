import { type Digest, withSortedOptions } from '../digest.ts';

const header = /^--\n-- (?:Data for )?Name: (?<name>.*); Type: (?<type>.*); Schema: (?<schema>.*); Owner: .*\n--\n/gm;
const setting = /^SET (default_tablespace|default_table_access_method) = (.*);\n/gm;

/** Entries whose lines come in the order of columns, of options or of grants, which is nobody's business. */
const unordered = ['TABLE', 'FOREIGN TABLE', 'SERVER', 'FOREIGN DATA WRAPPER', 'USER MAPPING', 'ACL', 'DEFAULT ACL'];
const stored = ['TABLE', 'MATERIALIZED VIEW', 'INDEX', 'CONSTRAINT'];

/** What a dump says of each object, without the order of objects and of a table's columns. */
export function dumpDigest(dump: string): Digest {
  const digest = new Map<string, string[]>();
  const settings = new Map<string, string>();
  const headers = [...dump.matchAll(header)];
  headers.forEach(({ index, 0: text, groups = {} }, position) => {
    const before = dump.slice(0, index);
    if (position === 0) readSettings(before, settings);
    const body = dump.slice(index + text.length, headers[position + 1]?.index);
    const { type = '', schema, name } = groups;
    const lines = [...linesOf(type, body.replaceAll(setting, '')), ...storageOf(type, settings)];
    const key = `${type} ${schema === '-' ? '' : `${schema}.`}${name}`;
    digest.set(key, [...(digest.get(key) ?? []), ...lines]);
    readSettings(body, settings);
  });
  return digest;
}

function readSettings(text: string, settings: Map<string, string>): void {
  for (const [, name = '', value = ''] of text.matchAll(setting)) settings.set(name, value);
}

function storageOf(type: string, settings: ReadonlyMap<string, string>): string[] {
  const tablespace = settings.get('default_tablespace') ?? `''`;
  const method = settings.get('default_table_access_method') ?? 'heap';
  return [
    ...(stored.includes(type) && tablespace !== `''` ? [`TABLESPACE ${tablespace}`] : []),
    ...(['TABLE', 'MATERIALIZED VIEW'].includes(type) && method !== 'heap' ? [`USING ${method}`] : []),
  ];
}

function linesOf(type: string, body: string): string[] {
  const text = withSortedOptions(body)
    .replace(/\n--\n-- PostgreSQL database dump complete\n--\n[\s\S]*$/, '')
    .replace(/^(ALTER PUBLICATION .*? ADD TABLE ONLY \S+ \()([^()]*)(\))/m, sortList)
    .replace(/^(INHERITS \()(.*)(\))/m, sortList)
    .replace(/^(CREATE STATISTICS .*? ON )(.*?)( FROM )/m, sortList);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return unordered.includes(type) ? lines.map((line) => line.replace(/,$/, '')).sort() : lines;
}

/** Columns come in the table's order, and parents as they were joined. */
function sortList(_: string, before: string, list: string, after: string): string {
  return `${before}${list.split(', ').sort().join(', ')}${after}`;
}
