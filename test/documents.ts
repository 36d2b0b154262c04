import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-file.ts';

export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Every Markdown document of the repository. */
export function documents(): Document[] {
  const folders = [
    '.',
    'docs',
    'docs/guide',
    'docs/decisions',
    'docs/reference',
    ...below('packages'),
    ...below('examples'),
  ];
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => (folder === '.' ? name : `${folder}/${name}`)))
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function below(folder: string): string[] {
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}
