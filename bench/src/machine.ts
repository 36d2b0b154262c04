import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { fileSystemOf } from './file-system.ts';

/** What the numbers were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly kernel: string;
  readonly node: string;
  /** Of the temporary folder; null where the system doesn't say. */
  readonly fileSystem: string | null;
  /** Processes that wanted a core in the minute before: above 0 something else was running. */
  readonly load: number;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() || process.arch,
    cores: processors.length,
    memoryBytes: totalmem(),
    kernel: `${type()} ${release()}`,
    node: process.version,
    fileSystem: fileSystemOf(tmpdir()),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
