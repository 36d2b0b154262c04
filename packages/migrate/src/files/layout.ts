import type { Section } from '../contract/migration.ts';
import type { MarkedFormat } from './marks/mark.ts';

/** The tools whose folders are understood; `plain` is one SQL file per migration without marks. */
export type MigrationFormat =
  | MarkedFormat
  | 'golang-migrate'
  | 'prisma'
  | 'drizzle'
  | 'supabase'
  | 'flyway'
  | 'sqitch'
  | 'hasura'
  | 'diesel'
  | 'plain';

/** The files of one migration, as paths in their folder. */
export interface MigrationFiles {
  readonly version: string;
  readonly up: string;
  readonly down: string | null;
  /** How the tool runs them; `told`: marks in the file may say so, and where its way down begins. */
  readonly mode: Exclude<Section['mode'], 'backfill'> | 'told' | 'as-statements-need';
  /** Whether it is applied again when it changes. */
  readonly repeatable: boolean;
}

/** What a folder's files are, in the order in which they are applied. */
export interface Layout {
  readonly format: MigrationFormat;
  readonly migrations: readonly MigrationFiles[];
}

/** A folder, as formats look at it. */
export interface FolderListing {
  readonly path: string;
  /** As it was named. */
  readonly shown: string;
  /** Paths in it of all files, sorted. */
  readonly names: readonly string[];
  read(name: string): Promise<string>;
}

/** Null where the folder isn't laid out like this. */
export type LayoutReader = (folder: FolderListing) => Promise<Layout | null> | Layout | null;

export function isSql(name: string): boolean {
  return /\.sql$/i.test(name);
}

export function withoutExtension(name: string): string {
  return name.replace(/\.sql$/i, '');
}
