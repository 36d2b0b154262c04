import type { Client } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { provideEmptyStandIn } from '../../postgres/embedded/stand-in-files.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { shadowFunctions } from '../../postgres/shadow/shadow-functions.ts';
import { type Statement, splitStatements } from '../../sql/split-statements.ts';
import { rolesInBlock } from './anonymous-block.ts';
import { asSuperuser } from './as-superuser.ts';
import { clusterNote } from './cluster-statements.ts';
import { collationNote, localesOf, makeCollations } from './collations.ts';
import { type AvailableExtensions, extensionOf } from './extension-statements.ts';
import { makeRoles, missingRole } from './make-roles.ts';
import { namedRoles } from './named-roles.ts';
import { note } from './note.ts';
import { customSettingsOf } from './privileged-statements.ts';
import { runTreated, type TreatedStatement } from './run-treated.ts';
import { rareSettingOf } from './settings.ts';
import { readExtensions, readFacts, type ShadowFacts, unknownSettings } from './shadow-facts.ts';
import { treatStatement } from './treat-statement.ts';

/** Runs SQL on a shadow as a superuser would; what the shadow lacks is stood in for. */
export interface ShadowRunner {
  /** Runs one statement, or a whole script as one simple query. */
  run(sql: string): Promise<void>;
  /**
   * Makes the stand-ins that a script will need without running it. What belongs to the whole cluster is better made before
   * a transaction begins, in which others would wait for it.
   */
  foresee(sql: string): Promise<void>;
  readonly notes: readonly Finding[];
}

export function shadowRunner(client: Client): ShadowRunner {
  return new Runner(client);
}

class Runner implements ShadowRunner {
  readonly #client: Client;
  readonly #notes = new Map<string, Finding>();
  readonly #roles = new Set<string>();
  readonly #foreignRoles = new Set<string>();
  readonly #collations = new Set<string>();
  readonly #settings = new Map<string, boolean>();
  #facts: ShadowFacts | undefined;
  /** What was foreseen is run next. */
  #parsed: { readonly sql: string; readonly statements: readonly Statement[] } | undefined;
  #extensions: AvailableExtensions = new Map();
  #hasFunctions = false;
  #hasOptions = false;
  #hasCompression = false;

  constructor(client: Client) {
    this.#client = client;
  }

