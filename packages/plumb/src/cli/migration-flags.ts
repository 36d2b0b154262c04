import type { Flags } from './flags.ts';
import { duration, percentage } from './parsers.ts';

/** Which database and which files are meant. */
export const migrationFlags = {
  url: { kind: 'value', brief: 'The database, if it is not the one of the project', placeholder: 'url' },
  migrations: { kind: 'value', brief: 'The folder of the migrations', placeholder: 'folder' },
} as const satisfies Flags;

/** What commands have that change tables which are in use. */
export const lockFlags = {
  lockTimeout: {
    kind: 'value',
    brief: 'How long a statement waits for a lock before it gives way and tries again; 3s if not given',
    placeholder: 'time',
    parse: duration,
  },
} as const satisfies Flags;

/** What commands have that run backfills. */
export const paceFlags = {
  pace: {
    kind: 'value',
    brief: 'How much of its time a backfill works: 50% pauses for as long as it works; 100% if not given',
    placeholder: 'percent',
    parse: percentage,
  },
  maxLag: {
    kind: 'value',
    brief: 'How far replicas may lag behind before a backfill waits for them; 10s if not given',
    placeholder: 'time',
    parse: duration,
  },
} as const satisfies Flags;
