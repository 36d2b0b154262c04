import type { Benchmark } from '../benchmark.ts';
import { workloads } from './phases.ts';
import { report } from './report.ts';
import { runAdvice } from './run-advice.ts';

/** Indexes for a workload within a budget. */
export const advice: Benchmark = {
  name: 'advice',
  phases: workloads.map(({ name }) => name),
  quickPhases: ['small'],
  rivals: ['single', 'extend', 'pairs', 'optimum'],
  packages: ['pgplumb'],
  run: runAdvice,
  report,
};