  get notes(): readonly Finding[] {
    return [...this.#notes.values()];
  }

  async foresee(sql: string): Promise<void> {
    await this.#standIn(await this.#statementsOf(sql));
  }

  async run(sql: string): Promise<void> {
    const statements = await this.#statementsOf(sql);
    const facts = await this.#standIn(statements);
    const treated = this.#treat(statements, facts);
    if (treated.some(({ before, after }) => before.length + after.length > 0)) await this.#provideFunctions(facts);
    const isOnePiece = !statements.some(({ tree }) => tree !== null && 'TransactionStmt' in tree);
    const returns = facts.broker !== null && this.#client.getTransactionStatus() === 'T' && mayMakeRoles(statements);
    for (let lacking: string | null = null; ; ) {
      try {
        if (returns) await this.#client.query(`SAVEPOINT ${savepoint}`);
        await runTreated(this.#client, sql, treated);
        if (returns) await this.#client.query(`RELEASE SAVEPOINT ${savepoint}`);
        return;
      } catch (error) {
        // named by dynamic SQL
        const role = missingRole(error);
        if (role !== null && returns) await this.#client.query(`ROLLBACK TO SAVEPOINT ${savepoint}`);
        if (role === null || role === lacking || !isOnePiece || !(await this.#isUsable())) throw error;
        lacking = role;
        await this.#makeRoles([role], facts);
      }
    }
  }

  async #statementsOf(sql: string): Promise<readonly Statement[]> {
    if (this.#parsed?.sql === sql) return this.#parsed.statements;
    const { statements } = await splitStatements({ name: 'sql', text: sql });
    // where it can't be taken apart, the server says what is wrong
    this.#parsed = { sql, statements: statements ?? [] };
    return this.#parsed.statements;
  }

  /** Again when the transaction that made them was rolled back. */
  async #provideFunctions({ user, broker }: ShadowFacts): Promise<void> {
    // there from the start
    if (broker !== null) return;
    const { rows } = await this.#client.query<{ there: boolean }>(
      "SELECT pg_catalog.to_regproc('plumb_shadow.take_options') IS NOT NULL AS there",
    );
    if (this.#hasFunctions && rows[0]?.there) return;
    await this.#client.query(asSuperuser(user, shadowFunctions));
    this.#hasFunctions = true;
  }

  #treat(statements: readonly Statement[], facts: ShadowFacts): readonly TreatedStatement[] {
    const extensions = this.#extensions;
    const unknownSettings = new Set([...this.#settings].filter(([, known]) => !known).map(([name]) => name));
    const circumstances = { facts, extensions, unknownSettings, foreignRoles: this.#foreignRoles };
    this.#hasOptions ||= facts.hasOptions;
    this.#hasCompression ||= facts.hasCompression;
    return statements.map(({ tree, text, start }) => {
      if (tree === null) return { start, text, edits: [], before: [], after: [] };
      const { notes, ...treatment } = treatStatement(tree, text, {
        ...circumstances,
        hasOptions: this.#hasOptions,
        hasCompression: this.#hasCompression,
      });
      for (const each of notes) this.#note(each);
      this.#hasOptions ||= treatment.after.some((call) => call.includes('options('));
      this.#hasCompression ||= treatment.after.some((call) => call.includes('compression('));
      return { start, text, ...treatment };
    });
  }

  async #standIn(statements: readonly Statement[]): Promise<ShadowFacts> {
    this.#facts ??= await readFacts(this.#client);
    const trees = statements.flatMap(({ tree }) => tree ?? []);
    const roles = trees
      .filter((tree) => 'CreateRoleStmt' in tree || 'RenameStmt' in tree || clusterNote(tree) === null)
      .flatMap((tree) => [...namedRoles(tree), ...rolesInBlock(tree)]);
    await this.#makeRoles(roles, this.#facts);
    await this.#makeCollations(localesOf(trees), this.#facts);
    await this.#facts.broker?.allowSettings(trees.flatMap(customSettingsOf));
    await this.#lookUpSettings(trees.flatMap((tree) => rareSettingOf(tree) ?? []));
    await this.#provideExtensions(
      trees.flatMap((tree) => extensionOf(tree) ?? []),
      this.#facts,
      trees.some((tree) => 'AlterExtensionStmt' in tree),
    );
    return this.#facts;
  }

  async #makeRoles(roles: readonly string[], { user, extensionFolder, broker }: ShadowFacts): Promise<void> {
    const unknown = [...new Set(roles)].filter((role) => !this.#roles.has(role)).sort();
    const made = await makeRoles(this.#client, unknown, { user, broker });
    const foreign = unknown.length === 0 ? [] : await broker?.foreignRoles(unknown);
    for (const role of foreign ?? []) this.#foreignRoles.add(role);
    // on a server of ours, others' stand-ins may be there already
    const standIns = extensionFolder === null ? made : unknown.filter((role) => role !== user);
    for (const role of standIns) {
      this.#note(
        note(
          'A role was stood in for',
          `role ${role}: a stand-in without rights takes its place on the shadow`,
          'Roles belong to a whole cluster, so a schema names roles that it does not make.',
          [role],
        ),
      );
    }
    this.#remember(this.#roles, unknown);
  }

  async #makeCollations(names: readonly string[], { user, isSuperuser, broker }: ShadowFacts): Promise<void> {
    const unknown = names.filter((name) => !this.#collations.has(name));
    if (unknown.length === 0 || (!isSuperuser && broker?.asSuperuser == null)) return;
    const made = await makeCollations(this.#client, unknown, broker === null ? user : null);
    for (const name of made) this.#note(collationNote(name));
    this.#remember(this.#collations, unknown);
  }

  /** What a transaction makes may be gone with it. */
  #remember(known: Set<string>, names: readonly string[]): void {
    if (this.#client.getTransactionStatus() !== 'I') return;
    for (const name of names) known.add(name);
  }

  async #lookUpSettings(names: readonly string[]): Promise<void> {
    const fresh = names.filter((name) => !this.#settings.has(name));
    if (fresh.length === 0) return;
    for (const name of fresh) this.#settings.set(name, true);
    for (const name of await unknownSettings(this.#client, fresh)) this.#settings.set(name, false);
  }

  async #provideExtensions(names: readonly string[], { extensionFolder }: ShadowFacts, asks: boolean): Promise<void> {
    if (
      (names.length === 0 && !asks) ||
      (names.every((name) => this.#extensions.has(name)) && this.#extensions.size > 0)
    )
      return;
    if (extensionFolder !== null) for (const name of names) provideEmptyStandIn(extensionFolder, name);
    this.#extensions = await readExtensions(this.#client);
  }

  #note(finding: Finding): void {
    this.#notes.set(finding.message, finding);
  }

  /** An error in a transaction can't be mended in it. */
  async #isUsable(): Promise<boolean> {
    try {
      await this.#client.query('SELECT');
      return true;
    } catch (error) {
      if (errorCode(error) === abortedTransaction) return false;
      throw error;
    }
  }
}

const abortedTransaction = '25P02';
const savepoint = 'plumb_shadow';

/** A block that makes roles by dynamic SQL, if there are none of their names. */
function mayMakeRoles(statements: readonly Statement[]): boolean {
  const [only] = statements;
  return statements.length === 1 && only?.tree != null && 'DoStmt' in only.tree && /\bexecute\b/i.test(only.text);
}
