import type { FoundQuery, Piece } from './found-query.ts';

type Text = Pick<FoundQuery, 'text' | 'pieces' | 'holes'>;

const tokens =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|::|:([A-Za-z_]\w*)(?:!|:(?!:))?|\?\??|[\p{L}_][\p{L}\p{N}_$]*|\d[\w.]*|\s+|[\s\S]/gu;

const beforeValue =
  /^(?:[=<>(,+\-*/%|~[]|and|or|not|like|ilike|in|between|limit|offset|values|set|then|else|when|where|on|returning|by|select|from|join|into|update|any|interval|is|as)$/i;

/**
 * `?` and `:name`, as tools let queries name their parameters before they number them, in PostgreSQL's way. What is an
 * operator of JSON stands behind a value; `??` and `:name:` stand for names.
 */
export function withPlaceholders({ text, pieces, holes }: Text): Text {
  const names: string[] = [];
  const found: { at: number; length: number; put: string; isHole: boolean }[] = [];
  let [next, previous] = [0, ''];
  for (const { 0: token, 2: name, index } of text.matchAll(tokens)) {
    const isQuestion = token.startsWith('?');
    if ((name !== undefined || isQuestion) && (previous === '' || beforeValue.test(previous))) {
      if (name !== undefined && !names.includes(name)) names.push(name);
      const number = name === undefined ? ++next : names.indexOf(name) + 1;
      const isHole = token === '??' || token.endsWith(':') || isList(text.slice(0, index));
      const put = isList(text.slice(0, index)) ? `($${number})` : `$${number}`;
      found.push({ at: index, length: token.length, put, isHole });
    }
    if (!/^\s|^--|^\/\*/.test(token)) previous = token;
  }
  return replaced({ text, pieces, holes }, found);
}

/** `IN ?` stands for a list. */
function isList(before: string): boolean {
  return /\bin\s*$/i.test(before);
}

function replaced(
  { text, pieces, holes }: Text,
  found: readonly { readonly at: number; readonly length: number; readonly put: string; readonly isHole: boolean }[],
): Text {
  const moved: Piece[] = [];
  const put: number[] = [];
  let [whole, from] = ['', 0];
  const keep = (to: number): void => {
    for (const piece of pieces) {
      const [start, end] = [Math.max(piece.at, from), Math.min(piece.at + piece.length, to)];
      if (start >= end) continue;
      const isWhole = piece.length !== piece.fileLength;
      moved.push({
        at: whole.length + start - from,
        length: end - start,
        from: isWhole ? piece.from : piece.from + start - piece.at,
        fileLength: isWhole ? piece.fileLength : end - start,
      });
    }
    put.push(...holes.filter((hole) => hole >= from && hole < to).map((hole) => whole.length + hole - from));
    whole += text.slice(from, to);
    from = to;
  };
  for (const each of found) {
    keep(each.at);
    const piece = pieces.findLast(({ at }) => at <= each.at);
    if (each.isHole) put.push(whole.length);
    if (piece !== undefined) {
      const place = piece.from + Math.min(each.at - piece.at, piece.fileLength);
      moved.push({ at: whole.length, length: each.put.length, from: place, fileLength: each.length });
    }
    whole += each.put;
    from = each.at + each.length;
  }
  keep(text.length);
  return { text: whole, pieces: moved, holes: put };
}
