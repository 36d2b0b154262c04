import type { CatalogObject } from '../catalog-object.ts';
import { qualified } from '../identifier.ts';
import type { CompositeFacts } from '../kinds/composite/composite-facts.ts';
import type { DomainFacts } from '../kinds/domain.ts';
import type { EnumFacts } from '../kinds/enum.ts';
import type { RangeFacts } from '../kinds/range.ts';
import type { PartDescription, TypeDescription } from './description.ts';
import { isOf } from './facts-by-kind.ts';
import type { Surroundings } from './surroundings.ts';

export type Type = CatalogObject<EnumFacts | DomainFacts | CompositeFacts | RangeFacts>;

export function isType(object: CatalogObject): object is Type {
  return isOf(object, 'enum', 'domain', 'composite', 'range');
}

const plain = {
  labels: [],
  base: null,
  nullable: true,
  default: null,
  collation: null,
  constraints: [],
  attributes: [],
  multirange: null,
} as const;

export function describeType(type: Type, around: Surroundings, sql: string): TypeDescription {
  const common = { ...plain, ...around.common(type), sql };
  if (isOf(type, 'enum')) return { ...common, kind: 'enum', labels: type.facts.labels };
  if (isOf(type, 'domain')) {
    const { type: base, notNull, default: fallback, collation } = type.facts;
    const constraints = around.children(type.id).flatMap((child) => constraintOf(child, around));
    return { ...common, kind: 'domain', base, nullable: !notNull, default: fallback, collation, constraints };
  }
  if (isOf(type, 'composite')) {
    const { schema, name: own, attributes } = type.facts;
    const described = attributes.map(({ name, type: of }) => ({
      name,
      type: of,
      comment: around.comment(`COLUMN ${qualified(schema, own, name)}`),
    }));
    return { ...common, kind: 'composite', attributes: described };
  }
  if (!isOf(type, 'range')) throw new Error(`${type.id} is no type.`);
  const { subtype, collation, multirangeSchema, multirange } = type.facts;
  return { ...common, kind: 'range', base: subtype, collation, multirange: qualified(multirangeSchema, multirange) };
}

function constraintOf(child: CatalogObject, around: Surroundings): readonly PartDescription[] {
  if (!isOf(child, 'domain-constraint')) return [];
  const { name, definition } = child.facts;
  return [{ name: qualified(name), definition, comment: around.comment(child.id), inheritedFrom: null }];
}
