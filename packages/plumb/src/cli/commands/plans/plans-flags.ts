import type { Flags } from '../../flags.ts';

/** What is planned, and where it is kept. */
export const plansFlags = {
  file: {
    kind: 'values',
    brief: 'A file with queries; all of the project’s code without any',
    placeholder: 'path',
    short: 'f',
  },
  profile: { kind: 'value', brief: 'What plumb profile capture wrote; profile.json if not given', placeholder: 'file' },
  schema: { kind: 'value', brief: "The schema to plan on; the profile's own if not given", placeholder: 'source' },
  role: {
    kind: 'value',
    brief: 'Plan as this role of the profile: with its settings, and the policies that apply to it',
    placeholder: 'name',
  },
  out: { kind: 'value', brief: 'The file of the plans; plans.json if not given', placeholder: 'file' },
} as const satisfies Flags;
