/** The elements of an array as PostgreSQL writes it: `{a,"b c",NULL}`. Of more dimensions than one, nothing. */
export function elementsOf(text: string): readonly (string | null)[] {
  if (!text.startsWith('{') || !text.endsWith('}') || text === '{}' || text.startsWith('{{')) return [];
  const found: (string | null)[] = [];
  for (const [, quoted, bare] of text.slice(1, -1).matchAll(/(?:^|,)(?:"((?:[^"\\]|\\[\s\S])*)"|([^,]*))/g)) {
    if (quoted !== undefined) found.push(quoted.replaceAll(/\\([\s\S])/g, '$1'));
    else found.push(bare === 'NULL' ? null : (bare ?? ''));
  }
  return found;
}
