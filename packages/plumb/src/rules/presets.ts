import type { RuleId } from './rule-ids.generated.ts';

/** How a project takes what a rule finds: not at all, as the rule itself says, or as it says here. */
export const levels = ['off', 'on', 'info', 'warning', 'error'] as const;

export type Level = (typeof levels)[number];

export const presetNames = ['recommended', 'strict', 'supabase'] as const;

export type Preset = (typeof presetNames)[number];

interface PresetFacts {
  /** Whether matters of taste are looked at. */
  readonly also: boolean;
  /** Whether warnings count as errors. */
  readonly raises: boolean;
  readonly level: Readonly<Partial<Record<string, Level>>>;
}

/** What every caller of a Supabase project reaches over its API is safe only by these. */
const guardsOfSupabase: Readonly<Partial<Record<RuleId, Level>>> = {
  'rls-disabled-on-exposed-table': 'error',
  'policy-without-rls': 'error',
  'policy-calls-auth-per-row': 'error',
  'policy-trusts-user-metadata': 'error',
  'security-definer-view': 'error',
  'definer-function-without-search-path': 'error',
  'materialized-view-exposed': 'error',
  'foreign-table-exposed': 'error',
  'sensitive-column-exposed': 'error',
  // Supabase's migrations have no way back
  'missing-down': 'off',
};

export const presets: Readonly<Record<Preset, PresetFacts>> = {
  recommended: { also: false, raises: false, level: {} },
  strict: { also: true, raises: true, level: {} },
  supabase: { also: false, raises: false, level: guardsOfSupabase },
};
