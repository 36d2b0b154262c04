import { maskUrl } from '../postgres/connection/mask-url.ts';
import type { Notes } from './catalog-object.ts';
import { foreignOptionList } from './kinds/column/foreign-options.ts';
import { optionsOf, type StorageOptions } from './kinds/table/storage-options.ts';

export interface KnownOptions {
  readonly options: StorageOptions;
  /** Names of options that are neither compared nor told. */
  readonly notes: Notes;
}

const secretName = /pass(word|wd|phrase)?$|^pwd$|secret|token|credential|_key$|^key$/i;

/** Options of what is foreign, from a list of `name=value`, without passwords and the like. */
export function knownOptions(pairs: readonly string[] | null): KnownOptions {
  const all = Object.entries(optionsOf(pairs));
  const isSecret = ([name, value]: readonly [string, string]): boolean =>
    secretName.test(name) || maskUrl(value) !== value;
  const secrets = all.filter(isSecret).map(([name]) => name);
  return {
    options: Object.fromEntries(all.filter((option) => !isSecret(option))),
    notes: secrets.length === 0 ? {} : { secrets: secrets.toSorted() },
  };
}

/** `OPTIONS (host 'db')`, on a line of its own. */
export function optionLines(options: StorageOptions): readonly string[] {
  return Object.keys(options).length === 0 ? [] : [`OPTIONS (${foreignOptionList(options)})`];
}

/** What a person has to add, where something secret is made without its secrets. */
export function secretsComment(alter: string, secrets: readonly string[] | undefined): { readonly comment?: string } {
  if (secrets === undefined || secrets.length === 0) return {};
  const options = secrets.map((name) => `ADD ${name} '…'`).join(', ');
  return { comment: `Secrets are no part of a migration. Add them by hand: ${alter} OPTIONS (${options})` };
}
