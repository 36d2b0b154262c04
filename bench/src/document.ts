import { readFileSync, writeFileSync } from 'node:fs';

/** Puts generated text into a document, between the two comments that name it. */
export function writeSection(file: URL, name: string, text: string): void {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const document = readFileSync(file, 'utf8');
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${file.pathname} has no section between ${begin} and ${end}`);
  writeFileSync(file, `${document.slice(0, from)}${begin}\n\n${text}\n\n${document.slice(to)}`);
}
