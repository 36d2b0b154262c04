import type { Finding } from '../../contract/finding.ts';
import type { SqlSource } from '../../sql/source.ts';

/** SQL as it was read, and where other files are looked for that it includes. */
export interface GivenFile {
  readonly source: SqlSource;
  /** Null where it doesn't come from a file. */
  readonly path: string | null;
}

export interface GivenFiles {
  readonly files: readonly GivenFile[];
  readonly notes: readonly Finding[];
}

export function leftOut(file: string, message: string, why: string): Finding {
  return {
    id: 'source-file-left-out',
    severity: 'warning',
    title: 'A file was left out',
    message,
    why,
    fix: null,
    location: { file, line: 1, column: 1 },
    objects: [],
    evidence: {},
  };
}
