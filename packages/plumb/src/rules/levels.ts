import type { Finding, Severity } from '../contract/finding.ts';
import { type Level, type Preset, presets } from './presets.ts';
import { rules as all } from './registry.ts';
import type { Rule, RuleGroup } from './rule.ts';

/** Which rules a project wants: its preset, its levels of groups, and those of single rules, which go before them. */
export interface Levels {
  readonly preset: Preset;
  readonly groups: Readonly<Partial<Record<RuleGroup, Level | undefined>>>;
  readonly rules: Readonly<Partial<Record<string, Level | undefined>>>;
}

function levelOf({ id, group, optional }: Rule, { preset, groups, rules }: Levels): Level {
  const { level, also } = presets[preset];
  const usual = optional === true && !also ? 'off' : (level[id] ?? 'on');
  // a group that is on has its optional rules on, too
  return rules[id] ?? groups[group] ?? usual;
}

/** What a project makes of a rule's findings whose size isn't known. */
export function severityFor(rule: Rule, levels: Levels): Severity | 'off' {
  const level = levelOf(rule, levels);
  return level === 'on' ? raised(rule.severity, levels) : level;
}

/** The rules to ask. One that is off is asked, too, unless it is a matter of taste: where it speaks, it speaks for lesser ones. */
export function askedRules<R extends Rule>(rules: readonly R[], levels: Levels): readonly R[] {
  return rules.filter((rule) => rule.optional !== true || levelOf(rule, levels) !== 'off');
}

/** Findings as the project takes them. */
export function atLevels(findings: readonly Finding[], levels: Levels): readonly Finding[] {
  return findings.flatMap((finding) => {
    const rule = byId.get(finding.id);
    if (rule === undefined) return [finding];
    const level = levelOf(rule, levels);
    if (level === 'off') return [];
    return [{ ...finding, severity: level === 'on' ? raised(finding.severity, levels) : level }];
  });
}

function raised(severity: Severity, { preset }: Levels): Severity {
  return presets[preset].raises && severity === 'warning' ? 'error' : severity;
}

const byId: ReadonlyMap<string, Rule> = new Map(all.map((rule) => [rule.id, rule]));
