import type { Results } from './results.ts';

/** How, when and on what the results were made, in lines of Markdown. */
export function origin({ command, date, machine, versions, rounds }: Results): string {
  const { processor, cores, memoryBytes, kernel, node, fileSystem, load } = machine;
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `- Made by \`${command}\` on ${date.slice(0, 10)}, rounds: ${rounds}.`,
    `- ${cores} × ${processor}, ${Math.round(memoryBytes / 2 ** 30)} GB, ${kernel}, Node ${node}; load before: ${load}.`,
    `- Temporary folder on ${fileSystem ?? 'an unknown file system'}.`,
    `- ${packages.join(', ')}.`,
  ].join('\n');
}
