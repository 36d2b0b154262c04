import { parsePath } from '../catalog/identifier.ts';
import { nodesOf } from '../rules/sql/nodes-of.ts';
import type { Column } from './model/element.ts';
import type { Model } from './model/model.ts';
import { domainNamed } from './statements/types.ts';

/** What a new type of a column asks of the rows that there are. */
export type TypeChange =
  | 'rewrite'
  /** The values stay as they are, and are compared otherwise: indexes are built anew. */
  | 'reindex'
  /** What is made of the column is looked at again: expressions in indexes, checks. */
  | 'recheck'
  | null;

/** Whether PostgreSQL has to write rows anew where a column gets another type. */
export function typeChange(
  { type: was }: Column,
  to: {
    readonly type: string | null;
    readonly using: unknown;
    readonly name: string;
    readonly collation: string | null;
  },
  model: Model,
): TypeChange {
  const is = to.type;
  if (to.using !== undefined && !isPlainCast(to.using, to.name)) return 'rewrite';
  if (is === null) return 'rewrite';
  // nobody told what it was; what is most often made into a text without a limit is a text with one
  if (was === null) return is === 'text' || is === 'character varying' ? 'recheck' : 'rewrite';
  if (was === is) return to.collation === null ? null : 'reindex';
  const [from, into] = [baseOf(was, model), baseOf(is, model)];
  if (into.asks) return 'rewrite';
  return kept(parts(from.type), parts(into.type), model) ?? 'rewrite';
}

function isPlainCast(using: unknown, column: string): boolean {
  if (typeof using !== 'object' || using === null) return true;
  const inner = 'TypeCast' in using ? Reflect.get(Object(using.TypeCast), 'arg') : using;
  if (typeof inner !== 'object' || inner === null || !('ColumnRef' in inner)) return false;
  return [...nodesOf(inner, 'String')].at(-1)?.String.sval === column;
}

function baseOf(type: string, model: Model): { readonly type: string; readonly asks: boolean } {
  const domain = domainNamed(parsePath(type) ?? [], model);
  return domain === null ? { type, asks: false } : { type: domain.base, asks: domain.asks };
}

interface Parts {
  readonly name: string;
  readonly numbers: readonly number[];
}

function parts(type: string): Parts {
  const [, numbers] = /\(([\d,\s]+)\)/.exec(type) ?? [];
  return { name: type.replace(/\([^)]*\)/, ''), numbers: numbers?.split(',').map(Number) ?? [] };
}

/** What is done where the values can stay as they lie; null where they can't. */
function kept(from: Parts, into: Parts, { timeZone }: Model): TypeChange {
  const isLonger = (into.numbers[0] ?? Number.POSITIVE_INFINITY) >= (from.numbers[0] ?? Number.POSITIVE_INFINITY);
  if (from.name === into.name) {
    if (from.name === 'numeric') {
      return isLonger && (into.numbers.length === 0 || (from.numbers[1] ?? 0) === (into.numbers[1] ?? 0))
        ? 'recheck'
        : null;
    }
    if (from.name === 'character' || from.name === 'bit') return null;
    return isLonger ? 'recheck' : null;
  }
  if (from.name === 'character varying' && into.name === 'text') return 'recheck';
  if (from.name === 'text' && into.name === 'character varying') return into.numbers.length === 0 ? 'recheck' : null;
  if (same.some((pair) => pair.includes(from.name) && pair.includes(into.name))) return 'recheck';
  if (from.name === 'cidr' && into.name === 'inet') return 'recheck';
  const moments = ['timestamp without time zone', 'timestamp with time zone'];
  if (moments.includes(from.name) && moments.includes(into.name) && isLonger) {
    return timeZone === null || /^(?:utc|gmt|etc\/utc|\+?0+)$/i.test(timeZone) ? 'reindex' : null;
  }
  return null;
}

/** Types whose values lie alike. */
const same: readonly (readonly string[])[] = [
  ['oid', 'integer', 'regclass', 'regproc', 'regtype'],
  ['xml', 'text'],
];
