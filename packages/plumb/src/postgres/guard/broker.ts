import { createHash } from 'node:crypto';
import { type Client, escapeLiteral } from 'pg';

/** What guests' sessions are given beyond their own rights, each time for one purpose. */
export interface Broker {
  /** The role that guests work as. */
  readonly host: string;
  /** The folder in which the server finds extensions. */
  readonly extensionFolder: string | null;
  /** Makes roles without rights that the session may become. */
  makeRoles(names: readonly string[]): Promise<void>;
  /** Of these roles, those that may have rights elsewhere on the server, so that the session may not become them. */
  foreignRoles(names: readonly string[]): Promise<readonly string[]>;
  /** Lets functions change settings that no server knows. Before 15 there is no such right. */
  allowSettings(names: readonly string[]): Promise<void>;
  /**
   * A call that runs one statement as superuser, in the session's own transaction. Whoever asks for it has to know that
   * the statement runs no code of anybody's. Null on a server that isn't ours.
   */
  readonly asSuperuser: ((statement: string) => string) | null;
  /** Extensions that are made by calling `plumb_shadow.make_extension`, since guests may not make them themselves. */
  readonly lentExtensions: ReadonlySet<string>;
}

const brokers = new WeakMap<Client, Broker>();

/** The broker of a guest's session; null on every other. */
export function brokerOf(client: Client): Broker | null {
  return brokers.get(client) ?? null;
}

export function lendBroker(client: Client, broker: Broker): void {
  brokers.set(client, broker);
}

export function superuserCall(secret: string, statement: string): string {
  const inner = createHash('sha256').update(secret).update(statement).digest();
  const signature = createHash('sha256').update(secret).update(inner).digest('hex');
  return `plumb_shadow.as_superuser(${escapeLiteral(signature)}, ${escapeLiteral(statement)})`;
}

/** What calls are signed with; no session can read the password that it is made from. */
export function signingSecret(superuserPassword: string): string {
  return createHash('sha256').update(`broker ${superuserPassword}`).digest('hex');
}
