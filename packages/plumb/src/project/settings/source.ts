export type SourceKind = 'flag' | 'environment' | 'config' | 'env-file' | 'service-file' | 'pgpass' | 'default';

/** The place that a setting came from. */
export interface Source {
  readonly kind: SourceKind;
  /** In words: `DATABASE_URL in .env.local`. */
  readonly detail: string;
}

export interface Setting {
  readonly name: string;
  /** Never a password: that is shown as stars. Null when nothing is set and there is no fixed default. */
  readonly value: string | number | null;
  readonly source: Source;
}
