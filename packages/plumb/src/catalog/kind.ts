import type { Catalog, CatalogObject } from './catalog-object.ts';
import type { Reader } from './reader.ts';
import type { Statement } from './statement.ts';

/** What a kind is told when it writes SQL. */
export interface Context {
  /** Of the server that the SQL is for. */
  readonly major: number;
  /** Whether to prefer forms that let a running application go on. */
  readonly online: boolean;
  readonly from: Catalog;
  readonly to: Catalog;
  /** Whether rows of a table, by its id, are too many to be rewritten by one statement. */
  stepwise(table: string): boolean;
  /** Whether the object is there before, stays, and isn't made anew: it may hold rows, and be in use. */
  stays(id: string): boolean;
  /** Whether the object's successor is made beside it, under `successorName` of its name, and takes its place in the end. */
  isBeside(id: string): boolean;
  /** Whether something, by its qualified name, gets the name back that it had before when all is done. */
  renamedAfter(name: string): boolean;
  /** The name that an object was put aside under, while its successor takes its place. */
  asideName(object: CatalogObject): string;
}

export interface Alteration {
  readonly statements: readonly Statement[];
  /** Which of its direct dependents must be taken down before and rebuilt after; none, where it isn't given. */
  readonly takesDown?: (dependent: CatalogObject, kind: Kind) => boolean;
}

/** No ALTER leads there: the object is dropped and made anew, with all that depends on it. */
export interface Replacement {
  readonly replace: string;
  /** The new one is made beside the old one, which is in use until then. */
  readonly beside?: boolean;
}

/** How a successor is made while the object itself is in use, and takes its place at once when all is ready. */
export interface Beside<Facts extends object = object> {
  /** Whether it can be. Asked where something that it needs is made anew so. */
  fits(from: CatalogObject<Facts>, to: CatalogObject<Facts>, context: Context): boolean;
  /** Makes the successor under another name, out of what it needs or of the successors of that. */
  make(from: CatalogObject<Facts>, to: CatalogObject<Facts>, context: Context): readonly Statement[];
  /** Whether something new that needs the object is part of the successor, and made before that takes its place. */
  joins?(part: CatalogObject, to: CatalogObject<Facts>): boolean;
  /** Drops the object and gives its name to the successor. What needed it is gone, or has left it, by then. */
  takePlace(from: CatalogObject<Facts>, to: CatalogObject<Facts>, context: Context): readonly Statement[];
}

/** Objects that neither catalogue has read. */
export interface Unsaid {
  readonly from: readonly CatalogObject[];
  readonly to: readonly CatalogObject[];
}

/** How a kind's objects are renamed with all that they hold. Kinds without it are dropped and created. */
export interface Renaming<Facts extends object = object> {
  /** False where a rename saves only work, because two objects that are alike but for the name are the same. */
  readonly asks: boolean;
  /** Whether anything would be lost with it. True, unless this says otherwise; where not, nobody is asked either. */
  holds?(object: CatalogObject<Facts>, catalog: Catalog): boolean;
  /** The names that lead to it: schema and name, and for what is in a table the table's in between. */
  path(object: CatalogObject<Facts>): readonly string[];
  /** Whether the two could be one object under two names. Their containers have the same name. */
  mayBe(
    from: CatalogObject<Facts>,
    to: CatalogObject<Facts>,
    catalogs: { readonly from: Catalog; readonly to: Catalog },
  ): boolean;
  /** Leads from one path to another, also into another schema where that is possible. */
  rename(was: readonly string[], is: readonly string[]): readonly Statement[];
}

/** Names inside an object's facts that can be changed with what they stand for: an enum's labels, a type's attributes. */
export interface InnerNames<Facts extends object = object> {
  /** What one of them is called, for a person. */
  readonly what: string;
  path(object: CatalogObject<Facts>): readonly string[];
  names(object: CatalogObject<Facts>): readonly string[];
  /** Whether rows hold what the names stand for: only then it makes a difference whether one was renamed. */
  areStored(object: CatalogObject<Facts>, catalog: Catalog): boolean;
  /** `path` is the object's. */
  rename(path: readonly string[], was: string, is: string): Statement;
}

/**
 * What is known of one kind of object, in one file that is named after it.
 * Methods that are not given mean that the kind has no such thing.
 */
