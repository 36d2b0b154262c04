import { identifier, literal } from '../../identifier.ts';
import type { Setting } from './routine.ts';

/** Settings whose value is a list of names, which is kept with quotes around those that need them. */
const nameLists = new Set(['search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries']);

/** A routine's settings, from `name=value` each. */
export function settingsOf(config: readonly string[]): readonly Setting[] {
  return config.map((each) => {
    const at = each.indexOf('=');
    const name = each.slice(0, at);
    const value = each.slice(at + 1);
    return { name, value: nameLists.has(name) ? literalsOf(value) : literal(value) };
  });
}

function literalsOf(list: string): string {
  const names = [...list.matchAll(/"((?:[^"]|"")*)"|[^\s,"]+/g)].map(([whole, quoted]) =>
    literal(quoted === undefined ? whole : quoted.replaceAll('""', '"')),
  );
  return names.length === 0 ? `''` : names.join(', ');
}

export function setClause({ name, value }: Setting): string {
  return `SET ${settingName(name)} TO ${value}`;
}

/** A setting's name as SQL: those of extensions have two parts. */
function settingName(name: string): string {
  return name.split('.').map(identifier).join('.');
}

/** The clauses of ALTER that lead from some settings to others; null where their order can't be reached by it. */
export function settingChanges(from: readonly Setting[], to: readonly Setting[]): readonly string[] | null {
  const kept = from.filter(({ name }) => to.some((each) => each.name === name));
  const added = to.filter(({ name }) => !from.some((each) => each.name === name));
  const reached = [...kept, ...added];
  if (reached.some(({ name }, at) => name !== to[at]?.name)) return null;
  const values = new Map(from.map(({ name, value }) => [name, value]));
  return [
    ...from.filter((each) => !kept.includes(each)).map(({ name }) => `RESET ${settingName(name)}`),
    ...to.filter(({ name, value }) => values.get(name) !== value).map(setClause),
  ];
}
