import type { ProgressListener } from '../../contract/progress.ts';
import { SqlProblem } from '../../sql/sql-problem.ts';
import { type LoadSession, Refused } from '../load/load-session.ts';
import { type Script, standsAlone } from '../load/piece.ts';
import { type Entry, faultOf, readEntries } from './entry.ts';
import { EntryIndex } from './entry-index.ts';
import { splitReferences } from './split-references.ts';
import { namesInMessage } from './statement-names.ts';
import { stuckProblem } from './stuck-problem.ts';

/** What no other order can mend. */
const forGood: readonly string[] = ['42601', '42P07', '42P06', '42710', '42723', '42701'];

const insufficientPrivilege = '42501';

/** Statements that travel together as long as none of them fails. */
const mostInBatch = 40;

/**
 * Loads scripts whose statements stand in the wrong order. Each is tried in its turn; what the server says is missing is
 * looked for in the statements that are still to come and run first. Where statements need each other, references between
 * tables are added afterwards, and bodies of functions are checked afterwards.
 */
export async function sortOut(
  session: LoadSession,
  scripts: readonly Script[],
  label: string,
  progress: ProgressListener | undefined,
): Promise<void> {
  const entries = await readEntries(scripts);
  await new Sorting(session, entries, () => {
    const done = entries.filter(({ state }) => state === 'done').length;
    progress?.({ message: `Sorting ${label}`, done, total: entries.length });
  }).run();
  await session.renew();
}

class Sorting {
  readonly #session: LoadSession;
  readonly #entries: Entry[];
  readonly #index: EntryIndex;
  readonly #tell: () => void;
  /** Functions whose bodies are checked once all else is there. */
  readonly #unchecked: Entry[] = [];
  /** Null while it isn't known. */
  #context: readonly string[] | null = [];
  #done = 0;

  constructor(session: LoadSession, entries: Entry[], tell: () => void) {
    this.#session = session;
    this.#entries = entries;
    this.#index = new EntryIndex(entries);
    this.#tell = tell;
  }

  async run(): Promise<void> {
    await this.#inOrder(this.#entries.filter((entry) => !isGrant(entry)));
    await this.#untilNothingMoves();
    // GRANT … ON ALL TABLES means all that the scripts make
    await this.#inOrder(this.#entries.filter(isGrant));
    await this.#untilNothingMoves();
    if (this.#waiting.length > 0) throw stuckProblem(this.#waiting);
    await this.#checkFunctions();
  }

  /** Of all scripts in their order. */
  get #waiting(): readonly Entry[] {
    return this.#entries.filter(({ state }) => state === 'waiting');
  }

  async #inOrder(entries: readonly Entry[]): Promise<void> {
    for (let index = 0; index < entries.length; index += mostInBatch) {
      const batch = entries.slice(index, index + mostInBatch).filter(({ state }) => state === 'waiting');
      if (!(await this.#together(batch))) for (const entry of batch) await this.#attempt(entry);
      this.#tell();
    }
  }

  async #together(entries: readonly Entry[]): Promise<boolean> {
    const [first] = entries;
    if (first === undefined) return true;
    const alike = entries.every(({ piece, context }) => !standsAlone(piece) && isSame(context, first.context));
    if (!alike) return false;
    try {
      await this.#setContext(first.context);
      await this.#session.run(entries.map(({ piece }) => piece));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return false;
    }
    for (const entry of entries) this.#finish(entry);
    return true;
  }

  #finish(entry: Entry): void {
    entry.state = 'done';
    this.#done += 1;
  }

  /** Runs a statement, and before it what it needs; not again as long as nothing else was done. */
  async #attempt(entry: Entry): Promise<void> {
    if (entry.state !== 'waiting' || entry.refusedAt === this.#done) return;
    entry.state = 'running';
    do {
      entry.refused = await this.#try(entry);
      if (entry.refused === null) return this.#finish(entry);
      entry.refusedAt = this.#done;
    } while (await this.#bringWhatIsMissing(entry.refused));
    entry.state = 'waiting';
  }

  async #try(entry: Entry): Promise<Refused | null> {
    try {
      await this.#setContext(entry.context);
      await this.#session.run([entry.piece]);
      return null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (forGood.includes(error.error.code ?? '')) throw new SqlProblem([faultOf(entry, error)]);
      return error;
    }
  }

  /** Whether anything came that could help. */
  async #bringWhatIsMissing({ error }: Refused): Promise<boolean> {
    const names = namesInMessage(`${error.message} ${error.detail ?? ''}`);
    if (error.code === insufficientPrivilege && (await this.#bring(this.#waiting.filter(isGrant)))) return true;
    const makers = this.#index.makersOf(names);
    if (await this.#bring(makers)) return true;
    if (await this.#bring(this.#index.touching(names))) return true;
    return makers.length === 0 && (await this.#bring(this.#index.unnamedMakers()));
  }

  async #bring(wanted: readonly Entry[]): Promise<boolean> {
    let came = false;
    for (const entry of wanted) {
      for (const before of this.#index.belongingBefore(entry)) await this.#attempt(before);
      await this.#attempt(entry);
      came ||= entry.state === 'done';
    }
    return came;
  }

  async #untilNothingMoves(): Promise<void> {
    for (;;) {
      const before = this.#waiting.length;
      for (const entry of this.#waiting) await this.#attempt(entry);
      this.#tell();
      if (this.#waiting.length === before && !this.#loosen()) return;
    }
  }

  /** Takes out of the statements that wait what can be added later; false where there is nothing more. */
  #loosen(): boolean {
    for (const entry of this.#waiting) {
      if (entry.refused === null) continue;
      const added = splitReferences(entry);
      this.#entries.push(...added);
      entry.refusedAt = null;
      if (added.length > 0) return true;
    }
    const routine = this.#waiting.find(
      (entry) => entry.refused !== null && makesRoutine(entry) && !this.#unchecked.includes(entry),
    );
    if (routine === undefined) return false;
    routine.context = [...routine.context, 'SET check_function_bodies = off'];
    routine.refusedAt = null;
    this.#unchecked.push(routine);
    return true;
  }

  async #checkFunctions(): Promise<void> {
    for (const entry of this.#unchecked) {
      const { piece, context } = entry;
      const text = piece.text.replace(/^create\s+(?!or\s)/i, 'CREATE OR REPLACE ');
      const refused = await this.#try({ ...entry, piece: { ...piece, text }, context: context.slice(0, -1) });
      if (refused === null) continue;
      const { error } = refused;
      if (error.position !== undefined)
        error.position = String(Number(error.position) - text.length + piece.text.length);
      throw new SqlProblem([new Refused(piece, error).placed]);
    }
  }

  async #setContext(context: readonly string[]): Promise<void> {
    if (this.#context !== null && isSame(context, this.#context)) return;
    this.#context = null;
    await this.#session.query('RESET ALL; RESET SESSION AUTHORIZATION');
    for (const text of context) {
      await this.#session.run([{ source: { name: 'session settings', text }, start: 0, text, rows: null }]);
    }
    this.#context = context;
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((text, index) => text === other[index]));
}

function isGrant({ tree }: Entry): boolean {
  return tree !== null && 'GrantStmt' in tree;
}

function makesRoutine({ tree }: Entry): boolean {
  return tree !== null && 'CreateFunctionStmt' in tree;
}
