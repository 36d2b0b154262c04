// Written by scripts/generate-registries.mjs.
import columnOrTableUsedByCodeRule from './code/column-or-table-used-by-code.ts';
import invalidQueryRule from './code/invalid-query.ts';
import queryInLoopRule from './code/query-in-loop.ts';
import severalWritesWithoutTransactionRule from './code/several-writes-without-transaction.ts';
import stringConcatenationRule from './code/string-concatenation.ts';
import addCheckValidRule from './migration/add-check-valid.ts';
import addColumnInlineCheckRule from './migration/add-column-inline-check.ts';
import addColumnInlineUniqueRule from './migration/add-column-inline-unique.ts';
import addColumnOfConstrainedDomainRule from './migration/add-column-of-constrained-domain.ts';
import addColumnReferencesWithDefaultRule from './migration/add-column-references-with-default.ts';
import addColumnVolatileDefaultRule from './migration/add-column-volatile-default.ts';
import addExclusionRule from './migration/add-exclusion.ts';
import addForeignKeyValidRule from './migration/add-foreign-key-valid.ts';
import addPrimaryKeyRule from './migration/add-primary-key.ts';
import addRequiredColumnRule from './migration/add-required-column.ts';
import addSerialOrIdentityColumnRule from './migration/add-serial-or-identity-column.ts';
import addStoredGeneratedColumnRule from './migration/add-stored-generated-column.ts';
import addUniqueRule from './migration/add-unique.ts';
import alterConstraintEnforcedRule from './migration/alter-constraint-enforced.ts';
import alterReferencedKeyTypeRule from './migration/alter-referenced-key-type.ts';
import alterTypeBlockedByViewRule from './migration/alter-type-blocked-by-view.ts';
import alterTypeRecheckRule from './migration/alter-type-recheck.ts';
import alterTypeReindexRule from './migration/alter-type-reindex.ts';
import alterTypeRewriteRule from './migration/alter-type-rewrite.ts';
import attachBuildsIndexRule from './migration/attach-builds-index.ts';
import attachPartitionScanRule from './migration/attach-partition-scan.ts';
import attachScansDefaultRule from './migration/attach-scans-default.ts';
import blocksOthersRule from './migration/blocks-others.ts';
import cachedPlanResultChangeRule from './migration/cached-plan-result-change.ts';
import changeTypeSeenByClientsRule from './migration/change-type-seen-by-clients.ts';
import clusterRule from './migration/cluster.ts';
import concurrentlyInTransactionRule from './migration/concurrently-in-transaction.ts';
import concurrentlyOnPartitionedRule from './migration/concurrently-on-partitioned.ts';
import createIndexBlockingRule from './migration/create-index-blocking.ts';
import createPartitionOfRule from './migration/create-partition-of.ts';
import dataDependentFailureRule from './migration/data-dependent-failure.ts';
import ddlInDoBlockOrFunctionRule from './migration/ddl-in-do-block-or-function.ts';
import deleteOrUpdateWithoutWhereRule from './migration/delete-or-update-without-where.ts';
import detachBlockingRule from './migration/detach-blocking.ts';
import domainAddConstraintRule from './migration/domain-add-constraint.ts';
import dropCascadeDependentsRule from './migration/drop-cascade-dependents.ts';
import dropChildLocksParentRule from './migration/drop-child-locks-parent.ts';
import dropColumnRule from './migration/drop-column.ts';
import dropConstraintRule from './migration/drop-constraint.ts';
import dropForeignKeyLocksParentRule from './migration/drop-foreign-key-locks-parent.ts';
import dropIndexBlockingRule from './migration/drop-index-blocking.ts';
import dropNotNullRule from './migration/drop-not-null.ts';
import dropSchemaRule from './migration/drop-schema.ts';
import dropTableRule from './migration/drop-table.ts';
import dropTypeCascadeRule from './migration/drop-type-cascade.ts';
import enumValueRemovalRule from './migration/enum-value-removal.ts';
import enumValueUsedInSameTransactionRule from './migration/enum-value-used-in-same-transaction.ts';
import foreignKeyInCreateTableRule from './migration/foreign-key-in-create-table.ts';
import invalidIndexKeptRule from './migration/invalid-index-kept.ts';
import irreversibleDownRule from './migration/irreversible-down.ts';
import lockTimeoutMissingRule from './migration/lock-timeout-missing.ts';
import lockTimeoutTooLongRule from './migration/lock-timeout-too-long.ts';
import missingAnalyzeAfterBulkLoadRule from './migration/missing-analyze-after-bulk-load.ts';
import missingDownRule from './migration/missing-down.ts';
import mixedTransactionModesRule from './migration/mixed-transaction-modes.ts';
import nestedTransactionRule from './migration/nested-transaction.ts';
import notNullProofDroppedInSameCommandRule from './migration/not-null-proof-dropped-in-same-command.ts';
import notRerunnableRule from './migration/not-rerunnable.ts';
import primaryKeyUsingNullableIndexRule from './migration/primary-key-using-nullable-index.ts';
import refreshConcurrentlyWithoutUniqueIndexRule from './migration/refresh-concurrently-without-unique-index.ts';
import refreshMaterializedViewBlockingRule from './migration/refresh-materialized-view-blocking.ts';
import reindexBlockingRule from './migration/reindex-blocking.ts';
import renameColumnRule from './migration/rename-column.ts';
import renameEnumValueRule from './migration/rename-enum-value.ts';
import renameSchemaRule from './migration/rename-schema.ts';
import renameTableRule from './migration/rename-table.ts';
import renameWrittenAsDropAndAddRule from './migration/rename-written-as-drop-and-add.ts';
import rewriteHeadroomRule from './migration/rewrite-headroom.ts';
import setExpressionRewriteRule from './migration/set-expression-rewrite.ts';
import setLoggedRule from './migration/set-logged.ts';
import setNotNullOnInvalidNnRule from './migration/set-not-null-on-invalid-nn.ts';
import setNotNullScanRule from './migration/set-not-null-scan.ts';
import setSchemaRule from './migration/set-schema.ts';
import setTablespaceOrAccessMethodRule from './migration/set-tablespace-or-access-method.ts';
import severalRewritesOfOneTableRule from './migration/several-rewrites-of-one-table.ts';
import statementTimeoutMissingRule from './migration/statement-timeout-missing.ts';
import timestamptzDependsOnTimeZoneRule from './migration/timestamptz-depends-on-time-zone.ts';
import triggerLockRule from './migration/trigger-lock.ts';
import truncateRule from './migration/truncate.ts';
import truncateCascadeRule from './migration/truncate-cascade.ts';
import typeNarrowingRule from './migration/type-narrowing.ts';
import unbatchedBackfillRule from './migration/unbatched-backfill.ts';
import uncommittedTransactionRule from './migration/uncommitted-transaction.ts';
import vacuumFullRule from './migration/vacuum-full.ts';
import validateInSameTransactionRule from './migration/validate-in-same-transaction.ts';
import wideLockWindowRule from './migration/wide-lock-window.ts';
import workAfterAccessExclusiveRule from './migration/work-after-access-exclusive.ts';
import planImprovementRule from './plans/plan-improvement.ts';
import planRegressionRule from './plans/plan-regression.ts';
import countStarForExistenceRule from './query/count-star-for-existence.ts';
import distinctHidingAJoinRule from './query/distinct-hiding-a-join.ts';
import functionOnIndexedColumnRule from './query/function-on-indexed-column.ts';
import implicitCastOnColumnRule from './query/implicit-cast-on-column.ts';
import jsonPathWithoutIndexRule from './query/json-path-without-index.ts';
import leadingWildcardRule from './query/leading-wildcard.ts';
import likeWithoutPatternOpclassRule from './query/like-without-pattern-opclass.ts';
import limitWithoutOrderRule from './query/limit-without-order.ts';
import nonSargableDateRule from './query/non-sargable-date.ts';
import notInSubqueryRule from './query/not-in-subquery.ts';
import offsetPaginationRule from './query/offset-pagination.ts';
import orAcrossColumnsRule from './query/or-across-columns.ts';
import orderByRandomRule from './query/order-by-random.ts';
import selectForUpdateWithoutOrderRule from './query/select-for-update-without-order.ts';
import selectStarRule from './query/select-star.ts';
import unboundedReadRule from './query/unbounded-read.ts';
import updateOrDeleteWithoutWhereRule from './query/update-or-delete-without-where.ts';
import againFailsRule from './rehearsal/again-fails.ts';
import downDiffersRule from './rehearsal/down-differs.ts';
import downFailsRule from './rehearsal/down-fails.ts';
import migrationFailsRule from './rehearsal/migration-fails.ts';
import migrationNotReadableRule from './rehearsal/migration-not-readable.ts';
import outOfOrderRule from './rehearsal/out-of-order.ts';
import placeholderInMigrationRule from './rehearsal/placeholder-in-migration.ts';
import rehearsedWithoutRowsRule from './rehearsal/rehearsed-without-rows.ts';
import statementTakesTooLongRule from './rehearsal/statement-takes-too-long.ts';
import suppressionWithoutReasonRule from './rehearsal/suppression-without-reason.ts';
import unusedSuppressionRule from './rehearsal/unused-suppression.ts';
import type { Rule } from './rule.ts';
import bloatRule from './schema/bloat.ts';
import charNRule from './schema/char-n.ts';
import columnAlignmentRule from './schema/column-alignment.ts';
import definerFunctionExecutableByAllRule from './schema/definer-function-executable-by-all.ts';
import definerFunctionWithoutSearchPathRule from './schema/definer-function-without-search-path.ts';
import duplicateForeignKeyRule from './schema/duplicate-foreign-key.ts';
import duplicateIndexRule from './schema/duplicate-index.ts';
import enumOverLookupRule from './schema/enum-over-lookup.ts';
import extensionInPublicRule from './schema/extension-in-public.ts';
import extensionOutdatedRule from './schema/extension-outdated.ts';
import floatsForMoneyRule from './schema/floats-for-money.ts';
import foreignKeySuffixRule from './schema/foreign-key-suffix.ts';
import foreignKeyTypeMismatchRule from './schema/foreign-key-type-mismatch.ts';
import foreignKeyWithoutIndexRule from './schema/foreign-key-without-index.ts';
import foreignTableExposedRule from './schema/foreign-table-exposed.ts';
import grantWideningRule from './schema/grant-widening.ts';
import identifierTooLongRule from './schema/identifier-too-long.ts';
import indexOnArrayRule from './schema/index-on-array.ts';
import indexOnBooleanRule from './schema/index-on-boolean.ts';
import indexOnEverythingRule from './schema/index-on-everything.ts';
import indexOnNullableRule from './schema/index-on-nullable.ts';
import intKeyOverflowRule from './schema/int-key-overflow.ts';
import invalidIndexLeftRule from './schema/invalid-index-left.ts';
import jsonOverJsonbRule from './schema/json-over-jsonb.ts';
import materializedViewExposedRule from './schema/materialized-view-exposed.ts';
import missingAuditColumnsRule from './schema/missing-audit-columns.ts';
import missingCommentRule from './schema/missing-comment.ts';
import missingOnDeleteRule from './schema/missing-on-delete.ts';
import missingUpdatedAtTriggerRule from './schema/missing-updated-at-trigger.ts';
import moneyRule from './schema/money.ts';
import namingPatternRule from './schema/naming-pattern.ts';
import naturalOrVarcharKeyRule from './schema/natural-or-varchar-key.ts';
import noPrimaryKeyRule from './schema/no-primary-key.ts';
import notValidConstraintLeftRule from './schema/not-valid-constraint-left.ts';
import partialKeyDependencyRule from './schema/partial-key-dependency.ts';
import plaintextPasswordColumnRule from './schema/plaintext-password-column.ts';
import pluralTablesRule from './schema/plural-tables.ts';
import policyAlwaysTrueRule from './schema/policy-always-true.ts';
import policyCallsAuthPerRowRule from './schema/policy-calls-auth-per-row.ts';
import policyTrustsUserMetadataRule from './schema/policy-trusts-user-metadata.ts';
import policyWithoutRlsRule from './schema/policy-without-rls.ts';
import publicSchemaOpenRule from './schema/public-schema-open.ts';
import redundantIndexRule from './schema/redundant-index.ts';
import repeatedGroupsRule from './schema/repeated-groups.ts';
import reservedWordRule from './schema/reserved-word.ts';
import rlsDisabledOnExposedTableRule from './schema/rls-disabled-on-exposed-table.ts';
import rlsWithoutPolicyRule from './schema/rls-without-policy.ts';
import securityDefinerViewRule from './schema/security-definer-view.ts';
import sensitiveColumnExposedRule from './schema/sensitive-column-exposed.ts';
import sequenceNearEndRule from './schema/sequence-near-end.ts';
import sequentialOverUuidKeyRule from './schema/sequential-over-uuid-key.ts';
import serialOverIdentityRule from './schema/serial-over-identity.ts';
import severalPermissivePoliciesRule from './schema/several-permissive-policies.ts';
import stringBooleanStatusWithoutCheckRule from './schema/string-boolean-status-without-check.ts';
import timestampWithoutZoneRule from './schema/timestamp-without-zone.ts';
import transitiveDependencyRule from './schema/transitive-dependency.ts';
import unloggedOrAutovacuumOffRule from './schema/unlogged-or-autovacuum-off.ts';
import unusedIndexRule from './schema/unused-index.ts';
import varcharNRule from './schema/varchar-n.ts';
import wideIndexRule from './schema/wide-index.ts';

