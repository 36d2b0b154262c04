import type { Node } from 'libpg-query';
import type { MigrationView, StepView } from './rule.ts';
import { namesIn, nodesOf } from './sql/nodes-of.ts';

/** What statements before it in its migration set a setting to, as written; null where none does. */
export function setBefore(step: StepView, setting: string, { steps }: MigrationView): string | null {
  const before = steps.slice(0, steps.indexOf(step)).filter(({ version }) => version === step.version);
  return before.map((each) => valueSet(each, setting)).findLast((value) => value !== null) ?? null;
}

/** What a statement sets a setting to: `5s`, `5000`. */
export function valueSet({ tree }: Pick<StepView, 'tree'>, setting: string): string | null {
  if (tree === null) return null;
  if ('SelectStmt' in tree) return valueConfigured(tree, setting);
  if (!('VariableSetStmt' in tree)) return null;
  const { kind, name, args = [] } = tree.VariableSetStmt;
  if (kind !== 'VAR_SET_VALUE' || name?.toLowerCase() !== setting) return null;
  const [value] = args;
  if (value === undefined || !('A_Const' in value)) return null;
  const { sval, ival, fval } = value.A_Const;
  return sval?.sval ?? fval?.fval ?? String(ival?.ival ?? 0);
}

/** `SELECT set_config('lock_timeout', '5s', true)` */
function valueConfigured(tree: Node, setting: string): string | null {
  for (const { FuncCall: call } of nodesOf(tree, 'FuncCall')) {
    if (namesIn(call.funcname).at(-1) !== 'set_config') continue;
    const [name, value] = (call.args ?? []).map((arg) => ('A_Const' in arg ? (arg.A_Const.sval?.sval ?? null) : null));
    if (name?.toLowerCase() === setting && value != null) return value;
  }
  return null;
}

const units: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** A time as settings are written, in milliseconds; null where it is none. */
export function milliseconds(value: string): number | null {
  const [, amount, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*$/.exec(value) ?? [];
  return amount === undefined ? null : Number(amount) * (units[unit] ?? 1);
}
