import type { Severity } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { nearest } from '../../postgres/connection/nearest.ts';
import { type Levels, severityFor } from '../../rules/levels.ts';
import { rules } from '../../rules/registry.ts';
import { type Example, type Rule, type RuleGroup, ruleGroups } from '../../rules/rule.ts';

/** What a rule says of itself, as plain data. */
export interface KnownRule extends Pick<Rule, 'id' | 'group' | 'severity' | 'title' | 'why' | 'todo'> {
  /** What it looks at. */
  readonly on: Rule['on'];
  /** The first major of PostgreSQL that it holds for; null where it holds for all. */
  readonly since: number | null;
  /** Whether it is looked at only when it is asked for. */
  readonly optional: boolean;
  /** What the project makes of what it finds. */
  readonly level: Severity | 'off';
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

export interface KnownGroup {
  readonly group: RuleGroup;
  readonly rules: readonly KnownRule[];
}

const usual: Levels = { preset: 'recommended', groups: {}, rules: {} };

/** All rules, by group and name. */
export function knownRules(levels: Levels = usual): readonly KnownGroup[] {
  const sorted = rules.map((rule) => knownRule(rule, levels)).sort((one, other) => (one.id < other.id ? -1 : 1));
  return ruleGroups
    .map((group) => ({ group, rules: sorted.filter((rule) => rule.group === group) }))
    .filter((each) => each.rules.length > 0);
}

/** The rule of a name. */
export function ruleNamed(id: string, levels: Levels): KnownRule {
  const found = rules.find((rule) => rule.id === id);
  if (found !== undefined) return knownRule(found, levels);
  const ids = rules.map((rule) => rule.id);
  const near = nearest(id, ids)[0] ?? ids.find((each) => id.length > 1 && each.includes(id));
  throw new Problem('USAGE', `There is no rule ${id}.`, {
    hint: near === undefined ? '`plumb rules` lists them.' : `Did you mean \`plumb rules ${near}\`?`,
  });
}

function knownRule(rule: Rule, levels: Levels): KnownRule {
  const { id, group, severity, title, why, todo, on, since = null, optional = false, bad, good } = rule;
  const level = severityFor(rule, levels);
  return { id, group, on, severity, level, title, why, todo, since, optional, bad, good };
}
