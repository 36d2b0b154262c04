// Written by scripts/generate-registries.mjs.
import alterTypeRewriteRule from './migration/alter-type-rewrite.ts';
import blocksOthersRule from './migration/blocks-others.ts';
import dropColumnRule from './migration/drop-column.ts';
import dropNotNullRule from './migration/drop-not-null.ts';
import dropSchemaRule from './migration/drop-schema.ts';
import dropTableRule from './migration/drop-table.ts';
import renameColumnRule from './migration/rename-column.ts';
import renameTableRule from './migration/rename-table.ts';
import offsetPaginationRule from './query/offset-pagination.ts';
import type { Rule } from './rule.ts';
import noPrimaryKeyRule from './schema/no-primary-key.ts';

/** Every rule, those of migrations first. */
export const rules: readonly Rule[] = [
  alterTypeRewriteRule,
  blocksOthersRule,
  dropColumnRule,
  dropNotNullRule,
  dropSchemaRule,
  dropTableRule,
  renameColumnRule,
  renameTableRule,
  noPrimaryKeyRule,
  offsetPaginationRule,
];
