import type { JsonObject, PlanActual, PlanJit, PlanNode, PlanRelation, PlanTree, PlanTrigger } from './plan-tree.ts';

/** Reads what `EXPLAIN (FORMAT JSON)` writes for one statement; null where it is no plan. */
export function readJsonPlan(json: unknown): PlanTree | null {
  if (Array.isArray(json)) return readJsonPlan(json[0]);
  // what a client gives for a row, and what auto_explain logs without the list around it
  if (isObject(json) && 'QUERY PLAN' in json) return readJsonPlan(json['QUERY PLAN']);
  if (!isObject(json) || !isObject(json.Plan) || typeof json.Plan['Node Type'] !== 'string') return null;
  const nodes: PlanNode[] = [];
  const root = nodeOf(json.Plan, 0, nodes);
  nodes.sort((one, other) => one.id - other.id);
  return {
    root,
    nodes,
    executed: root.actual !== null,
    planningTime: number(json['Planning Time']),
    executionTime: number(json['Execution Time']),
    triggers: objects(json.Triggers).map(triggerOf),
    jit: isObject(json.JIT) ? jitOf(json.JIT) : null,
    settings: textsOf(json.Settings),
    json,
  };
}

/** Nodes are numbered before their children, but made after them. */
function nodeOf(facts: JsonObject, depth: number, nodes: PlanNode[], numbering = { next: 0 }): PlanNode {
  const id = numbering.next++;
  const children = objects(facts.Plans).map((each) => nodeOf(each, depth + 1, nodes, numbering));
  const startup = number(facts['Startup Cost']);
  const total = number(facts['Total Cost']);
  const node: PlanNode = {
    id,
    depth,
    type: text(facts['Node Type']) ?? 'Unknown',
    relationship: text(facts['Parent Relationship']),
    subplan: text(facts['Subplan Name']),
    relation: relationOf(facts),
    index: text(facts['Index Name']),
    cost: startup === null || total === null ? null : { startup, total },
    rows: number(facts['Plan Rows']),
    width: number(facts['Plan Width']),
    actual: actualOf(facts),
    parallelAware: facts['Parallel Aware'] === true,
    disabled: facts.Disabled === true,
    facts,
    children,
  };
  nodes.push(node);
  return node;
}

function relationOf(facts: JsonObject): PlanRelation | null {
  const name = text(facts['Relation Name']);
  if (name === null) return null;
  return { schema: text(facts.Schema), name, alias: text(facts.Alias) ?? name };
}

function actualOf(facts: JsonObject): PlanActual | null {
  const rows = number(facts['Actual Rows']);
  const loops = number(facts['Actual Loops']);
  if (rows === null || loops === null) return null;
  return { startup: number(facts['Actual Startup Time']), total: number(facts['Actual Total Time']), rows, loops };
}

function triggerOf(facts: JsonObject): PlanTrigger {
  return {
    name: text(facts['Trigger Name']) ?? text(facts['Constraint Name']) ?? '',
    constraint: text(facts['Constraint Name']),
    relation: text(facts.Relation),
    time: number(facts.Time),
    calls: number(facts.Calls) ?? 0,
  };
}

function jitOf(facts: JsonObject): PlanJit {
  const timing = isObject(facts.Timing) ? number(facts.Timing.Total) : null;
  return { functions: number(facts.Functions) ?? 0, total: timing };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, String(each)]));
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
