import { type Program, Visitor } from 'oxc-parser';
import { calledName } from './sql-calls.ts';
import { isBuilderWrite } from './write-calls.ts';

const prisma = /^(?:find(?:Many|Unique|First)(?:OrThrow)?|count|aggregate|groupBy)$/;

/** How many queries a file makes with functions of Drizzle, Kysely, Knex or Prisma: what they send is known when they run. */
export function countBuiltQueries(program: Program): number {
  let count = 0;
  new Visitor({
    CallExpression(node) {
      const { callee } = node;
      const [first] = node.arguments;
      const name = calledName(callee);
      if (callee.type !== 'MemberExpression') return;
      const isOfModel =
        callee.object.type === 'MemberExpression' && /prisma|^(?:db|tx|trx)$/i.test(calledName(callee.object.object));
      const isSelect =
        callee.object.type === 'CallExpression' && /^select(?:Distinct)?$/.test(calledName(callee.object.callee));
      const isRead =
        (name === 'selectFrom' && first?.type === 'Literal') ||
        (name === 'from' && isSelect) ||
        (prisma.test(name) && isOfModel && (first === undefined || first.type === 'ObjectExpression'));
      if (isRead || isBuilderWrite(node)) count++;
    },
  }).visit(program);
  return count;
}
