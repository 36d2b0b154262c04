import type { OpenedSource } from '../opened-source.ts';
import type { SchemaSource } from '../schema-source.ts';
import { openUrlSource } from './open-url-source.ts';

/** Databases by URL that were opened to see what they are, until somebody takes them. */
export class OpenedUrls implements AsyncDisposable {
  readonly #opened = new Map<SchemaSource, OpenedSource>();

  /** Opens those among sources that are databases by URL, at the same time. */
  static async open(sources: readonly SchemaSource[], signal: AbortSignal | undefined): Promise<OpenedUrls> {
    const urls = new OpenedUrls();
    const opening = sources.map(async (source) => {
      if (source.type === 'url') urls.#opened.set(source, await openUrlSource(source.settings, signal));
    });
    const failed = (await Promise.allSettled(opening)).find((each) => each.status === 'rejected');
    if (failed === undefined) return urls;
    await urls.close();
    throw failed.reason;
  }

  /** The major versions of their servers. */
  majors(): readonly number[] {
    return [...this.#opened.values()].map(({ version }) => version.major);
  }

  /** Whoever takes one closes it. */
  take(source: SchemaSource): OpenedSource | null {
    const opened = this.#opened.get(source) ?? null;
    this.#opened.delete(source);
    return opened;
  }

  async close(): Promise<void> {
    for (const opened of this.#opened.values()) await opened.close();
    this.#opened.clear();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
