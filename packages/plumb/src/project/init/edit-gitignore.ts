const entry = '.plumb/';

/** Adds plumb's folder to the text of a .gitignore, unless it is there in one spelling or another. */
export function ignorePlumbFolder(text: string): string {
  if (text.split(/\r?\n/).some((line) => /^(?:\*\*)?\/?\.plumb\/?$/.test(line.trim()))) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? text : text + lineEnd;
  return `${start}${entry}${lineEnd}`;
}
