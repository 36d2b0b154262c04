import type { CatalogObject } from '../catalog-object.ts';
import type { AggregateFacts } from '../kinds/aggregate.ts';
import type { CommentFacts } from '../kinds/comment/comment.ts';
import type { CompositeFacts } from '../kinds/composite/composite-facts.ts';
import type { DomainFacts } from '../kinds/domain.ts';
import type { DomainConstraintFacts } from '../kinds/domain-constraint.ts';
import type { EnumFacts } from '../kinds/enum.ts';
import type { ExtensionFacts } from '../kinds/extension.ts';
import type { ForeignTableFacts } from '../kinds/foreign-table/foreign-table-facts.ts';
import type { RoutineFacts } from '../kinds/function/routine.ts';
import type { GrantFacts } from '../kinds/grant/grant-facts.ts';
import type { IndexFacts } from '../kinds/index/index-facts.ts';
import type { MaterializedViewFacts } from '../kinds/materialized-view.ts';
import type { OwnerFacts } from '../kinds/owner.ts';
import type { PolicyFacts } from '../kinds/policy.ts';
import type {
  PublicationFacts,
  PublicationSchemaFacts,
  PublicationTableFacts,
} from '../kinds/publication/publication-facts.ts';
import type { RangeFacts } from '../kinds/range.ts';
import type { RuleFacts } from '../kinds/rule.ts';
import type { SequenceFacts } from '../kinds/sequence/sequence-facts.ts';
import type { StatisticsFacts } from '../kinds/statistics.ts';
import type { PartitionFacts } from '../kinds/table/partition-facts.ts';
import type { TableFacts } from '../kinds/table/table-facts.ts';
import type { TriggerFacts } from '../kinds/trigger/trigger.ts';
import type { ViewFacts } from '../kinds/view/view.ts';

/** The kinds that a description tells more of than their SQL. */
export interface FactsByKind {
  readonly aggregate: AggregateFacts;
  readonly comment: CommentFacts;
  readonly composite: CompositeFacts;
  readonly domain: DomainFacts;
  readonly 'domain-constraint': DomainConstraintFacts;
  readonly enum: EnumFacts;
  readonly extension: ExtensionFacts;
  readonly 'foreign-table': ForeignTableFacts;
  readonly function: RoutineFacts;
  readonly grant: GrantFacts;
  readonly index: IndexFacts;
  readonly 'materialized-view': MaterializedViewFacts;
  readonly owner: OwnerFacts;
  readonly partition: PartitionFacts;
  readonly policy: PolicyFacts;
  readonly procedure: RoutineFacts;
  readonly publication: PublicationFacts;
  readonly 'publication-schema': PublicationSchemaFacts;
  readonly 'publication-table': PublicationTableFacts;
  readonly range: RangeFacts;
  readonly rule: RuleFacts;
  readonly sequence: SequenceFacts;
  readonly statistics: StatisticsFacts;
  readonly table: TableFacts;
  readonly trigger: TriggerFacts;
  readonly view: ViewFacts;
}

/** Whether an object is of a kind, and so has its facts. */
export function isOf<K extends keyof FactsByKind>(
  object: CatalogObject,
  ...kinds: readonly K[]
): object is CatalogObject<FactsByKind[K]> {
  return kinds.some((kind) => kind === object.kind);
}
