import { jsonValue } from './json-value.ts';

interface NamedColumn {
  readonly name: string;
  readonly typeOid: number;
}

/** Turns rows into objects; of columns with the same name, the second is called `name_2`. */
export function rowObjects(
  columns: readonly NamedColumn[],
): (row: readonly (string | null)[]) => Readonly<Record<string, unknown>> {
  const names = uniqueNames(columns.map(({ name }) => name));
  return (row) =>
    Object.fromEntries(row.map((value, index) => [names[index], jsonValue(value, columns[index]?.typeOid ?? 0)]));
}

export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; taken.has(unique); number += 1) unique = `${name}_${number}`;
    taken.add(unique);
    return unique;
  });
}
