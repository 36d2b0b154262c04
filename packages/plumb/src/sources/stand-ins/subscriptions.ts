import type { Node } from 'libpg-query';
import { escapeLiteral } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { memberOf } from './member-of.ts';
import { note } from './note.ts';
import { editOptions } from './option-list.ts';
import type { Token } from './tokens.ts';
import { asItStands, leaveOut, type Treatment } from './treatment.ts';

/** A shadow subscribes to nothing: what would connect to the publisher is done without. */
export function treatSubscription(tree: Node, text: string, tokens: () => readonly Token[]): Treatment | null {
  if ('CreateSubscriptionStmt' in tree) return treatCreate(tree.CreateSubscriptionStmt, text, tokens);
  if ('AlterSubscriptionStmt' in tree) return treatAlter(tree.AlterSubscriptionStmt, text, tokens);
  if ('DropSubscriptionStmt' in tree) {
    const { subname = '' } = tree.DropSubscriptionStmt;
    return { ...asItStands, before: [`plumb_shadow.forget_slot(${escapeLiteral(subname)})`] };
  }
  return null;
}

function treatCreate(
  { subname = '', options = [] }: Extract<Node, { CreateSubscriptionStmt: unknown }>['CreateSubscriptionStmt'],
  text: string,
  tokens: () => readonly Token[],
): Treatment | null {
  const given = new Map(options.map((option) => [optionName(option), optionValue(option)]));
  if (isFalse(given.get('connect'))) return null;
  const connecting = new Set(['connect', 'enabled', 'create_slot', 'copy_data']);
  const enabled = !isFalse(given.get('enabled'));
  return {
    edits: editOptions(text, tokens(), { isKept: (name) => !connecting.has(name), added: ['connect = false'] }),
    before: [],
    after: enabled ? [`plumb_shadow.enable_subscription(${escapeLiteral(subname)})`] : [],
    notes: [subscriptionNote(subname)],
  };
}

function treatAlter(
  { kind, subname = '' }: Extract<Node, { AlterSubscriptionStmt: unknown }>['AlterSubscriptionStmt'],
  text: string,
  tokens: () => readonly Token[],
): Treatment | null {
  if (kind === 'ALTER_SUBSCRIPTION_REFRESH') return leaveOut(text, subscriptionNote(subname));
  if (
    kind !== 'ALTER_SUBSCRIPTION_SET_PUBLICATION' &&
    kind !== 'ALTER_SUBSCRIPTION_ADD_PUBLICATION' &&
    kind !== 'ALTER_SUBSCRIPTION_DROP_PUBLICATION'
  ) {
    return null;
  }
  const edits = editOptions(text, tokens(), { isKept: () => false, added: ['refresh = false'] });
  return { ...asItStands, edits };
}

function optionName(option: Node): string {
  return String(memberOf(memberOf(option, 'DefElem'), 'defname'));
}

/** As text; an option without a value is true. */
function optionValue(option: Node): string {
  const arg = memberOf(memberOf(option, 'DefElem'), 'arg');
  const text = memberOf(memberOf(arg, 'String'), 'sval') ?? memberOf(memberOf(arg, 'Boolean'), 'boolval');
  if (text !== undefined) return String(text);
  return arg === undefined ? 'true' : String(memberOf(memberOf(arg, 'Integer'), 'ival') ?? 0);
}

function isFalse(value: string | undefined): boolean {
  return value !== undefined && ['false', 'off', '0'].includes(value.toLowerCase());
}

function subscriptionNote(name: string): Finding {
  return note(
    'A subscription does not connect',
    `subscription ${name}: made on the shadow without connecting to its publisher`,
    'A shadow takes no rows from other servers.',
    [name],
  );
}
