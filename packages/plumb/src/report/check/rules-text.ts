import type { Severity } from '../../contract/finding.ts';
import { renderDefinitions } from '../definitions.ts';
import type { Look } from '../look.ts';
import { renderProse } from '../prose.ts';

export interface ToldRule {
  readonly id: string;
  readonly group: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly todo: string;
  readonly since: number | null;
  readonly optional: boolean;
  readonly level: Severity | 'off';
  readonly bad: readonly ToldExample[];
  readonly good: readonly ToldExample[];
}

interface ToldExample {
  readonly base?: string;
  readonly sql?: string;
  readonly code?: string;
}

/** Rules with what each is about, group by group. */
export function renderRules(
  groups: readonly { readonly group: string; readonly rules: readonly ToldRule[] }[],
  look: Look,
): string {
  const lists = groups.map(({ group, rules }) => {
    const entries = rules.map(
      ({ id, title, optional, level }) =>
        [id, `${level.padEnd(7)} ${title}${optional && level === 'off' ? ' (off unless asked)' : ''}`] as const,
    );
    return `${look.heading(group)}\n${renderDefinitions(entries, look)}`;
  });
  return [...lists, `${look.code('plumb rules <id>')} explains one.`].join('\n\n');
}

/** All that a rule says of itself. */
export function renderRule(rule: ToldRule, look: Look): string {
  const { id, group, severity, level, title, why, todo, since, optional, bad, good } = rule;
  const facts = [
    group,
    severity,
    ...(since === null ? [] : [`PostgreSQL ${since} and newer`]),
    ...(optional ? ['off unless asked'] : []),
    ...(level === severity ? [] : [`${level} in this project`]),
  ];
  return [
    `${look.heading(title)} ${look.muted(id)}`,
    look.muted(facts.join(', ')),
    '',
    renderProse('why: ', why, look.muted, look),
    renderProse('do: ', todo, look.good, look),
    ...examples('Found', bad, look),
    ...examples('Fine', good, look),
  ].join('\n');
}

function examples(title: string, list: readonly ToldExample[], look: Look): readonly string[] {
  return list.length === 0 ? [] : ['', look.heading(title), list.map((each) => example(each, look)).join('\n\n')];
}

function example({ base, sql, code }: ToldExample, look: Look): string {
  const change = code ?? sql;
  const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
  const before = [
    ...(base === undefined || change === undefined ? [] : [`-- before: ${oneLine(base)}`]),
    ...(sql === undefined || code === undefined ? [] : [`-- the migration: ${oneLine(sql)}`]),
  ];
  return [
    ...before.map((line) => `  ${look.muted(line)}`),
    ...lines(change ?? base ?? '').map((line) => `  ${look.code(line)}`),
  ].join('\n');
}

function lines(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.trim().split('\n');
}
