import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { typeName, underlyingType } from '../column/type/type-name.ts';
import { type Attribute, type CompositeFacts, compositeName } from './composite-facts.ts';

/** A composite type that was put aside, and its successor. */
export interface Succession {
  readonly from: CompositeFacts;
  readonly to: CompositeFacts;
  /** The name that the old type has meanwhile. */
  readonly aside: string;
}

/**
 * A cast from the old type to its successor, attribute by attribute, so that columns can be converted, arrays too.
 * The text of a value doesn't say which attribute is which.
 */
export function createValueCast(succession: Succession, context: Context): readonly Statement[] {
  const { from, to } = succession;
  const old = new Map(from.attributes.map((attribute) => [attribute.name, attribute]));
  const values = to.attributes.map((attribute) => {
    const before = old.get(attribute.name);
    return before === undefined ? 'NULL' : converted(before, attribute, context);
  });
  const [oldType, type] = [oldName(succession), compositeName(to)];
  return [
    statement(
      `CREATE FUNCTION ${oldType}(${oldType})\n  RETURNS ${type}\n  LANGUAGE sql\n  IMMUTABLE STRICT\n` +
        `AS $$ SELECT ROW(${values.join(', ')})::${type} $$`,
    ),
    statement(`CREATE CAST (${oldType} AS ${type}) WITH FUNCTION ${oldType}(${oldType})`),
  ];
}

export function dropValueCast(succession: Succession): readonly Statement[] {
  const oldType = oldName(succession);
  return [
    statement(`DROP CAST (${oldType} AS ${compositeName(succession.to)})`),
    statement(`DROP FUNCTION ${oldType}(${oldType})`),
  ];
}

function oldName({ from, aside }: Succession): string {
  return qualified(from.schema, aside);
}

/** Types of the user's may have been put aside as well: enums know each other only by their texts. */
function converted(before: Attribute, after: Attribute, { from }: Context): string {
  const value = `($1).${identifier(before.name)}`;
  const element = underlyingType(typeName(after.type).base, from);
  const isText = element.includes('.') && !from.objects.has(`composite ${element}`);
  return `${value}${isText ? '::text' : ''}::${after.type}`;
}
