/** Another object: `{ kind: 'view', name: 'app.active_users' }`. Names are as SQL writes them. */
export interface Reference {
  readonly kind: string;
  readonly name: string;
}

/** What a role may do. What everybody or the owner may usually do is not among it, unless it was taken away. */
export interface GrantDescription {
  readonly role: string;
  readonly privileges: readonly string[];
  /** Those of them that the role may grant to others. */
  readonly grantable: readonly string[];
  /** What the role usually has and has not here. */
  readonly revoked: readonly string[];
  /** Null where it holds for all of it. */
  readonly column: string | null;
}

/** What is known of every object. */
export interface ObjectDescription {
  readonly name: string;
  readonly comment: string | null;
  /** Null where it belongs to the role that runs the database's SQL. */
  readonly owner: string | null;
  readonly grants: readonly GrantDescription[];
  /** What can't be without it. */
  readonly usedBy: readonly Reference[];
  /** Functions whose bodies have its name in them: PostgreSQL doesn't know whether they mean it. */
  readonly namedBy: readonly Reference[];
  /** The SQL that makes it, with all that belongs to it. */
  readonly sql: string;
}

export interface ColumnDescription {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly identity: 'always' | 'by default' | null;
  readonly generated: { readonly expression: string; readonly kept: 'stored' | 'virtual' } | null;
  readonly comment: string | null;
}

/** A part of a table with a name and a definition: `UNIQUE (email)`. */
export interface PartDescription {
  readonly name: string;
  readonly definition: string;
  readonly comment: string | null;
  /** The table that it is handed down from. */
  readonly inheritedFrom: string | null;
}

export interface ForeignKeyDescription extends PartDescription {
  /** The table that refers. */
  readonly table: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: string; readonly columns: readonly string[] };
}

export interface IndexDescription extends PartDescription {
  readonly unique: boolean;
  readonly valid: boolean;
  /** Null where it isn't known. */
  readonly bytes: number | null;
}

export interface PartitionDescription {
  readonly table: string;
  readonly bounds: string;
}

/** A table, a view or what is like them. */
export interface RelationDescription extends ObjectDescription {
  readonly kind: 'table' | 'foreign-table' | 'view' | 'materialized-view';
  readonly columns: readonly ColumnDescription[];
  readonly primaryKey: PartDescription | null;
  readonly uniques: readonly PartDescription[];
  readonly foreignKeys: readonly ForeignKeyDescription[];
  readonly referencedBy: readonly ForeignKeyDescription[];
  readonly checks: readonly PartDescription[];
  readonly exclusions: readonly PartDescription[];
  /** Without those of constraints. */
  readonly indexes: readonly IndexDescription[];
  readonly triggers: readonly PartDescription[];
  readonly rowSecurity: 'off' | 'on' | 'forced';
  readonly policies: readonly PartDescription[];
  readonly rules: readonly PartDescription[];
  readonly statistics: readonly PartDescription[];
  readonly publications: readonly string[];
  readonly partitionKey: string | null;
  readonly partitionOf: PartitionDescription | null;
  readonly partitions: readonly PartitionDescription[];
  readonly inherits: readonly string[];
  readonly children: readonly string[];
  readonly ofType: string | null;
  readonly unlogged: boolean;
  readonly server: string | null;
  readonly options: Readonly<Record<string, string>>;
  /** Of a view. */
  readonly query: string | null;
  /** As the server estimates them; null where it isn't asked, or has not counted yet. */
  readonly rows: number | null;
  /** With indexes, as the server estimates it. */
  readonly bytes: number | null;
}

export interface TypeDescription extends ObjectDescription {
  readonly kind: 'enum' | 'domain' | 'composite' | 'range';
  readonly labels: readonly string[];
  /** What a domain or a range is made of. */
  readonly base: string | null;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly collation: string | null;
  readonly constraints: readonly PartDescription[];
  readonly attributes: readonly { readonly name: string; readonly type: string; readonly comment: string | null }[];
  readonly multirange: string | null;
}

export interface RoutineDescription extends ObjectDescription {
  readonly kind: 'function' | 'procedure' | 'aggregate';
  readonly arguments: string;
  /** Null for procedures. */
  readonly returns: string | null;
  /** Null for aggregates. */
  readonly language: string | null;
  /** What is not as PostgreSQL assumes: `IMMUTABLE`, `SECURITY DEFINER`. */
  readonly attributes: readonly string[];
  readonly body: string | null;
}

export interface SequenceDescription extends ObjectDescription {
  readonly kind: 'sequence';
  readonly type: string;
  readonly options: readonly string[];
  readonly ownedBy: string | null;
}

/** A column that was asked for by its name. */
export interface NamedColumnDescription extends ObjectDescription {
  readonly kind: 'column';
  readonly table: string;
  readonly column: ColumnDescription;
  /** Constraints and indexes that it is in. */
  readonly partOf: readonly PartDescription[];
  readonly referencedBy: readonly ForeignKeyDescription[];
}

export interface ExtensionDescription extends ObjectDescription {
  readonly kind: 'extension';
  readonly schema: string | null;
  /** Null where it is the server's default. */
  readonly version: string | null;
}

/** Any other kind. */
export interface OtherDescription extends ObjectDescription {
  readonly kind: 'other';
  readonly what: string;
}

export type Description =
  | RelationDescription
  | TypeDescription
  | RoutineDescription
  | SequenceDescription
  | NamedColumnDescription
  | ExtensionDescription
  | SchemaDescription
  | OtherDescription;

/** One line about an object in a list. */
export interface Summary {
  readonly name: string;
  readonly comment: string | null;
}

export interface RelationSummary extends Summary {
  readonly kind: RelationDescription['kind'];
  readonly columns: number;
  /** Of a partitioned table. */
  readonly partitions: number;
  readonly partitionOf: string | null;
  readonly rows: number | null;
  readonly bytes: number | null;
}

export interface TypeSummary extends Summary {
  readonly kind: string;
  /** `draft, sent, paid`, `text`, `(x integer, y integer)` */
  readonly of: string;
}

export interface RoutineSummary extends Summary {
  readonly kind: RoutineDescription['kind'];
  readonly returns: string | null;
}

export interface OtherSummary extends Summary {
  readonly kind: string;
}

/** What a schema holds. */
export interface SchemaDescription extends ObjectDescription {
  readonly kind: 'schema';
  readonly tables: readonly RelationSummary[];
  readonly views: readonly RelationSummary[];
  readonly types: readonly TypeSummary[];
  readonly routines: readonly RoutineSummary[];
  readonly sequences: readonly Summary[];
  readonly others: readonly OtherSummary[];
}

/** What a whole database holds. */
export interface DatabaseDescription {
  readonly schemas: readonly SchemaDescription[];
  readonly extensions: readonly (Summary & { readonly version: string | null })[];
  /** What is in no schema: publications, event triggers, foreign servers. */
  readonly others: readonly OtherSummary[];
}

/** What a server estimates of a relation or an index, by its qualified name. */
export type Sizes = ReadonlyMap<string, { readonly rows: number | null; readonly bytes: number }>;
