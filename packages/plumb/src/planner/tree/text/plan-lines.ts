/** The lines of a plan as a person pastes it, without what psql, tables and Markdown put around them. */
export function planLines(text: string): readonly string[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter(
      (line) =>
        !/^\s*(?:```.*|QUERY PLAN|[-─═+|┌┐└┘├┤ ]*[-─═]{3,}[-─═+|┌┐└┘├┤ ]*|\(\d+ (?:rows?|Zeilen?)\)|EXPLAIN)\s*$/i.test(
          line,
        ),
    );
  return lines.map(bare).filter((line) => line.trim() !== '' && !/^\s*[|│]?\s*QUERY PLAN\s*[|│]?\s*$/.test(line));
}

/** psql marks a line that goes on in the same field with `+`; tables draw lines left and right of it. */
function bare(line: string): string {
  const inside = /^\s*[|│](.*)[|│]\s*$/.exec(line)?.[1] ?? line;
  return inside
    .replace(/\s*[+↵]\s*$/, '')
    .replace(/^(\s*)"(.*)"$/, '$1$2')
    .replaceAll('\t', '    ')
    .trimEnd();
}
