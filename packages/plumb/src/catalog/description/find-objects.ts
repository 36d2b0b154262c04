import type { Catalog, CatalogObject } from '../catalog-object.ts';
import { qualified } from '../identifier.ts';
import { columnsOf } from '../kinds/table/lineage.ts';
import { isRelation } from './describe-relation.ts';
import { inputTypes, isRoutine } from './describe-routine.ts';
import { isOf } from './facts-by-kind.ts';

/** What a name means: an object, or a column of one. */
export interface Found {
  readonly object: CatalogObject;
  readonly column: string | null;
}

interface Candidate extends Found {
  readonly path: readonly string[];
}

/**
 * All that a name means, as a person writes it: `users`, `app.users`, `app.*`, `app.users.email`, `f(integer)`. Where
 * nothing is called exactly so, capitals make no difference.
 */
export function findObjects(catalog: Catalog, name: string): readonly Found[] {
  const wanted = parseName(name);
  if (wanted === null) return [];
  const candidates = candidatesOf(catalog);
  const exact = candidates.filter((each) => matches(each, wanted, (text) => text));
  const found =
    exact.length > 0 ? exact : candidates.filter((each) => matches(each, wanted, (text) => text.toLowerCase()));
  const whole = found.filter(({ column }) => column === null);
  // a name alone means a column only where it means nothing else
  const meant = wanted.path.length === 1 && whole.length > 0 ? whole : found;
  return meant.map(({ object, column }) => ({ object, column }));
}

/** Names that could have been meant, as they are written. */
export function knownNames(catalog: Catalog): readonly string[] {
  const names = candidatesOf(catalog).map(({ path }) => path);
  return [...new Set(names.flatMap((path) => [qualified(...path), qualified(...path.slice(-1))]))];
}

interface Wanted {
  /** `*` stands for any. */
  readonly path: readonly (string | null)[];
  readonly types: readonly string[] | null;
}

function parseName(text: string): Wanted | null {
  const [, name = '', list] = /^((?:"(?:[^"]|"")*"|[^"(])+)(?:\((.*)\))?$/s.exec(text.trim()) ?? [];
  const parts = [...name.trim().matchAll(/(?:^|\.)(?:"((?:[^"]|"")+)"|([^".]+))/gy)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== name.trim()) return null;
  const types =
    list === undefined
      ? null
      : list
          .split(',')
          .map((type) => type.trim())
          .filter((type) => type !== '');
  return {
    path: parts.map(([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? (bare === '*' ? null : bare.trim())),
    types,
  };
}

function matches({ path, object }: Candidate, wanted: Wanted, fold: (text: string) => string): boolean {
  const isStarred = wanted.path.includes(null);
  // `app.*` means what stands in the schema, and no columns
  if (wanted.path.length > path.length || (isStarred && wanted.path.length !== path.length)) return false;
  const end = path.slice(path.length - wanted.path.length);
  const isNamed = end.every((part, at) => {
    const name = wanted.path[at];
    return name === null || (name !== undefined && fold(name) === fold(part));
  });
  if (!isNamed || wanted.types === null) return isNamed;
  if (!isRoutine(object)) return false;
  const types = inputTypes(object).map((type) => type.toLowerCase());
  return types.length === wanted.types.length && types.every((type, at) => sameType(type, wanted.types?.[at] ?? ''));
}

/** `int` and `public.status` are written `integer` and `status` as well. */
function sameType(one: string, other: string): boolean {
  const written = other.toLowerCase();
  return one === written || one === (aliases.get(written) ?? written) || one.endsWith(`.${written}`);
}

const aliases: ReadonlyMap<string, string> = new Map([
  ['int', 'integer'],
  ['int4', 'integer'],
  ['int8', 'bigint'],
  ['int2', 'smallint'],
  ['bool', 'boolean'],
  ['varchar', 'character varying'],
  ['timestamptz', 'timestamp with time zone'],
  ['timestamp', 'timestamp without time zone'],
  ['float8', 'double precision'],
  ['float4', 'real'],
  ['decimal', 'numeric'],
]);

const unnamed: ReadonlySet<string> = new Set([
  'comment',
  'owner',
  'grant',
  'built-in-grant',
  'default-privilege',
  'default',
  'partition',
  'replica-identity',
  'cluster-on',
  'trigger-firing',
  'publication-table',
  'publication-schema',
  'column',
  'user-mapping',
]);

function candidatesOf(catalog: Catalog): readonly Candidate[] {
  return [...catalog.objects.values()].flatMap((object): readonly Candidate[] => {
    const path = unnamed.has(object.kind) ? [] : pathOf(object);
    if (path.length === 0) return [];
    const columns = columnNames(object, catalog);
    return [{ object, column: null, path }, ...columns.map((column) => ({ object, column, path: [...path, column] }))];
  });
}

function columnNames(object: CatalogObject, catalog: Catalog): readonly string[] {
  if (isOf(object, 'view', 'materialized-view')) return object.facts.columns.map(({ name }) => name);
  return isRelation(object) ? columnsOf(catalog, object.id).map(({ facts }) => facts.name) : [];
}

/** Schema, table, name: as far as it has them. */
function pathOf({ facts, kind }: CatalogObject): readonly string[] {
  const fact = (name: string): string | null => {
    const value: unknown = Object.entries(facts).find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : null;
  };
  const inside = kind === 'index' || kind === 'statistics' ? null : (fact('table') ?? fact('domain'));
  return [kind === 'extension' ? null : fact('schema'), inside, fact('name')].filter((part) => part !== null);
}
