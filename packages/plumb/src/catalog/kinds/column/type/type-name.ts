import type { Catalog } from '../../../catalog-object.ts';

/** A type as `format_type` writes it, taken apart: `numeric(10,2)[]`. */
export interface TypeName {
  readonly base: string;
  readonly modifiers: readonly number[];
  readonly array: boolean;
}

export function typeName(text: string): TypeName {
  const array = text.endsWith('[]');
  const element = array ? text.slice(0, -2) : text;
  const [, before, modifiers, after] = /^([^"(]*)\(([\d, -]+)\)(.*)$/.exec(element) ?? [];
  if (before === undefined) return { base: element, modifiers: [], array };
  return { base: `${before}${after}`, modifiers: (modifiers ?? '').split(',').map(Number), array };
}

/** What a domain is made of in the end; any other type itself. */
export function underlyingType(text: string, catalog: Catalog): string {
  const facts = catalog.objects.get(`domain ${text}`)?.facts;
  return facts && 'type' in facts && typeof facts.type === 'string' ? underlyingType(facts.type, catalog) : text;
}
