import type { DrawnPlan } from './drawn-plan.ts';

/** Plans as one Mermaid flowchart, which GitHub and GitLab draw in Markdown. */
export function renderPlansMermaid(plans: readonly DrawnPlan[]): string {
  const graphs = plans.flatMap((plan, at) => {
    const id = (node: number): string => `p${at}n${node}`;
    const title = quoted(`${at + 1}. ${shortened(plan.sql.replaceAll(/\s+/g, ' '))}`);
    if (plan.error !== null) return [`  subgraph p${at}[${title}]`, `    p${at}e[${quoted(plan.error)}]`, '  end'];
    return [
      `  subgraph p${at}[${title}]`,
      ...plan.nodes.map((node) => {
        const words = [node.title, node.figures, ...node.findings.map((found) => `▲ ${found}`)];
        return `    ${id(node.id)}[${words.map(shortened).map(marked).join('<br/>').replace(/^/, '"').replace(/$/, '"')}]`;
      }),
      ...plan.nodes.flatMap((node) => (node.parent === null ? [] : [`    ${id(node.parent)} --> ${id(node.id)}`])),
      ...plan.nodes.filter(({ share }) => share > 0.5).map((node) => `    class ${id(node.id)} hot`),
      '  end',
    ];
  });
  return ['flowchart TD', ...graphs, '  classDef hot stroke:#c9372c,stroke-width:3px'].join('\n');
}

function quoted(text: string): string {
  return `"${marked(text)}"`;
}

/** Mermaid reads marks of its own, quotes and tags in a text, unless they are written as entities. */
function marked(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} .,:;=▲…_-]/gu, (mark) => `#${mark.codePointAt(0)};`);
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