/** Every rule, those of migrations first. */
export const rules: readonly Rule[] = [
  addCheckValidRule,
  addColumnInlineCheckRule,
  addColumnInlineUniqueRule,
  addColumnOfConstrainedDomainRule,
  addColumnReferencesWithDefaultRule,
  addColumnVolatileDefaultRule,
  addExclusionRule,
  addForeignKeyValidRule,
  addPrimaryKeyRule,
  addRequiredColumnRule,
  addSerialOrIdentityColumnRule,
  addStoredGeneratedColumnRule,
  addUniqueRule,
  alterConstraintEnforcedRule,
  alterReferencedKeyTypeRule,
  alterTypeBlockedByViewRule,
  alterTypeRecheckRule,
  alterTypeReindexRule,
  alterTypeRewriteRule,
  attachBuildsIndexRule,
  attachPartitionScanRule,
  attachScansDefaultRule,
  blocksOthersRule,
  cachedPlanResultChangeRule,
  changeTypeSeenByClientsRule,
  clusterRule,
  concurrentlyInTransactionRule,
  concurrentlyOnPartitionedRule,
  createIndexBlockingRule,
  createPartitionOfRule,
  dataDependentFailureRule,
  ddlInDoBlockOrFunctionRule,
  deleteOrUpdateWithoutWhereRule,
  detachBlockingRule,
  domainAddConstraintRule,
  dropCascadeDependentsRule,
  dropChildLocksParentRule,
  dropColumnRule,
  dropConstraintRule,
  dropForeignKeyLocksParentRule,
  dropIndexBlockingRule,
  dropNotNullRule,
  dropSchemaRule,
  dropTableRule,
  dropTypeCascadeRule,
  enumValueRemovalRule,
  enumValueUsedInSameTransactionRule,
  foreignKeyInCreateTableRule,
  invalidIndexKeptRule,
  irreversibleDownRule,
  lockTimeoutMissingRule,
  lockTimeoutTooLongRule,
  missingAnalyzeAfterBulkLoadRule,
  missingDownRule,
  mixedTransactionModesRule,
  nestedTransactionRule,
  notNullProofDroppedInSameCommandRule,
  notRerunnableRule,
  primaryKeyUsingNullableIndexRule,
  refreshConcurrentlyWithoutUniqueIndexRule,
  refreshMaterializedViewBlockingRule,
  reindexBlockingRule,
  renameColumnRule,
  renameEnumValueRule,
  renameSchemaRule,
  renameTableRule,
  renameWrittenAsDropAndAddRule,
  rewriteHeadroomRule,
  setExpressionRewriteRule,
  setLoggedRule,
  setNotNullOnInvalidNnRule,
  setNotNullScanRule,
  setSchemaRule,
  setTablespaceOrAccessMethodRule,
  severalRewritesOfOneTableRule,
  statementTimeoutMissingRule,
  timestamptzDependsOnTimeZoneRule,
  triggerLockRule,
  truncateRule,
  truncateCascadeRule,
  typeNarrowingRule,
  unbatchedBackfillRule,
  uncommittedTransactionRule,
  vacuumFullRule,
  validateInSameTransactionRule,
  wideLockWindowRule,
  workAfterAccessExclusiveRule,
  bloatRule,
  charNRule,
  columnAlignmentRule,
  definerFunctionExecutableByAllRule,
  definerFunctionWithoutSearchPathRule,
  duplicateForeignKeyRule,
  duplicateIndexRule,
  enumOverLookupRule,
  extensionInPublicRule,
  extensionOutdatedRule,
  floatsForMoneyRule,
  foreignKeySuffixRule,
  foreignKeyTypeMismatchRule,
  foreignKeyWithoutIndexRule,
  foreignTableExposedRule,
  grantWideningRule,
  identifierTooLongRule,
  indexOnArrayRule,
  indexOnBooleanRule,
  indexOnEverythingRule,
  indexOnNullableRule,
  intKeyOverflowRule,
  invalidIndexLeftRule,
  jsonOverJsonbRule,
  materializedViewExposedRule,
  missingAuditColumnsRule,
  missingCommentRule,
  missingOnDeleteRule,
  missingUpdatedAtTriggerRule,
  moneyRule,
  namingPatternRule,
  naturalOrVarcharKeyRule,
  noPrimaryKeyRule,
  notValidConstraintLeftRule,
  partialKeyDependencyRule,
  plaintextPasswordColumnRule,
  pluralTablesRule,
  policyAlwaysTrueRule,
  policyCallsAuthPerRowRule,
  policyTrustsUserMetadataRule,
  policyWithoutRlsRule,
  publicSchemaOpenRule,
  redundantIndexRule,
  repeatedGroupsRule,
  reservedWordRule,
  rlsDisabledOnExposedTableRule,
  rlsWithoutPolicyRule,
  securityDefinerViewRule,
  sensitiveColumnExposedRule,
  sequenceNearEndRule,
  sequentialOverUuidKeyRule,
  serialOverIdentityRule,
  severalPermissivePoliciesRule,
  stringBooleanStatusWithoutCheckRule,
  timestampWithoutZoneRule,
  transitiveDependencyRule,
  unloggedOrAutovacuumOffRule,
  unusedIndexRule,
  varcharNRule,
  wideIndexRule,
  countStarForExistenceRule,
  distinctHidingAJoinRule,
  functionOnIndexedColumnRule,
  implicitCastOnColumnRule,
  jsonPathWithoutIndexRule,
  leadingWildcardRule,
  likeWithoutPatternOpclassRule,
  limitWithoutOrderRule,
  nonSargableDateRule,
  notInSubqueryRule,
  offsetPaginationRule,
  orAcrossColumnsRule,
  orderByRandomRule,
  selectForUpdateWithoutOrderRule,
  selectStarRule,
  unboundedReadRule,
  updateOrDeleteWithoutWhereRule,
  columnOrTableUsedByCodeRule,
  invalidQueryRule,
  queryInLoopRule,
  severalWritesWithoutTransactionRule,
  stringConcatenationRule,
  planImprovementRule,
  planRegressionRule,
  againFailsRule,
  downDiffersRule,
  downFailsRule,
  migrationFailsRule,
  migrationNotReadableRule,
  outOfOrderRule,
  placeholderInMigrationRule,
  rehearsedWithoutRowsRule,
  statementTakesTooLongRule,
  suppressionWithoutReasonRule,
  unusedSuppressionRule,
];
