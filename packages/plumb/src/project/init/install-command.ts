import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const managers: Readonly<Record<string, string>> = {
  'pnpm-lock.yaml': 'pnpm add --save-dev pgplumb',
  'yarn.lock': 'yarn add --dev pgplumb',
  'bun.lock': 'bun add --dev pgplumb',
  'bun.lockb': 'bun add --dev pgplumb',
  'package-lock.json': 'npm install --save-dev pgplumb',
};

/** How plumb is installed with the package manager whose lock file is the nearest. */
export function installCommand(folder: string): string {
  const lock = Object.keys(managers).find((name) => existsSync(join(folder, name)));
  const parent = dirname(folder);
  if (lock === undefined && parent !== folder) return installCommand(parent);
  return managers[lock ?? 'package-lock.json'] ?? '';
}
