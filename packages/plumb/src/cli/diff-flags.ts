import type { Flags } from './flags.ts';
import { wholeNumber } from './parsers.ts';
import { shadowFlag } from './shadow-flag.ts';

/** How a difference is planned: the same for whoever prints the plan and whoever writes it down. */
export const diffFlags = {
  rename: {
    kind: 'values',
    brief: 'What was renamed, as old=new; none when nothing was',
    placeholder: 'old=new',
  },
  allow: { kind: 'values', brief: 'What the migration may do: data-loss', placeholder: 'what' },
  major: { kind: 'value', brief: "PostgreSQL's major version", placeholder: 'number', parse: wholeNumber(1) },
  ...shadowFlag,
  plain: { kind: 'yes', brief: 'Take the short forms, which may stop a running application' },
  stepwise: { kind: 'yes', brief: 'Change tables in steps where one statement would keep them locked' },
  sizes: {
    kind: 'value',
    brief: 'The server that says which tables are so large that they are changed stepwise',
    placeholder: 'url',
  },
  keepDropped: { kind: 'yes', brief: 'Keep dropped tables and columns aside, under other names' },
} as const satisfies Flags;
