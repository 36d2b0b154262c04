import type { RangeVar } from 'libpg-query';
import type { Column, Index, Relation, Routine, Schema, TableConstraint, UserType } from './element.ts';
import { partOf } from './part-of.ts';

/** What there is in a database, as far as the text of statements says. */
export class Model {
  readonly relations = new Map<string, Relation>();
  readonly indexes = new Map<string, Index>();
  readonly types = new Map<string, UserType>();
  readonly routines = new Map<string, Routine>();
  readonly schemas = new Map<string, Schema>();
  searchPath: readonly string[] = ['public'];
  /** PostgreSQL's time zone as statements set it; null where none does. */
  timeZone: string | null = null;
  /** Whether all that there was before the migrations is known: what isn't among it isn't there. */
  readonly complete: boolean;
  readonly major: number;
  /** Told of each thing that a statement shows to have been there. */
  readonly #implied: (relation: Relation) => void;

  constructor({ major, complete, implied }: { major: number; complete: boolean; implied: (of: Relation) => void }) {
    this.major = major;
    this.complete = complete;
    this.#implied = implied;
  }

  find({ schemaname, relname = '' }: RangeVar): Relation | null {
    return found(this.relations, this.#schemasOf(schemaname), relname);
  }

  /** A relation that a statement can't be run without: one that nobody told of was there before. Null is one of PostgreSQL's own. */
  relation(named: RangeVar, kind: Relation['kind'] = 'table'): Relation | null {
    const known = this.find(named);
    const { schemaname = this.searchPath[0] ?? 'public', relname: name = '', relpersistence } = named;
    if (known !== null || /^pg_|^information_schema$/.test(schemaname) || relpersistence === 't') return known;
    if (named.schemaname === undefined && name.startsWith('pg_')) return null;
    const relation = this.addRelation({ kind, schema: schemaname, name, open: true });
    relation.origin = `${schemaname}.${name}`;
    relation.first = partOf.relation(relation);
    this.#implied(relation);
    return relation;
  }

  /** A column that a statement can't be run without; null where it isn't in a table whose columns are known. */
  column(relation: Relation, name: string): Column | null {
    const known = relation.columns.get(name);
    if (known !== undefined || !relation.open) return known ?? null;
    const column = this.addColumn(relation, name, {});
    if (relation.origin !== null) {
      column.first = partOf.column(column);
      this.#implied(relation);
    }
    return column;
  }

  constraint(relation: Relation, name: string): TableConstraint | null {
    const known = relation.constraints.get(name);
    if (known !== undefined || !relation.open) return known ?? null;
    const constraint = this.addConstraint(relation, name, { type: null });
    if (relation.origin !== null) constraint.first = partOf.constraint(constraint);
    return constraint;
  }

  findIndex(schema: string | undefined, name: string): Index | null {
    return found(this.indexes, this.#schemasOf(schema), name);
  }

  /** An index that a statement can't be run without; where nobody told of it, its table isn't known either. */
  index(schema: string | undefined, name: string): Index {
    const known = this.findIndex(schema, name);
    if (known !== null) return known;
    const relation = this.relation({
      ...(schema === undefined ? {} : { schemaname: schema }),
      relname: `table of ${name}`,
    });
    if (relation === null) throw new Error(`An index of PostgreSQL's own: ${name}`);
    const index = this.addIndex(relation, name, {});
    index.origin = `${index.schema}.${name}`;
    return index;
  }

  type(names: readonly string[]): UserType | null {
    return found(this.types, this.#schemasOf(names.at(-2)), names.at(-1) ?? '');
  }

  /** By its name alone: which of several is meant, their arguments would say. */
  routine(names: readonly string[]): Routine | null {
    return found(this.routines, this.#schemasOf(names.at(-2)), names.at(-1) ?? '');
  }

  addRelation({ kind, schema, name, open, ...more }: NewRelation): Relation {
    const relation: Relation = {
      kind,
      schema: schema ?? this.searchPath[0] ?? 'public',
      name,
      open,
      first: null,
      gone: false,
      origin: null,
      columns: new Map(),
      constraints: new Map(),
      indexes: new Set(),
      attached: new Set(),
      parents: new Set(),
      children: new Set(),
      partitionKey: null,
      bound: null,
      logged: true,
      rowSecurity: false,
      reads: new Set(),
      words: new Set(),
      populated: true,
      owner: null,
      ...more,
    };
    this.relations.set(keyOf(relation), relation);
    return relation;
  }

  addColumn(relation: Relation, name: string, more: Partial<Column>): Column {
    const column: Column = {
      first: null,
      gone: false,
      type: null,
      collation: null,
      notNull: null,
      default: null,
      identity: null,
      generated: null,
      inherited: false,
      ...more,
      relation,
      name,
    };
    relation.columns.set(name, column);
    return column;
  }

  addConstraint(relation: Relation, name: string, more: Partial<TableConstraint>): TableConstraint {
    const constraint: TableConstraint = {
      first: null,
      gone: false,
      type: null,
      columns: new Set(),
      expression: null,
      proves: [],
      validated: true,
      enforced: true,
      references: null,
      onDelete: 'a',
      index: null,
      inherited: false,
      inheritable: true,
      ...more,
      relation,
      name,
    };
    relation.constraints.set(name, constraint);
    return constraint;
  }

  addIndex(relation: Relation, name: string, more: Partial<Index>): Index {
    const index: Index = {
      schema: relation.schema,
      origin: null,
      method: 'btree',
      unique: false,
      keys: [],
      columns: [],
      uses: new Set(),
      computed: new Set(),
      include: [],
      where: null,
      parent: null,
      constraint: null,
      valid: true,
      ...more,
      relation,
      name,
    };
    relation.indexes.add(index);
    this.indexes.set(keyOf(index), index);
    return index;
  }

  addType(names: readonly string[], more: Pick<UserType, 'type'> & Partial<UserType>): UserType {
    const [name = '', schema = this.searchPath[0] ?? 'public'] = [...names].reverse();
    const nothing = {
      first: null,
      gone: false,
      base: null,
      isVolatile: false,
      checks: new Map(),
      notNull: false,
      default: null,
      values: [],
    };
    const type: UserType = { ...nothing, ...more, schema, name };
    this.types.set(keyOf(type), type);
    return type;
  }

  addRoutine(
    names: readonly string[],
    { volatile, wasThere, body = null }: { volatile: boolean; wasThere: boolean; body?: string | null },
  ): Routine {
    const [name = '', schema = this.searchPath[0] ?? 'public'] = [...names].reverse();
    const routine: Routine = { schema, name, volatile, body, first: null, gone: false };
    if (wasThere) routine.first = partOf.routine(routine);
    this.routines.set(keyOf(routine), routine);
    return routine;
  }

  addSchema(name: string, wasThere: boolean): Schema {
    const schema: Schema = { name, first: null, gone: false };
    if (wasThere) schema.first = partOf.schema(schema);
    this.schemas.set(name, schema);
    return schema;
  }

  removeIndex(index: Index): void {
    index.relation.indexes.delete(index);
    this.indexes.delete(keyOf(index));
  }

  /** What is called, or lies, otherwise from now on. */
  moved<T extends Named>(map: Map<string, T>, thing: T, to: Partial<Pick<T, 'schema' | 'name'>>): void {
    map.delete(keyOf(thing));
    Object.assign(thing, to);
    map.set(keyOf(thing), thing);
  }

  #schemasOf(schema: string | undefined): readonly string[] {
    return schema === undefined ? ['pg_temp', ...this.searchPath] : [schema];
  }
}

interface Named {
  schema: string;
  name: string;
}

type NewRelation = Pick<Relation, 'kind' | 'name' | 'open'> & { readonly schema?: string | undefined } & Partial<
    Pick<Relation, 'logged' | 'reads' | 'words' | 'populated' | 'partitionKey' | 'bound' | 'owner'>
  >;

export function keyOf({ schema, name }: Named): string {
  return `${schema}\0${name}`;
}

function found<T>(things: ReadonlyMap<string, T>, schemas: readonly string[], name: string): T | null {
  for (const schema of schemas) {
    const thing = things.get(keyOf({ schema, name }));
    if (thing !== undefined) return thing;
  }
  return null;
}
