import { z } from 'zod';
import { Problem } from '../contract/problem.ts';
import { nearest } from '../postgres/connection/nearest.ts';
import { levels, presetNames } from '../rules/presets.ts';
import { ruleGroups } from '../rules/rule.ts';
import { ruleIds } from '../rules/rule-ids.generated.ts';
import { type PlumbConfig, postgresMajors } from './config.ts';

const text = z.string({ error: 'must be a text' }).optional();
const folder = z.string({ error: 'must be a text' }).min(1, { error: 'must not be empty' }).optional();
const count = z.int({ error: 'must be a whole number' }).positive({ error: 'must be greater than 0' }).optional();

const level = z.enum(levels, { error: `must be one of ${levels.join(', ')}` }).optional();
const preset = z.enum(presetNames, { error: `must be one of ${presetNames.join(', ')}` }).optional();

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
  check: z
    .strictObject({ preset, groups: strictRecord(ruleGroups, level), rules: strictRecord(ruleIds, level) })
    .optional(),
  shadow: z
    .strictObject({ url: text, idle: count, templates: z.strictObject({ count, bytes: count }).optional() })
    .optional(),
}) satisfies z.ZodType<PlumbConfig>;

function strictRecord<Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) {
  return z.partialRecord(z.enum(keys), value).optional();
}

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
    return issue.keys.map((key) => unknownKey(place, key));
  }
  if (place === '')
    return [{ what: 'it must export an object by default', hint: 'Write: export default defineConfig({ … })' }];
  const what =
    issue.code === 'invalid_type' && ['object', 'record'].includes(issue.expected)
      ? 'must be an object'
      : issue.message;
  return [{ what: `${place} ${what}`, hint: null }];
}

const keys = [
  'database.url',
  'database.port',
  'postgres.major',
  'schema',
  'migrations',
  'seeds',
  'check.preset',
  'check.groups',
  'check.rules',
  'shadow.url',
  'shadow.idle',
  'shadow.templates.count',
  'shadow.templates.bytes',
];
const groups = ['database', 'postgres', 'check', 'shadow', 'shadow.templates'];

/** Settings whose keys are names out of a list. */
const named: Readonly<Record<string, { readonly what: string; readonly names: readonly string[] }>> = {
  'check.rules': { what: 'rule', names: ruleIds },
  'check.groups': { what: 'group of rules', names: ruleGroups },
};

function unknownKey(place: string, key: string): Complaint {
  const list = named[place];
  if (list !== undefined) return unknownName(place, key, list);
  const path = place === '' ? key : `${place}.${key}`;
  const [meant = keys.find((known) => known.endsWith(`.${key}`))] = nearest(path, [...keys, ...groups]);
  return { what: `${path} is not a setting`, hint: meant === undefined ? null : `Did you mean ${meant}?` };
}

function unknownName(place: string, key: string, { what, names }: (typeof named)[string]): Complaint {
  const [meant = names.find((name) => key.length > 3 && name.includes(key))] = nearest(key, names);
  const hint = meant === undefined ? '`plumb rules` lists them.' : `Did you mean ${meant}?`;
  return { what: `${place} has ${key}, and there is no such ${what}`, hint };
}
