import { textWidth, wrap } from '../text-width.ts';
import { type DrawnNode, type DrawnPlan, escaped } from './drawn-plan.ts';

const size = { node: 300, gapX: 28, gapY: 34, line: 15, margin: 24 } as const;

const style = `
  .plan { font: 12px system-ui, sans-serif; }
  .plan .paper { fill: #fff; } .plan .box { fill: #f6f7f9; stroke: #c3c8d0; } .plan text { fill: #1c1f24; }
  .plan .quiet { fill: #5b6470; } .plan .link { fill: none; stroke: #9aa3af; } .plan .bar { fill: #d9dde3; }
  .plan .part { fill: #3b7dd8; } .plan .hot .part { fill: #c9372c; } .plan .found { fill: #a35200; } .plan .hot .box { stroke: #c9372c; }
  @media (prefers-color-scheme: dark) {
    .plan .paper { fill: #16181d; } .plan .box { fill: #22262e; stroke: #434a56; } .plan text { fill: #e8eaed; }
    .plan .quiet { fill: #9aa3af; } .plan .link { stroke: #5b6470; } .plan .bar { fill: #3a404b; } .plan .part { fill: #6aa5f5; }
    .plan .hot .part { fill: #f2675c; } .plan .found { fill: #f5b567; } .plan .hot .box { stroke: #f2675c; }
  }`;

/** Plans as one picture that needs nothing else: trees from the top down, one under another. */
export function renderPlansSvg(plans: readonly DrawnPlan[]): string {
  let top = 0;
  const drawn = plans.map((plan, at) => {
    const picture = drawing(plan, at + 1, top);
    top += picture.height;
    return picture;
  });
  const width = Math.max(360, ...drawn.map((each) => each.width));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="plan" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" role="img">`,
    `<style>${style}\n</style>`,
    `<rect class="paper" width="${width}" height="${top}"/>`,
    ...drawn.map(({ body }) => body),
    '</svg>',
  ].join('\n');
}

interface Box {
  readonly node: DrawnNode;
  readonly lines: readonly (readonly [text: string, kind: string])[];
  readonly height: number;
  x: number;
  y: number;
}

function drawing(plan: DrawnPlan, number: number, top: number): { body: string; width: number; height: number } {
  const head = top + size.margin;
  const query = shortened(`${number}. ${plan.sql.replaceAll(/\s+/g, ' ')}`, 110);
  const title = `<text x="${size.margin}" y="${head}" font-weight="bold">${escaped(query)}</text>`;
  if (plan.error !== null) {
    const text = `<text x="${size.margin}" y="${head + 20}" class="found">${escaped(shortened(plan.error, 110))}</text>`;
    return { body: `${title}\n${text}`, width: 800, height: 20 + size.margin * 2 };
  }
  const boxes = placed(plan.nodes.map(boxOf), head + 18);
  const links = boxes.flatMap((box) => linkTo(box, boxes));
  const right = Math.max(...boxes.map(({ x }) => x)) + size.node + size.margin;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + size.margin;
  const width = Math.max(right, size.margin * 2 + textWidth(query) * 7.5);
  return { body: [title, ...links, ...boxes.map(drawnBox)].join('\n'), width: Math.ceil(width), height: bottom - top };
}

function boxOf(node: DrawnNode): Box {
  const lines = [
    ...wrapped(node.title, 'title'),
    ...wrapped(node.figures, 'quiet'),
    ...node.details.flatMap((text) => wrapped(shortened(text, 130), 'quiet')),
    ...node.findings.flatMap((text) => wrapped(`▲ ${text}`, 'found')),
  ];
  return { node, lines, height: lines.length * size.line + 22, x: 0, y: 0 };
}

function wrapped(text: string, kind: string): readonly (readonly [string, string])[] {
  return wrap(text, 44).map((line) => [shortened(line, 46), kind] as const);
}

/** Leaves stand side by side, and each parent above the middle of its children. */
function placed(boxes: readonly Box[], top: number): readonly Box[] {
  const depths = new Map<number, number>();
  for (const { node, height } of boxes) depths.set(node.depth, Math.max(depths.get(node.depth) ?? 0, height));
  let column = 0;
  const place = (box: Box): number => {
    const children = boxes.filter(({ node }) => node.parent === box.node.id);
    const middles = children.map(place);
    const own = size.margin + column * (size.node + size.gapX);
    if (children.length === 0) column += 1;
    box.x = children.length === 0 ? own : ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2;
    let y = top;
    for (let depth = 0; depth < box.node.depth; depth++) y += (depths.get(depth) ?? 0) + size.gapY;
    box.y = y;
    return box.x;
  };
  for (const box of boxes) if (box.node.parent === null) place(box);
  return boxes;
}

/** The more rows come, the thicker the line. */
function linkTo(box: Box, boxes: readonly Box[]): readonly string[] {
  const parent = boxes.find(({ node }) => node.id === box.node.parent);
  if (parent === undefined) return [];
  const [fromX, fromY] = [box.x + size.node / 2, box.y];
  const [toX, toY] = [parent.x + size.node / 2, parent.y + parent.height];
  const middle = (fromY + toY) / 2;
  const width = (1 + Math.log10(1 + box.node.rows) * 0.8).toFixed(1);
  return [
    `<path class="link" stroke-width="${width}" d="M${fromX} ${fromY}C${fromX} ${middle} ${toX} ${middle} ${toX} ${toY}"/>`,
  ];
}

function drawnBox({ node, lines, height, x, y }: Box): string {
  const inner = size.node - 20;
  const texts = lines.map(([text, kind], at) => {
    const weight = kind === 'title' ? ' font-weight="bold"' : ` class="${kind}"`;
    return `<text x="${x + 10}" y="${y + 18 + at * size.line}"${weight}>${escaped(text)}</text>`;
  });
  return [
    `<g class="${node.share > 0.5 ? 'hot' : 'cool'}">`,
    `<rect class="box" x="${x}" y="${y}" width="${size.node}" height="${height}" rx="6"/>`,
    ...texts,
    `<rect class="bar" x="${x + 10}" y="${y + height - 9}" width="${inner}" height="4" rx="2"/>`,
    `<rect class="part" x="${x + 10}" y="${y + height - 9}" width="${(inner * node.share).toFixed(1)}" height="4" rx="2"/>`,
    '</g>',
  ].join('\n');
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
