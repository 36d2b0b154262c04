import { literal } from '../../identifier.ts';

export type StorageOptions = Readonly<Record<string, string>>;

const none: StorageOptions = {};

/** From a list of `name=value`, as catalogues keep options. */
export function optionsOf(pairs: readonly string[] | null, prefix = ''): StorageOptions {
  if (pairs === null) return none;
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [prefix + pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** `fillfactor = 70, toast.autovacuum_enabled = 'false'` */
export function optionList(options: StorageOptions): string {
  return Object.entries(options)
    .map(([name, value]) => `${name} = ${/^-?\d+(\.\d+)?$/.test(value) ? value : literal(value)}`)
    .join(', ');
}

/** What has to be set and what to be reset. */
export function optionChanges(
  from: StorageOptions,
  to: StorageOptions,
): { readonly set: StorageOptions; readonly reset: readonly string[] } {
  return {
    set: Object.fromEntries(Object.entries(to).filter(([name, value]) => from[name] !== value)),
    reset: Object.keys(from).filter((name) => !(name in to)),
  };
}

export function sameOptions(one: StorageOptions, other: StorageOptions): boolean {
  const { set, reset } = optionChanges(one, other);
  return reset.length === 0 && Object.keys(set).length === 0;
}
