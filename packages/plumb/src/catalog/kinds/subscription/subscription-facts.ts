import type { CatalogObject } from '../../catalog-object.ts';
import { objectId } from '../../identifier.ts';

/** A subscription, without its secrets. */
export type SubscriptionFacts = {
  readonly name: string;
  /** How its publisher is reached, without passwords. Null where only a superuser may read it. */
  readonly connection: string | null;
  readonly publications: readonly string[];
  readonly enabled: boolean;
  /** Null is none. */
  readonly slot: string | null;
  /** What WITH and SET call them, where PostgreSQL would choose another value. */
  readonly options: Readonly<Record<string, string>>;
};

export type Subscription = CatalogObject<SubscriptionFacts>;

export function subscriptionId(name: string): string {
  return objectId('subscription', [name]);
}

/** Stands for a connection that could not be read. */
export const unknownConnection = 'host=unknown dbname=unknown';

/** What PostgreSQL chooses where nothing is said. */
export function optionDefaults(major: number): Readonly<Record<string, string>> {
  return {
    binary: 'false',
    streaming: major >= 18 ? 'parallel' : 'off',
    synchronous_commit: 'off',
    ...(major < 15 ? {} : { two_phase: 'false', disable_on_error: 'false' }),
    ...(major < 16 ? {} : { password_required: 'true', run_as_owner: 'false', origin: 'any' }),
    ...(major < 17 ? {} : { failover: 'false' }),
  };
}

/** What a person has to add. */
export function toFillIn({ connection }: SubscriptionFacts, secrets: readonly string[] | undefined): readonly string[] {
  if (connection === null) return ['Fill in its connection, which only a superuser could have read.'];
  return secrets === undefined ? [] : ['Add the password to its connection: secrets are no part of a migration.'];
}