export interface Kind<Facts extends object = object> {
  readonly id: string;
  /** Where it stands among the others in a dump, and in a plan where nothing else decides. */
  readonly rank: number;
  /** The system catalogue that all of it stands in: where the database has no row of its own there, it isn't read. */
  readonly catalog?: string;
  /** Which of that catalogue's rows can be of this kind, where others stand there as well. */
  readonly where?: string;
  /** PostgreSQL itself carries it over when the type of a column that it uses changes: indexes, constraints. */
  readonly followsColumnType?: boolean;

  /** It governs what is made after it, so that it is changed when all else is made. */
  readonly comesLast?: boolean;
  /**
   * A schema that says nothing of this kind, or of the kind that is named, leaves a database's own as they are: owners,
   * grants, publications.
   */
  readonly onlyWhereStated?: boolean | string;
  readonly renaming?: Renaming<Facts>;
  readonly innerNames?: InnerNames<Facts>;

  /** Adds the database's objects of this kind. */
  read(reader: Reader): Promise<void>;
  /** Objects that say what holds where nothing is said, if a migration must see to it all the same. */
  unsaid?(from: Catalog, to: Catalog, phrase: (object: CatalogObject) => string): Unsaid;
  /** What new objects in `to` have by themselves: rights that they get by default. */
  byItself?(from: Catalog, to: Catalog, phrase: (object: CatalogObject) => string): readonly CatalogObject[];
  /** As COMMENT ON and the like name it: `TABLE public.users`. */
  phrase(object: CatalogObject<Facts>): string;
  /** `parts` are the children that are made by the same statement, out of those for which `folds` is true. */
  create(object: CatalogObject<Facts>, context: Context, parts: readonly CatalogObject[]): readonly Statement[];
  drop(object: CatalogObject<Facts>, context: Context): readonly Statement[];
  alter(from: CatalogObject<Facts>, to: CatalogObject<Facts>, context: Context): Alteration | Replacement;

  /**
   * Whether what is there does for what is wanted, though it differs, because no statement leads there. `to` is null
   * where none is wanted.
   */
  suffices?(
    from: CatalogObject<Facts>,
    to: CatalogObject<Facts> | null,
    catalogs: { readonly from: Catalog; readonly to: Catalog },
  ): boolean;
  /** Whether its parent's statement can make it. It is asked only where both are made. */
  folds?(object: CatalogObject<Facts>, parent: CatalogObject, context: Context): boolean;
  /** Whether PostgreSQL drops it by itself when its parent is dropped. True, unless this says otherwise. */
  goesWithParent?(object: CatalogObject<Facts>): boolean;
  /** Whether its children go when it goes. True, unless this says otherwise: a column that is inherited from then on. */
  takesAlong?(object: CatalogObject<Facts>, context: Context): boolean;
  /**
   * Names and places that only one object can have at a time: `relation public.users`. A place inside another object
   * ends with ` of ` and its id: it is free when that one is put aside.
   */
  occupies?(object: CatalogObject<Facts>): readonly string[];
  /** Calls that may mean it, or another that has the same: while both are there, PostgreSQL may not know which. */
  answersTo?(object: CatalogObject<Facts>): readonly string[];
  /** Objects whose parts it repeats: it is made when those of them that go are gone. */
  repeats?(object: CatalogObject<Facts>): readonly string[];
  /** Renames it out of its successor's way, so that dependents can be led over one by one before it is dropped. */
  putAside?(object: CatalogObject<Facts>, context: Context): readonly Statement[];
  /** Drops what was put aside. */
  dropAside?(object: CatalogObject<Facts>, context: Context): readonly Statement[];
  readonly beside?: Beside<Facts>;
  /** Leads an object over from a dependency that goes to its successor, without making it anew. */
  leadOver?(
    from: CatalogObject<Facts>,
    to: CatalogObject<Facts>,
    successor: CatalogObject,
    context: Context,
  ): Alteration | null;
}

/**
 * Types a kind by its facts. A kind is only ever given objects that its own `read` has made, which is why methods
 * may narrow `CatalogObject` to their own facts.
 */
export function defineKind<Facts extends object>(kind: Kind<Facts>): Kind<Facts> {
  return kind;
}
