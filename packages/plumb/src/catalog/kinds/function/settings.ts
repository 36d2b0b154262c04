import { identifier, literal } from '../../identifier.ts';

/** Settings whose value is a list of names, which is kept with quotes around those that need them. */
const nameLists = new Set(['search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries']);

/** A routine's settings, `name=value` each, as SQL by their names. */
export function settingsOf(config: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    config.toSorted().map((each) => {
      const at = each.indexOf('=');
      const name = each.slice(0, at);
      const value = each.slice(at + 1);
      return [name, nameLists.has(name) ? literalsOf(value) : literal(value)];
    }),
  );
}

/** A setting's name as SQL: those of extensions have two parts. */
export function settingName(name: string): string {
  return name.split('.').map(identifier).join('.');
}

function literalsOf(list: string): string {
  const names = [...list.matchAll(/"((?:[^"]|"")*)"|[^\s,"]+/g)].map(([whole, quoted]) =>
    literal(quoted === undefined ? whole : quoted.replaceAll('""', '"')),
  );
  return names.length === 0 ? `''` : names.join(', ');
}
