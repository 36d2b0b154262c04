// Written by scripts/generate-registries.mjs.
import addCheckValidRule from './migration/add-check-valid.ts';
import addColumnVolatileDefaultRule from './migration/add-column-volatile-default.ts';
import addForeignKeyValidRule from './migration/add-foreign-key-valid.ts';
import addPrimaryKeyRule from './migration/add-primary-key.ts';
import addUniqueRule from './migration/add-unique.ts';
import alterTypeRecheckRule from './migration/alter-type-recheck.ts';
import alterTypeReindexRule from './migration/alter-type-reindex.ts';
import alterTypeRewriteRule from './migration/alter-type-rewrite.ts';
import blocksOthersRule from './migration/blocks-others.ts';
import changeTypeSeenByClientsRule from './migration/change-type-seen-by-clients.ts';
import clusterRule from './migration/cluster.ts';
import concurrentlyInTransactionRule from './migration/concurrently-in-transaction.ts';
import createIndexBlockingRule from './migration/create-index-blocking.ts';
import dataDependentFailureRule from './migration/data-dependent-failure.ts';
import deleteOrUpdateWithoutWhereRule from './migration/delete-or-update-without-where.ts';
import dropCascadeDependentsRule from './migration/drop-cascade-dependents.ts';
import dropColumnRule from './migration/drop-column.ts';
import dropConstraintRule from './migration/drop-constraint.ts';
import dropIndexBlockingRule from './migration/drop-index-blocking.ts';
import dropNotNullRule from './migration/drop-not-null.ts';
import dropSchemaRule from './migration/drop-schema.ts';
import dropTableRule from './migration/drop-table.ts';
import enumValueRemovalRule from './migration/enum-value-removal.ts';
import enumValueUsedInSameTransactionRule from './migration/enum-value-used-in-same-transaction.ts';
import mixedTransactionModesRule from './migration/mixed-transaction-modes.ts';
import reindexBlockingRule from './migration/reindex-blocking.ts';
import renameColumnRule from './migration/rename-column.ts';
import renameEnumValueRule from './migration/rename-enum-value.ts';
import renameSchemaRule from './migration/rename-schema.ts';
import renameTableRule from './migration/rename-table.ts';
import renameWrittenAsDropAndAddRule from './migration/rename-written-as-drop-and-add.ts';
import setNotNullScanRule from './migration/set-not-null-scan.ts';
import setSchemaRule from './migration/set-schema.ts';
import truncateCascadeRule from './migration/truncate-cascade.ts';
import truncateRule from './migration/truncate.ts';
import typeNarrowingRule from './migration/type-narrowing.ts';
import vacuumFullRule from './migration/vacuum-full.ts';
import validateInSameTransactionRule from './migration/validate-in-same-transaction.ts';
import limitWithoutOrderRule from './query/limit-without-order.ts';
import notInSubqueryRule from './query/not-in-subquery.ts';
import offsetPaginationRule from './query/offset-pagination.ts';
import orderByRandomRule from './query/order-by-random.ts';
import selectForUpdateWithoutOrderRule from './query/select-for-update-without-order.ts';
import selectStarRule from './query/select-star.ts';
import updateOrDeleteWithoutWhereRule from './query/update-or-delete-without-where.ts';
import type { Rule } from './rule.ts';
import charNRule from './schema/char-n.ts';
import duplicateForeignKeyRule from './schema/duplicate-foreign-key.ts';
import duplicateIndexRule from './schema/duplicate-index.ts';
import floatsForMoneyRule from './schema/floats-for-money.ts';
import foreignKeyTypeMismatchRule from './schema/foreign-key-type-mismatch.ts';
import foreignKeyWithoutIndexRule from './schema/foreign-key-without-index.ts';
import intKeyOverflowRule from './schema/int-key-overflow.ts';
import invalidIndexLeftRule from './schema/invalid-index-left.ts';
import jsonOverJsonbRule from './schema/json-over-jsonb.ts';
import missingOnDeleteRule from './schema/missing-on-delete.ts';
import moneyRule from './schema/money.ts';
import noPrimaryKeyRule from './schema/no-primary-key.ts';
import notValidConstraintLeftRule from './schema/not-valid-constraint-left.ts';
import redundantIndexRule from './schema/redundant-index.ts';
import serialOverIdentityRule from './schema/serial-over-identity.ts';
import timestampWithoutZoneRule from './schema/timestamp-without-zone.ts';
import varcharNRule from './schema/varchar-n.ts';

/** Every rule, those of migrations first. */
export const rules: readonly Rule[] = [
  addCheckValidRule,
  addColumnVolatileDefaultRule,
  addForeignKeyValidRule,
  addPrimaryKeyRule,
  addUniqueRule,
  alterTypeRecheckRule,
  alterTypeReindexRule,
  alterTypeRewriteRule,
  blocksOthersRule,
  changeTypeSeenByClientsRule,
  clusterRule,
  concurrentlyInTransactionRule,
  createIndexBlockingRule,
  dataDependentFailureRule,
  deleteOrUpdateWithoutWhereRule,
  dropCascadeDependentsRule,
  dropColumnRule,
  dropConstraintRule,
  dropIndexBlockingRule,
  dropNotNullRule,
  dropSchemaRule,
  dropTableRule,
  enumValueRemovalRule,
  enumValueUsedInSameTransactionRule,
  mixedTransactionModesRule,
  reindexBlockingRule,
  renameColumnRule,
  renameEnumValueRule,
  renameSchemaRule,
  renameTableRule,
  renameWrittenAsDropAndAddRule,
  setNotNullScanRule,
  setSchemaRule,
  truncateRule,
  truncateCascadeRule,
  typeNarrowingRule,
  vacuumFullRule,
  validateInSameTransactionRule,
  charNRule,
  duplicateForeignKeyRule,
  duplicateIndexRule,
  floatsForMoneyRule,
  foreignKeyTypeMismatchRule,
  foreignKeyWithoutIndexRule,
  intKeyOverflowRule,
  invalidIndexLeftRule,
  jsonOverJsonbRule,
  missingOnDeleteRule,
  moneyRule,
  noPrimaryKeyRule,
  notValidConstraintLeftRule,
  redundantIndexRule,
  serialOverIdentityRule,
  timestampWithoutZoneRule,
  varcharNRule,
  limitWithoutOrderRule,
  notInSubqueryRule,
  offsetPaginationRule,
  orderByRandomRule,
  selectForUpdateWithoutOrderRule,
  selectStarRule,
  updateOrDeleteWithoutWhereRule,
];
