import { z } from 'zod';
import { Problem } from '../contract/problem.ts';
import { nearest } from '../postgres/connection/nearest.ts';
import { type PlumbConfig, postgresMajors } from './config.ts';

const text = z.string({ error: 'must be a text' }).optional();
const folder = z.string({ error: 'must be a text' }).min(1, { error: 'must not be empty' }).optional();
const count = z.int({ error: 'must be a whole number' }).positive({ error: 'must be greater than 0' }).optional();

const schema = z.strictObject({
  database: z
    .strictObject({
      url: text,
      port: z.int({ error: 'must be a port number' }).min(1, portRange()).max(65_535, portRange()).optional(),
    })
    .optional(),
  postgres: z
    .strictObject({
      major: z.literal(postgresMajors, { error: `must be one of ${postgresMajors.join(', ')}` }).optional(),
    })
    .optional(),
  schema: folder,
  migrations: folder,
  seeds: folder,
  shadow: z.strictObject({ idle: count, templates: z.strictObject({ count, bytes: count }).optional() }).optional(),
}) satisfies z.ZodType<PlumbConfig>;

function portRange(): { error: string } {
  return { error: 'must be a port from 1 to 65535' };
}

/** Checks what a configuration file says; tells everything that is wrong with it at once. */
export function checkConfig(value: unknown, file: string): PlumbConfig {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const complaints = result.error.issues.flatMap(complaintsOf);
  const [only] = complaints;
  const message =
    complaints.length === 1 && only !== undefined
      ? `${file}: ${only.what}.`
      : `${file} is not valid:\n${complaints.map(({ what }) => `- ${what}`).join('\n')}`;
  const hints = complaints.flatMap(({ hint }) => (hint === null ? [] : [hint]));
  throw new Problem('CONFIG_INVALID', message, hints.length === 0 ? {} : { hint: hints.join(' ') });
}

interface Complaint {
  readonly what: string;
  readonly hint: string | null;
}

function complaintsOf(issue: z.core.$ZodIssue): Complaint[] {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(place === '' ? key : `${place}.${key}`));
  }
  if (place === '')
    return [{ what: 'it must export an object by default', hint: 'Write: export default defineConfig({ … })' }];
  const what = issue.code === 'invalid_type' && issue.expected === 'object' ? 'must be an object' : issue.message;
  return [{ what: `${place} ${what}`, hint: null }];
}

const keys = [
  'database.url',
  'database.port',
  'postgres.major',
  'schema',
  'migrations',
  'seeds',
  'shadow.idle',
  'shadow.templates.count',
  'shadow.templates.bytes',
];
const groups = ['database', 'postgres', 'shadow', 'shadow.templates'];

function unknownKey(path: string): Complaint {
  const last = path.split('.').at(-1) ?? path;
  const [meant = keys.find((key) => key.endsWith(`.${last}`))] = nearest(path, [...keys, ...groups]);
  return { what: `${path} is not a setting`, hint: meant === undefined ? null : `Did you mean ${meant}?` };
}
