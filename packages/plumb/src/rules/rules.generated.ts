// Written by scripts/generate-registries.mjs.
import addCheckValidRule from './migration/add-check-valid.ts';
import addColumnVolatileDefaultRule from './migration/add-column-volatile-default.ts';
import addForeignKeyValidRule from './migration/add-foreign-key-valid.ts';
import addPrimaryKeyRule from './migration/add-primary-key.ts';
import addUniqueRule from './migration/add-unique.ts';
import alterTypeRewriteRule from './migration/alter-type-rewrite.ts';
import blocksOthersRule from './migration/blocks-others.ts';
import changeTypeSeenByClientsRule from './migration/change-type-seen-by-clients.ts';
import createIndexBlockingRule from './migration/create-index-blocking.ts';
import deleteOrUpdateWithoutWhereRule from './migration/delete-or-update-without-where.ts';
import dropCascadeDependentsRule from './migration/drop-cascade-dependents.ts';
import dropColumnRule from './migration/drop-column.ts';
import dropConstraintRule from './migration/drop-constraint.ts';
import dropNotNullRule from './migration/drop-not-null.ts';
import dropSchemaRule from './migration/drop-schema.ts';
import dropTableRule from './migration/drop-table.ts';
import renameColumnRule from './migration/rename-column.ts';
import renameEnumValueRule from './migration/rename-enum-value.ts';
import renameSchemaRule from './migration/rename-schema.ts';
import renameTableRule from './migration/rename-table.ts';
import setNotNullScanRule from './migration/set-not-null-scan.ts';
import setSchemaRule from './migration/set-schema.ts';
import truncateCascadeRule from './migration/truncate-cascade.ts';
import truncateRule from './migration/truncate.ts';
import typeNarrowingRule from './migration/type-narrowing.ts';
import limitWithoutOrderRule from './query/limit-without-order.ts';
import notInSubqueryRule from './query/not-in-subquery.ts';
import offsetPaginationRule from './query/offset-pagination.ts';
import orderByRandomRule from './query/order-by-random.ts';
import selectForUpdateWithoutOrderRule from './query/select-for-update-without-order.ts';
import selectStarRule from './query/select-star.ts';
import updateOrDeleteWithoutWhereRule from './query/update-or-delete-without-where.ts';
import type { Rule } from './rule.ts';
import duplicateIndexRule from './schema/duplicate-index.ts';
import foreignKeyWithoutIndexRule from './schema/foreign-key-without-index.ts';
import intKeyOverflowRule from './schema/int-key-overflow.ts';
import invalidIndexLeftRule from './schema/invalid-index-left.ts';
import noPrimaryKeyRule from './schema/no-primary-key.ts';
import notValidConstraintLeftRule from './schema/not-valid-constraint-left.ts';
import redundantIndexRule from './schema/redundant-index.ts';

/** Every rule, those of migrations first. */
export const rules: readonly Rule[] = [
  addCheckValidRule,
  addColumnVolatileDefaultRule,
  addForeignKeyValidRule,
  addPrimaryKeyRule,
  addUniqueRule,
  alterTypeRewriteRule,
  blocksOthersRule,
  changeTypeSeenByClientsRule,
  createIndexBlockingRule,
  deleteOrUpdateWithoutWhereRule,
  dropCascadeDependentsRule,
  dropColumnRule,
  dropConstraintRule,
  dropNotNullRule,
  dropSchemaRule,
  dropTableRule,
  renameColumnRule,
  renameEnumValueRule,
  renameSchemaRule,
  renameTableRule,
  setNotNullScanRule,
  setSchemaRule,
  truncateRule,
  truncateCascadeRule,
  typeNarrowingRule,
  duplicateIndexRule,
  foreignKeyWithoutIndexRule,
  intKeyOverflowRule,
  invalidIndexLeftRule,
  noPrimaryKeyRule,
  notValidConstraintLeftRule,
  redundantIndexRule,
  limitWithoutOrderRule,
  notInSubqueryRule,
  offsetPaginationRule,
  orderByRandomRule,
  selectForUpdateWithoutOrderRule,
  selectStarRule,
  updateOrDeleteWithoutWhereRule,
];
