/** What PostgreSQL means to do, or did, as EXPLAIN tells it: one shape, whatever the format was. */
export interface PlanTree {
  readonly root: PlanNode;
  /** All nodes, from the top down, as EXPLAIN prints them. */
  readonly nodes: readonly PlanNode[];
  /** Whether it was run: EXPLAIN ANALYZE. */
  readonly executed: boolean;
  /** In milliseconds; null where EXPLAIN doesn't tell. */
  readonly planningTime: number | null;
  readonly executionTime: number | null;
  readonly triggers: readonly PlanTrigger[];
  readonly jit: PlanJit | null;
  /** Settings that differ from their defaults, where EXPLAIN was asked for them. */
  readonly settings: Readonly<Record<string, string>>;
  /** As `EXPLAIN (FORMAT JSON)` writes it. */
  readonly json: JsonObject;
}

export interface PlanNode {
  /** Its place among all nodes, from 0. */
  readonly id: number;
  readonly depth: number;
  /** `Seq Scan`, `Hash Join`. */
  readonly type: string;
  /** Of a child: `Outer`, `Inner`, `SubPlan`, `InitPlan`, `Member`, `Subquery`. */
  readonly relationship: string | null;
  /** `CTE recent`, `SubPlan 1`. */
  readonly subplan: string | null;
  readonly relation: PlanRelation | null;
  readonly index: string | null;
  /** Null where EXPLAIN was told to leave costs out. */
  readonly cost: { readonly startup: number; readonly total: number } | null;
  /** Rows that the planner expects of one run. */
  readonly rows: number | null;
  /** Bytes of a row, as the planner expects. */
  readonly width: number | null;
  /** What came of it, for each loop; null where it wasn't run. */
  readonly actual: PlanActual | null;
  readonly parallelAware: boolean;
  /** Whether it is of a sort that is switched off. */
  readonly disabled: boolean;
  /** All that EXPLAIN tells, by its names. */
  readonly facts: JsonObject;
  readonly children: readonly PlanNode[];
}

export interface PlanRelation {
  /** Only with VERBOSE. */
  readonly schema: string | null;
  readonly name: string;
  readonly alias: string;
}

export interface PlanActual {
  /** In milliseconds; null with TIMING OFF. */
  readonly startup: number | null;
  readonly total: number | null;
  readonly rows: number;
  readonly loops: number;
}

export interface PlanTrigger {
  readonly name: string;
  /** The constraint that it keeps. */
  readonly constraint: string | null;
  readonly relation: string | null;
  readonly time: number | null;
  readonly calls: number;
}

export interface PlanJit {
  readonly functions: number;
  /** In milliseconds. */
  readonly total: number | null;
}

export type JsonObject = { readonly [name: string]: unknown };

export function numberOf({ facts }: PlanNode, name: string): number | null {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
}

export function textOf({ facts }: PlanNode, name: string): string | null {
  const value = facts[name];
  return typeof value === 'string' ? value : null;
}

export function listOf({ facts }: PlanNode, name: string): readonly string[] {
  const value = facts[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** As a person calls it: `Index Scan using orders_pkey on orders o`. */
export function nodeTitle(node: PlanNode): string {
  const { type, relation, index } = node;
  const join = textOf(node, 'Join Type');
  const operation = textOf(node, 'Operation');
  const words = [
    node.parallelAware ? 'Parallel' : '',
    operation !== null && type === 'ModifyTable' ? operation : join === null ? type : joinTitle(type, join),
    index === null ? '' : type === 'Bitmap Index Scan' ? `on ${index}` : `using ${index}`,
  ];
  const name = relation?.name ?? textOf(node, 'CTE Name') ?? textOf(node, 'Function Name') ?? textOf(node, 'Alias');
  if (name !== null && name !== '') words.push(`on ${name}`);
  if (relation !== null && relation.alias !== relation.name) words.push(relation.alias);
  return words.filter((word) => word !== '').join(' ');
}

function joinTitle(type: string, join: string): string {
  if (join === 'Inner') return type;
  return type === 'Nested Loop' ? `Nested Loop ${join} Join` : type.replace(/ Join$/, ` ${join} Join`);
}

/** All nodes below one, without itself. */
export function below(node: PlanNode): readonly PlanNode[] {
  return node.children.flatMap((child) => [child, ...below(child)]);
}

/** Those above a node, from its parent up. */
export function above(tree: PlanTree, node: PlanNode): readonly PlanNode[] {
  const parent = tree.nodes.find(({ children }) => children.includes(node));
  return parent === undefined ? [] : [parent, ...above(tree, parent)];
}

/** The input of a node that is read first, or alone; the other one of a join is `innerOf`. */
export function outerOf(node: PlanNode): PlanNode | null {
  return node.children.find(({ relationship }) => relationship === 'Outer') ?? null;
}

export function innerOf(node: PlanNode): PlanNode | null {
  return node.children.find(({ relationship }) => relationship === 'Inner') ?? null;
}
