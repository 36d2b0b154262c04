import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { Problem } from '../contract/problem.ts';
import type { CheckReport } from '../report/check/check-report.ts';
import { type ReportFormat, renderReport } from '../report/check/render-report.ts';
import { type Answer, renderEnvelope } from '../report/envelope-json.ts';

/** A file that gets the answer of `plumb check`. */
export interface CheckFile {
  readonly name: string;
  readonly path: string;
  readonly format: ReportFormat | 'json';
}

const formats: Readonly<Record<string, CheckFile['format']>> = {
  '.md': 'markdown',
  '.sarif': 'sarif',
  '.json': 'json',
};

/** The format of a file is what its ending says. */
export function checkFile(name: string, cwd: string): CheckFile {
  const format = formats[extname(name).toLowerCase()];
  if (format !== undefined) return { name, path: resolve(cwd, name), format };
  throw new Problem('USAGE', `The ending of ${name} says no format to write.`, {
    hint: `Known are ${Object.keys(formats).join(', ')}.`,
  });
}

export async function writeCheckFiles(files: readonly CheckFile[], answer: Answer, report: CheckReport): Promise<void> {
  for (const { name, path, format } of files) {
    const text = format === 'json' ? renderEnvelope(answer, true) : renderReport(report, format);
    await writeFile(path, `${text}\n`).catch((cause: unknown) => {
      throw new Problem('NO_PERMISSION', `${name} could not be written.`, {
        hint: 'Is its folder there, and may you write to it?',
        cause,
      });
    });
  }
}
