import type { Node } from 'libpg-query';
import { type Client, escapeLiteral } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { asSuperuser } from './as-superuser.ts';
import { memberOf, visitAll } from './member-of.ts';
import { note } from './note.ts';

/** Which locales a machine has, and so which collations its servers have been given, differs from machine to machine. */
const nameOfLocale = /^[a-z]{2,3}_[A-Z]{2}(\.[\w-]+)?(@\w+)?$/;

/** The collations of the operating system's locales that statements name, unless they make them. */
export function localesOf(trees: readonly Node[]): readonly string[] {
  const names = new Set<string>();
  for (const tree of trees) {
    visitAll(tree, (node) => {
      const list = memberOf(node, 'collname') ?? memberOf(node, 'collation');
      const name = Array.isArray(list) ? memberOf(memberOf(list.at(-1), 'String'), 'sval') : undefined;
      if (typeof name === 'string' && nameOfLocale.test(name)) names.add(name);
    });
  }
  return [...names];
}

/**
 * Makes the collations that are missing, with the order of "C" and among those that initdb makes, and returns their names.
 * On a guarded server, where no user is a superuser, the database has a function for it.
 */
export async function makeCollations(
  client: Client,
  names: readonly string[],
  user: string | null,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name
     FROM pg_catalog.unnest($1::text[]) AS name
     WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_collation WHERE collname = name)`,
    [names],
  );
  for (const { name } of rows) {
    if (user === null) await client.query('SELECT plumb_shadow.make_collation($1)', [name]);
    else await client.query(asSuperuser(user, makeCollation(name)));
  }
  return rows.map(({ name }) => name);
}

function makeCollation(name: string): string {
  return `
    INSERT INTO pg_catalog.pg_collation
    SELECT (pg_catalog.jsonb_populate_record(c, pg_catalog.jsonb_build_object('oid', free.oid, 'collname', ${escapeLiteral(name)}::text))).*
    FROM pg_catalog.pg_collation AS c, (
      SELECT number AS oid
      FROM pg_catalog.generate_series(16383, 12000, -1) AS number
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_collation AS taken WHERE taken.oid::bigint = number)
      LIMIT 1
    ) AS free
    WHERE c.collname = 'C' AND c.collnamespace = 'pg_catalog'::pg_catalog.regnamespace`;
}

export function collationNote(name: string): Finding {
  return note(
    'A collation was stood in for',
    `collation ${name}: the shadow has one of that name which orders as "C" does`,
    'It comes from a locale that this machine does not have.',
    [name],
  );
}
