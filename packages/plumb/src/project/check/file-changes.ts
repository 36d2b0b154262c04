import { EventEmitter, once } from 'node:events';
import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isCode } from './is-code.ts';

/** Milliseconds without a change after which a change counts as done: editors write in several steps. */
const quiet = 100;

/** Tells when files change, also of what changed while nobody asked. */
export class FileChanges {
  readonly #watchers: FSWatcher[] = [];
  readonly #events = new EventEmitter();
  #changed = false;

  constructor(places: readonly string[]) {
    for (const place of places) this.#watch(place);
  }

  /** Resolves when something has changed since the last time; rejects with the signal's reason. */
  async next(signal: AbortSignal): Promise<void> {
    try {
      if (!this.#changed) await once(this.#events, 'change', { signal });
      while (this.#changed) {
        this.#changed = false;
        await setTimeout(quiet, undefined, { signal });
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }

  /** A folder with all in it; of a file its folder, since editors put another file in its place. */
  #watch(place: string): void {
    const isFolder = statSync(place).isDirectory();
    const watcher = watch(isFolder ? place : dirname(place), { recursive: isFolder }, (_event, name) => {
      if (name !== null && !(isFolder ? isOfInterest(name) : name === basename(place))) return;
      this.#changed = true;
      this.#events.emit('change');
    });
    // a folder that is removed can't be watched any more, which is no reason to end
    watcher.on('error', () => watcher.close());
    this.#watchers.push(watcher);
  }
}

/** SQL, code, and what may be a folder with some. */
function isOfInterest(name: string): boolean {
  const parts = name.split(/[\\/]/);
  const isHidden = parts.some((part) => part.startsWith('.') || part === 'node_modules');
  return !isHidden && (/^\.sql$/i.test(extname(name)) || extname(name) === '' || isCode(name));
}
