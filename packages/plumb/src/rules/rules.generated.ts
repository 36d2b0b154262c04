// Written by scripts/generate-registries.mjs.
import alterTypeRewriteRule from './migration/alter-type-rewrite.ts';
import blocksOthersRule from './migration/blocks-others.ts';
import offsetPaginationRule from './query/offset-pagination.ts';
import type { Rule } from './rule.ts';
import noPrimaryKeyRule from './schema/no-primary-key.ts';

/** Every rule, those of migrations first. */
export const rules: readonly Rule[] = [alterTypeRewriteRule, blocksOthersRule, noPrimaryKeyRule, offsetPaginationRule];
