/**
 * Whether a tsconfig.json would compile a new file beside it into the project's output: that moves every other file of the
 * output, or breaks its rootDir.
 */
export function typescriptCovers(tsconfig: string): boolean {
  const text = withoutComments(tsconfig);
  if (/"noEmit"\s*:\s*true/.test(text) || /"files"\s*:/.test(text)) return false;
  const include = /"include"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1];
  if (include === undefined) return true;
  const patterns = [...include.matchAll(/"([^"]*)"/g)].map(([, pattern = '']) => pattern.replace(/^\.\//, ''));
  return patterns.some((pattern) => pattern === '' || /^[.*]/.test(pattern));
}

/** Comments, but not what looks like one in a text: paths are full of slashes and stars. */
function withoutComments(text: string): string {
  return text.replaceAll(
    /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_all, quoted: string | undefined) => quoted ?? '',
  );
}
