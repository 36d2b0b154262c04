import { loadModule, type Node, parseSync } from 'libpg-query';
import type { Client } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { makeRoles } from './make-roles.ts';
import { namedRoles } from './named-roles.ts';
import { note } from './note.ts';

/** Runs SQL on a shadow as its superuser; what the shadow lacks is stood in for. */
export interface ShadowRunner {
  /** Runs one statement, or a whole script as one simple query. */
  run(sql: string): Promise<void>;
  readonly notes: readonly Finding[];
}

export function shadowRunner(client: Client): ShadowRunner {
  const notes: Finding[] = [];
  return {
    notes,
    async run(sql) {
      await loadModule();
      for (const role of await makeRoles(client, namedRoles(treesOf(sql)))) notes.push(roleNote(role));
      await client.query(sql);
    },
  };
}

function treesOf(sql: string): readonly Node[] {
  try {
    return (parseSync(sql).stmts ?? []).flatMap(({ stmt }) => stmt ?? []);
  } catch {
    // the server says better what is wrong, or its version knows more than the parser
    return [];
  }
}

function roleNote(role: string): Finding {
  return note(
    'A role was stood in for',
    `role ${role}: a stand-in without rights was made on the shadow`,
    'Roles belong to a whole cluster, so a schema names roles that it does not make.',
    [role],
  );
}
