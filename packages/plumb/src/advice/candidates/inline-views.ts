import { type Node, parseSync } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { factsOf } from '../../rules/facts/objects-of.ts';
import { isNode } from '../../rules/sql/nodes-of.ts';

/** The query with the queries of views in place of their names, since it is their tables that have indexes. */
export function inlineViews(tree: Node, catalog: Catalog): Node {
  const views = factsOf(catalog, 'view');
  if (views.length === 0) return tree;
  const queryOf = (schema: string | undefined, name: string): string | null => {
    const found = views.filter((view) => view.name === name && (schema === undefined || view.schema === schema));
    return (found.find((view) => view.schema === 'public') ?? found[0])?.query ?? null;
  };
  const inlined = <Part>(part: Part, depth: number): Part => {
    if (typeof part !== 'object' || part === null || depth > 8) return part;
    if (isNode(part, 'RangeVar')) {
      const { schemaname, relname = '', alias } = part.RangeVar;
      const subquery = parsed(queryOf(schemaname, relname));
      if (subquery === null) return part;
      const select = { subquery: inlined(subquery, depth + 1), alias: alias ?? { aliasname: relname } };
      return Object.assign(Object.create(null), { RangeSubselect: select });
    }
    const copy = Array.isArray(part) ? [] : {};
    return Object.assign(
      copy,
      ...Object.entries(part).map(([name, value]) => ({ [name]: inlined<unknown>(value, depth) })),
    );
  };
  return inlined(tree, 0);
}

function parsed(sql: string | null): Node | null {
  return sql === null ? null : (parseSync(sql).stmts?.[0]?.stmt ?? null);
}
