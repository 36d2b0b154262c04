// Written by scripts/generate-registries.mjs.
import type { Kind } from './kind.ts';
import accessMethodKind from './kinds/access-method.ts';
import aggregateKind from './kinds/aggregate.ts';
import baseTypeKind from './kinds/base-type.ts';
import builtInGrantKind from './kinds/built-in-grant.ts';
import castKind from './kinds/cast.ts';
import clusterOnKind from './kinds/cluster-on.ts';
import collationKind from './kinds/collation.ts';
import columnKind from './kinds/column/column.ts';
import commentKind from './kinds/comment/comment.ts';
import compositeKind from './kinds/composite/composite.ts';
import constraintKind from './kinds/constraint/constraint.ts';
import conversionKind from './kinds/conversion.ts';
import defaultKind from './kinds/default/default.ts';
import defaultPrivilegeKind from './kinds/default-privilege/default-privilege.ts';
import domainKind from './kinds/domain.ts';
import domainConstraintKind from './kinds/domain-constraint.ts';
import enumKind from './kinds/enum.ts';
import eventTriggerKind from './kinds/event-trigger.ts';
import extensionKind from './kinds/extension.ts';
import foreignDataWrapperKind from './kinds/foreign-data-wrapper.ts';
import foreignTableKind from './kinds/foreign-table/foreign-table.ts';
import functionKind from './kinds/function/function.ts';
import grantKind from './kinds/grant/grant.ts';
import indexKind from './kinds/index/index.ts';
import languageKind from './kinds/language.ts';
import materializedViewKind from './kinds/materialized-view.ts';
import operatorKind from './kinds/operator.ts';
import operatorClassKind from './kinds/operator-class.ts';
import operatorFamilyKind from './kinds/operator-family.ts';
import ownerKind from './kinds/owner.ts';
import partitionKind from './kinds/partition.ts';
import policyKind from './kinds/policy.ts';
import procedureKind from './kinds/procedure.ts';
import publicationKind from './kinds/publication/publication.ts';
import publicationSchemaKind from './kinds/publication-schema.ts';
import publicationTableKind from './kinds/publication-table.ts';
import rangeKind from './kinds/range.ts';
import replicaIdentityKind from './kinds/replica-identity.ts';
import ruleKind from './kinds/rule.ts';
import schemaKind from './kinds/schema.ts';
import sequenceKind from './kinds/sequence/sequence.ts';
import serverKind from './kinds/server.ts';
import shellTypeKind from './kinds/shell-type.ts';
import statisticsKind from './kinds/statistics.ts';
import subscriptionKind from './kinds/subscription/subscription.ts';
import tableKind from './kinds/table/table.ts';
import textSearchConfigurationKind from './kinds/text-search-configuration.ts';
import textSearchDictionaryKind from './kinds/text-search-dictionary.ts';
import textSearchParserKind from './kinds/text-search-parser.ts';
import textSearchTemplateKind from './kinds/text-search-template.ts';
import transformKind from './kinds/transform.ts';
import triggerKind from './kinds/trigger/trigger.ts';
import triggerFiringKind from './kinds/trigger-firing.ts';
import userMappingKind from './kinds/user-mapping.ts';
import viewKind from './kinds/view/view.ts';

const all: readonly Kind[] = [
  accessMethodKind,
  aggregateKind,
  baseTypeKind,
  builtInGrantKind,
  castKind,
  clusterOnKind,
  collationKind,
  columnKind,
  commentKind,
  compositeKind,
  constraintKind,
  conversionKind,
  defaultKind,
  defaultPrivilegeKind,
  domainKind,
  domainConstraintKind,
  enumKind,
  eventTriggerKind,
  extensionKind,
  foreignDataWrapperKind,
  foreignTableKind,
  functionKind,
  grantKind,
  indexKind,
  languageKind,
  materializedViewKind,
  operatorKind,
  operatorClassKind,
  operatorFamilyKind,
  ownerKind,
  partitionKind,
  policyKind,
  procedureKind,
  publicationKind,
  publicationSchemaKind,
  publicationTableKind,
  rangeKind,
  replicaIdentityKind,
  ruleKind,
  schemaKind,
  sequenceKind,
  serverKind,
  shellTypeKind,
  statisticsKind,
  subscriptionKind,
  tableKind,
  textSearchConfigurationKind,
  textSearchDictionaryKind,
  textSearchParserKind,
  textSearchTemplateKind,
  transformKind,
  triggerKind,
  triggerFiringKind,
  userMappingKind,
  viewKind,
];

/** Every kind by its id, in the order in which they are read and dumped. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  all.toSorted((a, b) => a.rank - b.rank).map((kind) => [kind.id, kind]),
);
