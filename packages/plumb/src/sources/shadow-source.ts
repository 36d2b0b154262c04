import { createHash } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import type { Finding } from '../contract/finding.ts';
import type { ProgressListener } from '../contract/progress.ts';
import { standInsHash } from '../postgres/embedded/stand-in-files.ts';
import type { PostgresServer } from '../postgres/server.ts';
import type { ShadowDatabase, ShadowOptions } from '../postgres/shadow/shadow.ts';
import { asProblem, couldBeOrder, loadScripts } from './load/load-scripts.ts';
import { LoadSession, type LoadSessionOptions } from './load/load-session.ts';
import type { OpenedSource } from './opened-source.ts';
import type { GivenFiles } from './read/given-file.ts';
import { type ReadScript, scriptOf } from './read/script-of.ts';
import { keepNotes, readNotes } from './shadow-notes.ts';
import { bringSubscriptionsBack, putSubscriptionsAside, takeSubscriptionsBack } from './shadow-subscriptions.ts';
import { sortOut } from './sort/sort-out.ts';
import { forWantOf } from './stand-ins/for-want-of.ts';

/** SQL that makes a schema. */
export interface ShadowInput extends GivenFiles {
  readonly label: string;
  /** Migrations have their order; scripts may be sorted. */
  readonly as: 'scripts' | 'migrations';
  /** Where sessions look for names, where that isn't as usual. */
  readonly searchPath?: string;
}

interface ShadowSourceOptions {
  readonly shadows: PostgresServer;
  readonly signal?: AbortSignal;
  readonly progress?: ProgressListener;
  /** Milliseconds that a statement may take; as long as it will if not given. */
  readonly statementTimeout?: number | undefined;
}

/** Runs SQL on a shadow. What it made is kept as a template, so that the same SQL is run once. */
export async function openShadowSource(input: ShadowInput, options: ShadowSourceOptions): Promise<OpenedSource> {
  const { label, notes } = input;
  const { shadows } = options;
  const scripts = await readScripts(input);
  const make = async (): Promise<ShadowDatabase> => {
    const made = await makeShadow(input, scripts, options);
    if (input.searchPath !== undefined) await setSearchPath(made, input.searchPath);
    return made;
  };
  const shadow = await make();
  const close = (): Promise<void> => shadow.drop();
  try {
    const found = scripts.length === 0 ? nothingKept : await unpack(shadow);
    return {
      label,
      origin: 'shadow',
      version: shadows.version,
      files: scripts.flatMap(({ files }) => files),
      notes: [...shadows.notes, ...notes, ...found.notes],
      connect: () => shadow.connect(),
      clone: async () => {
        const clone = await make();
        if (found.hasSubscriptions) await unpack(clone);
        return clone;
      },
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A file that another includes is no script of its own. */
async function readScripts({ files }: GivenFiles): Promise<readonly ReadScript[]> {
  const read = await Promise.all(files.map(async (file) => ({ file, script: await scriptOf(file) })));
  const included = new Set(read.flatMap(({ script }) => script.included));
  return read.filter(({ file }) => file.path === null || !included.has(file.path)).map(({ script }) => script);
}

/** Of the database: a clone doesn't have the settings of its template. */
async function setSearchPath(shadow: ShadowDatabase, searchPath: string): Promise<void> {
  const client = await shadow.connect();
  try {
    await client.query(`ALTER DATABASE ${escapeIdentifier(shadow.name)} SET search_path = ${searchPath}`);
  } finally {
    await client.end();
  }
}

async function makeShadow(
  input: ShadowInput,
  scripts: readonly ReadScript[],
  { shadows, signal, progress, statementTimeout }: ShadowSourceOptions,
): Promise<ShadowDatabase> {
  if (scripts.length === 0) return shadows.createShadow();
  const { label, as } = input;
  const order = scripts.map(({ script }) => script);
  const keys = keysOf(input, scripts);
  const notes: Finding[] = [];
  const make = (load: (session: LoadSession, done: number) => Promise<void>): Promise<ShadowDatabase> =>
    shadows.createShadow(
      template(
        keys,
        { signal, searchPath: input.searchPath, statementTimeout, onFailure: (found) => notes.push(...found) },
        load,
      ),
    );
  try {
    return await make((session, done) => loadScripts(session, order.slice(done), as, { label, progress }));
  } catch (error) {
    if (as === 'migrations' || !couldBeOrder(error)) throw forWantOf(asProblem(error), notes);
    try {
      return await make((session) => sortOut(session, order, label, progress));
    } catch (sorted) {
      throw forWantOf(asProblem(sorted), notes);
    }
  }
}

/**
 * All that decides what a template holds, and what templates of the first scripts alone do: migrations go on where others
 * end. A newer way to load is another template.
 */
function keysOf({ as }: ShadowInput, scripts: readonly ReadScript[]): readonly string[] {
  const hash = createHash('sha256');
  const keys = scripts.map(({ files }) => {
    hash.update('\0script');
    for (const { text } of files) hash.update(`\0${text}`);
    return `source ${loaderVersion} ${standInsHash()} ${as} ${hash.copy().digest('hex')}`;
  });
  return as === 'migrations' ? keys : keys.slice(-1);
}

const loaderVersion = 3;

function template(
  keys: readonly string[],
  { signal, onFailure, ...options }: LoadSessionOptions & { readonly onFailure: (notes: readonly Finding[]) => void },
  load: (session: LoadSession, done: number) => Promise<void>,
): Extract<ShadowOptions, { key: string }> {
  const build = async (client: Client, from: string | null): Promise<void> => {
    // a statement may take long; the database is dropped with the session that is at work in it
    const abort = (): void => void client.connection.stream.destroy();
    signal?.addEventListener('abort', abort, { once: true });
    const session = new LoadSession(client, { signal, ...options });
    const earlier = from === null ? [] : await readNotes(client);
    try {
      await session.begin();
      if (from !== null) await takeSubscriptionsBack(client);
      await load(session, from === null ? 0 : keys.indexOf(from) + 1);
      await keepNotes(client, distinct(session.notes));
      await putSubscriptionsAside(client);
    } catch (error) {
      signal?.throwIfAborted();
      onFailure([...earlier, ...session.notes]);
      throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  };
  return { key: keys.at(-1) ?? '', build, beginnings: keys.slice(0, -1).reverse() };
}

function distinct(notes: readonly Finding[]): readonly Finding[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

interface Kept {
  readonly notes: readonly Finding[];
  readonly hasSubscriptions: boolean;
}

const nothingKept: Kept = { notes: [], hasSubscriptions: false };

/** Takes out of a clone what its template carries besides the schema. */
async function unpack(shadow: ShadowDatabase): Promise<Kept> {
  const client = await shadow.connect();
  try {
    return { notes: distinct(await readNotes(client)), hasSubscriptions: await bringSubscriptionsBack(client) };
  } finally {
    await client.end();
  }
}
