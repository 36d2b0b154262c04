import type { Migration } from '@pgplumb/migrate';
import type { Unit } from '@pgplumb/migrate/files';
import { locationAt, offsetOfCharacter, type PlacedStatement, refusesTransaction } from '@pgplumb/migrate/sql';
import type { Catalog } from '../catalog/catalog-object.ts';
import type { RehearsalFailure, RehearsedMigration, RehearsedStep } from '../rehearsal/rehearse/rehearsal.ts';
import { unitsIn } from '../rehearsal/rehearse/units-in.ts';
import { joinLocks, type Locks } from '../rehearsal/watch/lock-mode.ts';
import type { PlacedFault } from '../sql/sql-problem.ts';
import { isTree, treeOf } from '../sql/tree-of.ts';
import { addRelation, catalogOf, type GrowingCatalog } from './catalog-of.ts';
import { Effects } from './effects.ts';
import type { EnumValue } from './model/element.ts';
import { Model } from './model/model.ts';
import { wasThere } from './model/was-there.ts';
import { readStatement } from './read-statement.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** Says what migrations would do from their text alone, and that of what was before them. */
export class Prediction {
  readonly #model: Model;
  #before: GrowingCatalog | null = null;
  /** Statements of which can't be said what they do. */
  readonly unread: PlacedStatement[] = [];

  /** `complete`: what none of the statements before tells isn't there. */
  constructor({ major, complete }: { readonly major: number; readonly complete: boolean }) {
    this.#model = new Model({
      major,
      complete,
      implied: (relation) => {
        if (this.#before !== null) addRelation(relation, this.#model, { ...this.#before, onlyFirst: true });
      },
    });
  }

  /** A statement of what is there before the migrations. */
  know(statement: PlacedStatement): void {
    const tree = treeOf(statement);
    if (isTree(tree)) readStatement(tree, { model: this.#model, effects: new Effects(), text: statement.text });
  }

  /** The state before all migrations. What they show to have been there is added while they are read. */
  get before(): Catalog {
    this.#before ??= this.#begin();
    return this.#before;
  }

  #begin(): GrowingCatalog {
    this.#model.searchPath = ['public'];
    wasThere(this.#model);
    return catalogOf(this.#model);
  }

  /** The state that all migrations read so far lead to. */
  get after(): Catalog {
    return catalogOf(this.#model);
  }

  /** The same, made when it is looked at: most migrations are judged without. */
  #lazy(): Catalog {
    let made: Catalog | null = null;
    const catalog = (): Catalog => {
      made ??= this.after;
      return made;
    };
    return {
      major: this.#model.major,
      get objects() {
        return catalog().objects;
      },
      get needs() {
        return catalog().needs;
      },
      hints: new Map(),
      coverage: [],
    };
  }

  /** What the next migration does. Its state afterwards is to be asked for before the next one is read. */
  migrate(migration: Migration): RehearsedMigration {
    void this.before;
    const { version, reversible } = migration;
    const units = unitsIn(migration.up);
    const nothing = { version, steps: [], reversible, down: null, after: null };
    if ('fault' in units) return { ...nothing, failure: { placed: units, onRows: false, invented: false } };
    const steps: RehearsedStep[] = [];
    let failure: RehearsalFailure | null = null;
    for (const [at, unit] of units.entries()) {
      const fresh = new Set<EnumValue>();
      let held: Locks = {};
      for (const statement of unit.statements) {
        const step = {
          version,
          file: statement.source.name,
          line: locationAt(statement.source, statement.start, statement.end).line,
          sql: statement.text,
          statement,
          transaction: isOutside(unit) ? null : at,
        };
        const read: StepRead | null = failure === null ? this.#step(statement, { unit, held, fresh }) : null;
        if (read !== null && 'placed' in read) failure = read;
        const done = read === null || 'placed' in read ? { observation: null, changes: [] } : read;
        steps.push({ ...step, ...done });
        held = joinLocks(held, done.observation?.locks ?? {});
      }
    }
    this.#model.searchPath = ['public'];
    this.#model.timeZone = null;
    return { version, steps, reversible, failure, down: null, after: failure === null ? this.#lazy() : null };
  }

  #step(
    statement: PlacedStatement,
    { unit, held, fresh }: { readonly unit: Unit; readonly held: Locks; readonly fresh: Set<EnumValue> },
  ): StepRead {
    const model = this.#model;
    const tree = treeOf(statement);
    if (!isTree(tree)) return failed(statement, { message: tree.message, sqlstate: '42601' }, tree.position);
    if (unit.mode === 'together' && refusesTransaction(statement.text)) {
      return failed(statement, {
        message: `${nameOf(statement)} cannot run inside a transaction block`,
        sqlstate: '25001',
      });
    }
    const refusal = refusalOf(tree, model, fresh);
    if (refusal !== null) return failed(statement, refusal);
    const effects = new Effects();
    const values = valuesOf(model);
    if (!readStatement(tree, { model, effects, text: statement.text })) this.unread.push(statement);
    if ('AlterEnumStmt' in tree && unit.mode === 'together') {
      for (const value of valuesOf(model)) if (!values.has(value) && value.of.first !== null) fresh.add(value);
    }
    return { observation: effects.observation(held), changes: effects.changes() };
  }
}

type StepRead = Pick<RehearsedStep, 'observation' | 'changes'> | RehearsalFailure;

function valuesOf({ types }: Model): ReadonlySet<EnumValue> {
  return new Set([...types.values()].flatMap(({ values }) => values));
}

function isOutside({ mode, statements }: Unit): boolean {
  return mode === 'alone' && statements.some(({ text }) => refusesTransaction(text));
}

/** As PostgreSQL calls it where it refuses it. */
function nameOf({ text }: PlacedStatement): string {
  const [words = ''] =
    /^[a-z]+(?:\s+(?!\S*[(."])(?:unique\s+)?(?:index|table|schema|database|system|tablespace|concurrently)){0,2}/i.exec(
      text,
    ) ?? [];
  return words.replaceAll(/\s+/g, ' ').toUpperCase().replace('UNIQUE ', '');
}

function failed(
  { source, start, end, text }: PlacedStatement,
  { message, sqlstate }: Refusal,
  position?: number,
): RehearsalFailure {
  const at = position === undefined ? start : start + offsetOfCharacter(text, position);
  const location = locationAt(source, at, position === undefined ? end : at + 1);
  const placed: PlacedFault = {
    source,
    fault: { message, location, sqlstate, detail: null, hint: null, context: null, inner: null },
  };
  return { placed, onRows: false, invented: false };
}
