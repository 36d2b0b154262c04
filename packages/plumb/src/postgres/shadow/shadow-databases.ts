import { type Client, escapeIdentifier } from 'pg';
import { errorCode } from '../error-code.ts';
import { dropDatabase } from './drop-database.ts';
import { buildPrefix, type SessionIdentity, shadowName, templateHash, templateLock, templatePrefix } from './names.ts';
import { type Run, runOn } from './run.ts';
import type { ShadowOptions, TemplateLimits, TemplateShadow } from './shadow.ts';
import { dropOldest, noteUse } from './templates.ts';

/** What the shadow databases of one process need of their server. */
export interface ShadowHost {
  /** A session of ours that lives as long as our databases do, and by which others see that we live. */
  readonly run: Run;
  readonly owner: SessionIdentity;
  readonly version: { readonly major: number; readonly text: string };
  readonly limits: TemplateLimits;
  /** How databases are made that strangers' SQL runs in; null where everybody is trusted. */
  readonly guarded: GuardedDatabases | null;
  connect(database?: string): Promise<Client>;
  /** As whoever works in a shadow. */
  connectShadow(database: string): Promise<Client>;
}

export interface GuardedDatabases {
  /** Who owns them while somebody works in them. */
  readonly owner: string;
  /** What a new one is given before anybody's SQL runs in it. */
  readonly functions: string;
  /** All that decides what they hold, without secrets. */
  readonly key: string;
}

const missingDatabase = '3D000';
const diskFullCode = '53100';
let count = 0;

/** Wraps what a template's `build` threw, so that nobody takes it for a fault of the server. */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';
}

/** Unlike template0, it was connected to, and so holds the file from which a first connection reads its catalogue at once. */
const empty: TemplateShadow = { key: '\u0000empty', build: async () => {} };

/** Makes a shadow database and returns its name. */
export async function makeShadow(host: ShadowHost, options: ShadowOptions): Promise<string> {
  const name = shadowName(host.owner, ++count);
  const template = options.key === undefined ? empty : options;
  const hash = hashFor(host, template.key);
  for (let madeRoom = false; ; ) {
    try {
      await clone(host, host.run, templatePrefix + hash, name);
      void noteUse(host.run, templatePrefix + hash);
      return name;
    } catch (error) {
      if (errorCode(error) === diskFullCode && !madeRoom) {
        madeRoom = true;
        await dropOldest(host.run, { count: 0, bytes: 0 }, templatePrefix + hash);
      } else if (errorCode(error) === missingDatabase) {
        // not built yet, or dropped as the oldest a moment ago
        await buildTemplate(host, hash, template);
      } else throw error;
    }
  }
}

function hashFor({ version, guarded }: ShadowHost, key: string): string {
  return templateHash(key, guarded === null ? version.text : `${version.text}\n${guarded.key}`);
}

async function clone({ version, guarded }: ShadowHost, run: Run, template: string, name: string): Promise<void> {
  // copying files takes a fifth of the time of writing each page to the log; before 15 there is no other way
  const strategy = version.major >= 15 ? ' STRATEGY file_copy' : '';
  const owner = guarded === null ? '' : ` OWNER ${escapeIdentifier(guarded.owner)}`;
  await run(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}${strategy}${owner}`);
}

/** Fills a database under a name that nobody clones, and gives it its own when it is complete. */
async function buildTemplate(host: ShadowHost, hash: string, shadow: TemplateShadow): Promise<void> {
  const session = await host.connect();
  const run = runOn(session);
  try {
    await run('SELECT pg_advisory_lock($1)', [templateLock(hash)]);
    const template = escapeIdentifier(templatePrefix + hash);
    const { rowCount } = await run('SELECT FROM pg_database WHERE datname = $1', [templatePrefix + hash]);
    if (rowCount !== 0) return;
    const name = buildPrefix + hash;
    await dropDatabase(run, name);
    const from = await cloneBeginning(host, run, shadow, name);
    try {
      if (from === null && host.guarded !== null) await prepare(host, name, host.guarded);
      await fill(host, name, (client) => shadow.build(client, from));
      await waitUntilUnused(run, name);
      // whoever works in a shadow may change the settings of its own databases
      if (host.guarded !== null) await run(`ALTER DATABASE ${escapeIdentifier(name)} OWNER TO CURRENT_USER`);
      await noteUse(run, name);
      await run(`ALTER DATABASE ${escapeIdentifier(name)} RENAME TO ${template}`);
    } catch (error) {
      await dropDatabase(run, name);
      throw error;
    }
    await dropOldest(run, host.limits, templatePrefix + hash);
  } finally {
    await session.end();
  }
}

/** Makes the database that is filled, and returns the key of what it holds already. */
async function cloneBeginning(
  host: ShadowHost,
  run: Run,
  { beginnings = [] }: TemplateShadow,
  name: string,
): Promise<string | null> {
  const keys = new Map(beginnings.map((key) => [templatePrefix + hashFor(host, key), key]));
  const { rows } = await run<{ template: string }>(
    `SELECT t.template FROM pg_catalog.unnest($1::text[]) WITH ORDINALITY t (template, place)
     JOIN pg_catalog.pg_database ON datname = t.template ORDER BY t.place LIMIT 1`,
    [[...keys.keys()]],
  );
  const template = rows[0]?.template;
  try {
    await clone(host, run, template ?? 'template0', name);
    return keys.get(template ?? '') ?? null;
  } catch (error) {
    // dropped as the oldest a moment ago
    if (template === undefined || errorCode(error) !== missingDatabase) throw error;
    await clone(host, run, 'template0', name);
    return null;
  }
}

/** The superuser's last visit: from now on somebody's SQL may wait for it there. */
async function prepare(host: ShadowHost, name: string, { functions }: GuardedDatabases): Promise<void> {
  if (functions === '') return;
  const client = await host.connect(name);
  try {
    await client.query(functions);
  } finally {
    await client.end();
  }
}

async function fill(host: ShadowHost, name: string, build: (client: Client) => Promise<void>): Promise<void> {
  const client = await host.connectShadow(name);
  try {
    await build(client);
  } catch (error) {
    throw new BuildFailure('building a template failed', { cause: error });
  } finally {
    await client.end();
  }
}

/** A backend ends a little after its client; until then its database can't be renamed, and PostgreSQL looks again only every 100 ms. */
async function waitUntilUnused(run: Run, name: string): Promise<void> {
  for (;;) {
    const { rowCount } = await run('SELECT FROM pg_stat_activity WHERE datname = $1 LIMIT 1', [name]);
    if (rowCount === 0) return;
  }
}
