/** A piece of code in a document or a comment. */
export interface CodeBlock {
  readonly file: string;
  /** The line of the file on which the code begins. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a Markdown text; `firstLine` is the line of the file on which the text begins. */
export function codeBlocks(file: string, markdown: string, firstLine = 1): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { fence: string; indent: number; language: string; line: number; lines: string[] } | null = null;
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, space = '', fence = '', language = ''] = /^( *)(`{3,})\s*(\w*)/.exec(line) ?? [];
    if (open === null) {
      if (fence !== '') open = { fence, indent: space.length, language, line: firstLine + index + 1, lines: [] };
    } else if (fence.length >= open.fence.length && language === '') {
      blocks.push({ file, line: open.line, language: open.language, text: open.lines.join('\n') });
      open = null;
    } else open.lines.push(line.slice(open.indent));
  }
  return blocks;
}

/** The fenced blocks in the doc comments of a TypeScript file. */
export function commentBlocks(file: string, source: string): CodeBlock[] {
  return [...source.matchAll(/\/\*\*.*?\*\//gs)].flatMap((comment) => {
    const firstLine = source.slice(0, comment.index).split('\n').length;
    const text = comment[0].replaceAll(/^[ \t]*\* ?/gm, '');
    return codeBlocks(file, text, firstLine);
  });
}
