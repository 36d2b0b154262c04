/** Longer lists of columns are not looked for. */
const head = 2_000;

/** Whether a statement only inserts more rows as the one before it did: it does the same, and needs no look. */
export function goesOnWith(before: string, text: string): boolean {
  const target = targetOf(text);
  return target !== null && target === targetOf(before);
}

function targetOf(text: string): string | null {
  const [found] = /^insert\s+into\s+[^(]+?\s*(?:\([^()]*\)\s*)?values\b/i.exec(text.slice(0, head)) ?? [];
  // a query among the values reads what it likes
  return found === undefined || /\b(?:select|returning|conflict)\b/i.test(text) ? null : found;
}
