import type { Rule } from './rule.ts';

const rights = 'Rights are not read from text: roles, owners and default privileges decide about them, too.';
const policies = 'The conditions of policies are not read from text.';
const functions = 'What functions are made of is not read from text, apart from their bodies.';
const extensions = 'Only a server knows its extensions.';
const comments = 'Comments are not read from text.';

/** Rules that are asked only where PostgreSQL has run the SQL, with the reason. */
export const notByText: Readonly<Record<string, string>> = {
  'data-dependent-failure': 'Whether rows are in the way shows when they are there.',
  'definer-function-executable-by-all': rights,
  'definer-function-without-search-path': functions,
  'extension-in-public': extensions,
  'extension-outdated': extensions,
  'foreign-table-exposed': rights,
  'grant-widening': rights,
  'invalid-index-left': 'An index is invalid where building it failed.',
  'materialized-view-exposed': rights,
  'missing-comment': comments,
  'missing-updated-at-trigger': functions,
  'plaintext-password-column': comments,
  'policy-always-true': policies,
  'policy-calls-auth-per-row': policies,
  'policy-trusts-user-metadata': policies,
  'policy-without-rls': policies,
  'public-schema-open': rights,
  'rls-disabled-on-exposed-table': rights,
  'rls-without-policy': policies,
  'security-definer-view': rights,
  'sensitive-column-exposed': rights,
  'several-permissive-policies': policies,
  'unlogged-or-autovacuum-off': 'Storage parameters are not read from text.',
};

export function judgedByText({ id }: Rule): boolean {
  return !(id in notByText);
}
