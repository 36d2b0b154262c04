/** What an oracle sees in a database: the lines that it says of each subject, such as a table. Equal databases have equal digests. */
export type Digest = ReadonlyMap<string, readonly string[]>;

/** How two digests differ, for a person: nothing when they are equal. */
export function digestDifferences(expected: Digest, actual: Digest): string[] {
  const subjects = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  return subjects.flatMap((subject) => {
    const wanted = expected.get(subject) ?? [];
    const found = actual.get(subject) ?? [];
    const missing = without(wanted, found).map((line) => `  - ${line}`);
    const unexpected = without(found, wanted).map((line) => `  + ${line}`);
    if (missing.length + unexpected.length > 0) return [subject, ...missing, ...unexpected];
    // the same lines in another order, where order matters
    return wanted.join('\n') === found.join('\n') ? [] : [subject, `  - ${wanted.join(' ')}`, `  + ${found.join(' ')}`];
  });
}

/** Which lines of the one list the other hasn't, counting those that occur twice. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Storage options come in the order in which they were set. */
export function withSortedOptions(text: string): string {
  return text.replaceAll(/\bWITH \(([^()]*)\)/g, (_, list: string) => `WITH (${list.split(', ').sort().join(', ')})`);
}
