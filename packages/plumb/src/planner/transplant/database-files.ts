import { closeSync, existsSync, ftruncateSync, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { giveToServer } from '../../postgres/embedded/server-user.ts';

export const pageSize = 8192;

/** PostgreSQL keeps a relation in files of 1 GB. */
const segmentPages = 131_072;

/** The files of an embedded server's databases, written past the server: it must not know the pages yet. */
export class DatabaseFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = dataFolder;
  }

  /** Makes a relation that many pages long. Where nothing is written the file has holes, which take no room on the disk. */
  extend(relation: string, pages: number): void {
    const path = join(this.#folder, relation);
    for (let left = pages, segment = 0; left > 0; left -= segmentPages, segment++) {
      const file = segment === 0 ? path : `${path}.${segment}`;
      const bytes = Math.min(left, segmentPages) * pageSize;
      if (existsSync(file)) truncateSync(file, bytes);
      else create(file, bytes);
    }
  }

  firstFileBytes(relation: string): number {
    return statSync(join(this.#folder, relation)).size;
  }

  /** Makes a relation look empty: its further files are seen again when the first has its full length. */
  cut(relation: string): void {
    truncateSync(join(this.#folder, relation), 0);
  }

  /** Undoes a cut. */
  restore(relation: string, bytes: number): void {
    truncateSync(join(this.#folder, relation), bytes);
  }

  readPage(relation: string, page: number): Buffer {
    const buffer = Buffer.alloc(pageSize);
    const file = openSync(join(this.#folder, relation), 'r');
    try {
      readSync(file, buffer, 0, pageSize, page * pageSize);
      return buffer;
    } finally {
      closeSync(file);
    }
  }

  writePages(relation: string, first: number, pages: readonly Buffer[]): void {
    const path = join(this.#folder, relation);
    if (!existsSync(path)) create(path, 0);
    const file = openSync(path, 'r+');
    try {
      writeSync(file, Buffer.concat(pages), 0, pages.length * pageSize, first * pageSize);
    } finally {
      closeSync(file);
    }
  }
}

/** A file of another user would be no file to the server. */
function create(file: string, bytes: number): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    ftruncateSync(descriptor, bytes);
  } finally {
    closeSync(descriptor);
  }
  giveToServer(file);
}
