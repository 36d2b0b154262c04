import type { Levels } from '../../rules/levels.ts';
import type { PlumbConfig } from '../config.ts';
import type { Setting, Source } from './source.ts';

/** How a project takes what rules find. */
export function resolveLevels(
  { check = {} }: PlumbConfig,
  inConfig: (key: string) => Source,
): { readonly levels: Levels; readonly settings: readonly Setting[] } {
  const { preset, groups = {}, rules = {} } = check;
  const each = (key: string, levels: Readonly<Record<string, string | undefined>>): readonly Setting[] =>
    Object.entries(levels).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [{ name: `check.${key}.${name}`, value, source: inConfig(`check.${key}`) }];
    });
  const usual = { kind: 'default', detail: 'what hardly anybody wants to miss' } as const;
  return {
    levels: { preset: preset ?? 'recommended', groups, rules },
    settings: [
      {
        name: 'check.preset',
        value: preset ?? 'recommended',
        source: preset === undefined ? usual : inConfig('check.preset'),
      },
      ...each('groups', groups),
      ...each('rules', rules),
    ],
  };
}
