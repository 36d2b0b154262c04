import type { Part } from '../../rehearsal/watch/parts.ts';
import type {
  Attached,
  Column,
  DomainCheck,
  EnumValue,
  Relation,
  Routine,
  Schema,
  TableConstraint,
  UserType,
} from './element.ts';

const plain = { of: null, type: null, notNull: null, inherited: false } as const;

/** What others call by its name, as a rehearsal tells of it. */
export const partOf = {
  relation: ({ kind, schema, name }: Relation): Part => ({ ...plain, kind, schema, name }),
  column: ({ relation, name, type, notNull, inherited }: Column): Part => ({
    kind: 'column',
    schema: relation.schema,
    of: relation.name,
    name,
    type,
    notNull: notNull !== null,
    inherited,
  }),
  constraint: ({ relation, name, type, inherited }: TableConstraint): Part => ({
    ...plain,
    kind: 'constraint',
    schema: relation.schema,
    of: relation.name,
    name,
    type,
    inherited,
  }),
  attached: ({ kind, relation, name }: Attached): Part => ({
    ...plain,
    kind,
    schema: relation.schema,
    of: relation.name,
    name,
  }),
  type: ({ schema, name, type }: UserType): Part => ({ ...plain, kind: 'type', schema, name, type }),
  value: ({ of, name }: EnumValue): Part => ({ ...plain, kind: 'enum value', schema: of.schema, of: of.name, name }),
  check: ({ of, name }: DomainCheck): Part => ({
    ...plain,
    kind: 'constraint',
    schema: of.schema,
    of: of.name,
    name,
    type: 'c',
  }),
  routine: ({ schema, name }: Routine): Part => ({ ...plain, kind: 'function', schema, name, type: '' }),
  schema: ({ name }: Schema): Part => ({ ...plain, kind: 'schema', schema: name, name }),
};
