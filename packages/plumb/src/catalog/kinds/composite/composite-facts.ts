import { identifier, qualified } from '../../identifier.ts';

export interface Attribute {
  readonly name: string;
  readonly type: string;
  /** Where it isn't that of the type. */
  readonly collation: string | null;
}

export type CompositeFacts = {
  readonly schema: string;
  readonly name: string;
  /** In their order, which values without names follow. */
  readonly attributes: readonly Attribute[];
};

export function compositeName({ schema, name }: CompositeFacts): string {
  return qualified(schema, name);
}

/** As it stands in CREATE TYPE and ADD ATTRIBUTE. */
export function attributeClause({ name, type, collation }: Attribute): string {
  return `${identifier(name)} ${type}${collation === null ? '' : ` COLLATE ${collation}`}`;
}
