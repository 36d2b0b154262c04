const field = /(?:^|(?<=[,\n]))(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

/** The rows of a CSV file by the names in its first one. */
export function csvRecords(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.trimEnd().matchAll(field)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  const [names = [], ...records] = rows;
  return records.map((values) =>
    Object.fromEntries(names.map((name, at) => [name.trim().toLowerCase(), values[at] ?? ''])),
  );
}
