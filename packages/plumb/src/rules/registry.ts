import type { MigrationRule, QueryRule, Rule, SchemaRule } from './rule.ts';
import { rules as all } from './rules.generated.ts';

export const rules: readonly Rule[] = all;

export const migrationRules: readonly MigrationRule[] = all.filter((rule) => rule.on === 'migration');
export const schemaRules: readonly SchemaRule[] = all.filter((rule) => rule.on === 'schema');
export const queryRules: readonly QueryRule[] = all.filter((rule) => rule.on === 'query');
