import { qualified } from '../../../catalog/identifier.ts';

/** How a rename is said on the command line, ready for a shell. */
export function renameFlag({ was, is }: { readonly was: readonly string[]; readonly is: readonly string[] }): string {
  const stays = was.length > 2 || was[0] === is[0];
  const said = `${qualified(...was)}=${stays ? qualified(...is.slice(-1)) : qualified(...is)}`;
  return `--rename ${/^[\w.=]+$/.test(said) ? said : `'${said.replaceAll("'", `'\\''`)}'`}`;
}
