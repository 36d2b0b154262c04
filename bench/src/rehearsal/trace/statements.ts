/** The statements of a migration; its quotes are plain ones and dollars. */
export function statementsIn(text: string): readonly string[] {
  const tokens = text.match(/\$(\w*)\$.*?\$\1\$|'[^']*'|--[^\n]*\n?|;|[^;'$-]+|[$-]/gs) ?? [];
  const statements = [''];
  for (const token of tokens) {
    if (token === ';') statements.push('');
    else if (!token.startsWith('--')) statements.push(`${statements.pop()}${token}`);
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}
