import type { Client } from 'pg';

/** An empty database, or one that is cloned from a template. */
export type ShadowOptions = EmptyShadow | TemplateShadow;

export interface EmptyShadow {
  readonly key?: never;
  readonly build?: never;
}

export interface TemplateShadow {
  /** All that the template is made from (such as the text of the SQL that `build` runs): it names the template. */
  readonly key: string;
  /**
   * Fills the template; runs once for each key, whoever asks first. The client is connected to the new database, which is
   * empty, or holds what the template of the key `from` does.
   */
  readonly build: (client: Client, from: string | null) => Promise<void>;
  /** Keys of templates that hold a beginning of this one: the first that is there is gone on with. */
  readonly beginnings?: readonly string[];
}

/** An isolated database that is dropped when it is disposed of, or when the process that made it is gone. */
export interface ShadowDatabase extends AsyncDisposable {
  readonly name: string;
  /** For another client, such as an ORM; holds a password. */
  readonly url: string;
  connect(): Promise<Client>;
  drop(): Promise<void>;
}

/** How many templates are kept, and how large they may be together. */
export interface TemplateLimits {
  readonly count: number;
  readonly bytes: number;
}

export const defaultTemplateLimits: TemplateLimits = { count: 100, bytes: 4_000_000_000 };
