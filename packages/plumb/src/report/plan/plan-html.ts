import type { Finding } from '../../contract/finding.ts';
import type { Explained } from '../../planner/explain/explained.ts';
import { drawnPlan, escaped } from './drawn-plan.ts';
import { renderPlansSvg } from './plan-svg.ts';

const style = `
  :root { color-scheme: light dark; }
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; background: #fff; color: #1c1f24; }
  pre { overflow-x: auto; padding: .75rem; border-radius: 6px; background: #f6f7f9; }
  .picture { overflow-x: auto; } .finding { border-left: 4px solid #9aa3af; padding-left: 1rem; margin: 1rem 0; }
  .warning { border-color: #d98324; } .error { border-color: #c9372c; } .quiet { color: #5b6470; }
  @media (prefers-color-scheme: dark) { body { background: #16181d; color: #e8eaed; } pre { background: #22262e; } .quiet { color: #9aa3af; } }`;

/** Plans as a page that needs nothing else: no script, no font, no picture from elsewhere. */
export function renderPlansHtml({ plans }: Explained): string {
  const parts = plans.map((plan, at) =>
    [
      `<h2>Query ${at + 1}</h2>`,
      `<pre>${escaped(plan.sql.trim())}</pre>`,
      `<div class="picture">${renderPlansSvg([drawnPlan(plan)])}</div>`,
      ...plan.findings.map(findingHtml),
      ...(plan.text === null
        ? []
        : [`<details><summary>As EXPLAIN prints it</summary><pre>${escaped(plan.text)}</pre></details>`]),
    ].join('\n'),
  );
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><title>Plans</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<style>${style}\n</style></head><body>`,
    '<h1>Plans</h1>',
    ...parts,
    '</body></html>',
  ].join('\n');
}

function findingHtml({ severity, title, message, why, todo, fix }: Finding): string {
  return [
    `<div class="finding ${severity}"><strong>${escaped(title)}</strong><p>${escaped(message)}</p>`,
    `<p class="quiet">${escaped(why)}</p>`,
    ...(todo === undefined ? [] : [`<p>${escaped(todo)}</p>`]),
    ...(fix === null ? [] : [`<p>${escaped(fix.description)}:</p><pre>${escaped(fix.sql)}</pre>`]),
    '</div>',
  ].join('\n');
}
