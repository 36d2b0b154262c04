import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeBlock } from './code-blocks.ts';
import { root } from './source-file.ts';
import { emitDeclarations, tsc } from './tsc.ts';

/** Type-checks examples as a project would that has `pgplumb` installed; answers with the errors, at their place in the document. */
export function compileExamples(examples: readonly CodeBlock[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-examples-'));
  try {
    const types = join(folder, 'types');
    const broken = emitDeclarations(types);
    if (broken !== '') return [broken];
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(projectOf(types)));
    mkdirSync(join(folder, 'examples'));
    for (const [index, { text }] of examples.entries()) {
      writeFileSync(join(folder, 'examples', `${index}.ts`), `${text}\nexport {};\n`);
    }
    return tsc('-p', folder)
      .split('\n')
      .filter((line) => /error TS/.test(line))
      .map((line) => atItsPlace(line, examples));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function projectOf(types: string): object {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { paths: { pgplumb: [join(types, 'index.d.ts')] }, skipLibCheck: false },
    include: ['examples'],
  };
}

function atItsPlace(message: string, examples: readonly CodeBlock[]): string {
  return message.replace(/^.*?examples[/\\](\d+)\.ts\((\d+),\d+\)/, (_, index: string, line: string) => {
    const example = examples[Number(index)];
    return example === undefined ? message : `${example.file}:${example.line + Number(line) - 1}`;
  });
}
