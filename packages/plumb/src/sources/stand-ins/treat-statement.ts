import type { Node } from 'libpg-query';
import { treatAnonymousBlock } from './anonymous-block.ts';
import { clusterNote } from './cluster-statements.ts';
import { treatCompression } from './compression.ts';
import { elsewhereNote } from './elsewhere-statements.ts';
import { type AvailableExtensions, treatExtension } from './extension-statements.ts';
import { treatPrivileged } from './privileged-statements.ts';
import { treatGuestRoleSwitch, treatRoleSwitch } from './role-switch.ts';
import { treatSetting } from './settings.ts';
import type { ShadowFacts } from './shadow-facts.ts';
import { rebuildsIndexes, treatStorageOptions } from './storage-options.ts';
import { treatSubscription } from './subscriptions.ts';
import { treatTablespaces } from './tablespaces.ts';
import { type Token, tokensOf } from './tokens.ts';
import { asItStands, joined, leaveOut, type Treatment } from './treatment.ts';

/** What a statement is treated by: facts of the server, and of the script so far. */
export interface Circumstances {
  readonly facts: ShadowFacts;
  readonly extensions: AvailableExtensions;
  readonly unknownSettings: ReadonlySet<string>;
  /** Roles that a guest may not become, since they may have rights elsewhere on the server. */
  readonly foreignRoles: ReadonlySet<string>;
  /** Indexes have options that the server can't take. */
  readonly hasOptions: boolean;
  /** Columns have a compression that the server lacks. */
  readonly hasCompression: boolean;
}

export function treatStatement(
  tree: Node,
  text: string,
  { facts, extensions, unknownSettings, foreignRoles, hasOptions, hasCompression }: Circumstances,
): Treatment {
  // the role itself is made before
  if ('CreateRoleStmt' in tree) return { ...asItStands, edits: [{ start: 0, end: text.length, text: '' }] };
  const left =
    clusterNote(tree) ??
    (facts.broker?.asSuperuser === null ? elsewhereNote(tree, facts.broker, { extensions, foreignRoles }) : null);
  if (left !== null) return leaveOut(text, left);
  let known: readonly Token[] | undefined;
  const tokens = (): readonly Token[] => {
    known ??= tokensOf(text);
    return known;
  };
  return joined([
    treatSetting(tree, text, unknownSettings),
    treatTablespaces(tree, text, tokens),
    treatExtension(tree, text, tokens, {
      extensions,
      lent: facts.broker?.lentExtensions ?? new Set(),
      major: facts.major,
    }),
    facts.isSuperuser ? treatRoleSwitch(tree, text, facts.database) : null,
    facts.broker === null
      ? null
      : treatGuestRoleSwitch(tree, text, { broker: facts.broker, database: facts.database }, foreignRoles),
    facts.broker === null ? null : treatPrivileged(tree, text, tokens, facts.broker),
    facts.extensionFolder === null ? null : treatStorageOptions(tree, text, tokens),
    facts.lacksCompression ? treatCompression(tree, text, tokens, hasCompression) : null,
    hasOptions && rebuildsIndexes(tree) ? aroundRebuild : null,
    facts.isSuperuser ? treatSubscription(tree, text, tokens) : null,
    treatAnonymousBlock(tree, text, tokens),
  ]);
}

const aroundRebuild: Treatment = {
  ...asItStands,
  before: ['plumb_shadow.take_options()'],
  after: ['plumb_shadow.give_options()'],
};
