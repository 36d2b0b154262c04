import { readdirSync, readFileSync } from 'node:fs';

/** A migration, and what it is applied to. */
export interface Case {
  readonly name: string;
  /** The schema that many cases share, and its rows, which production has and a repository doesn't. */
  readonly base: { readonly name: string; readonly schema: string; readonly rows: string };
  /** What this case adds to it. */
  readonly first: string;
  readonly migration: string;
  /** The first major that knows its SQL. */
  readonly from: number;
}

const folder = new URL('../../rehearsal-cases/', import.meta.url);

/** A file for each subject, which begins with the name of its base. */
export function readCases(): readonly Case[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return files.flatMap((name) => casesIn(name.replace(/\.sql$/, ''), readFileSync(new URL(name, folder), 'utf8')));
}

function casesIn(subject: string, text: string): readonly Case[] {
  const [head = '', ...cases] = text.split(/^-- case: /m);
  const name = /^-- base: (\w+)/.exec(head)?.[1] ?? '';
  const [schema = '', rows = ''] = readFileSync(new URL(`bases/${name}.sql`, folder), 'utf8').split('-- rows\n');
  return cases.map((each) => {
    const [, title, from, body = ''] = /^([\w-]+)(?:; from (\d+))?\n(.*)$/s.exec(each) ?? [];
    if (title === undefined) throw new Error(`${subject}.sql has a case without a name: ${each.slice(0, 80)}`);
    const [, first = '', migration = body] = /^-- first:\n(.*)^-- then:\n(.*)$/ms.exec(body) ?? [];
    return {
      name: `${subject}/${title}`,
      base: { name, schema, rows },
      first,
      migration: migration.trim(),
      from: Number(from ?? 0),
    };
  });
}
