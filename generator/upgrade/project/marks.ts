/**
 * Inserts a comment where the new SDK requires a value that only the user knows. The comment
 * is valid wherever a value may be.
 */
import ts from 'typescript';
import type { Change } from '../../diff/types.ts';
import type { Edit } from './edits.ts';
import type { Fault } from './faults.ts';
import { type Finding, findingFor, subjectsAt, tokenAt } from './findings.ts';
import type { Scene } from './scene.ts';

const SIGN = 'TODO(sdk upgrade)';
const WANTS = /^(?:property|parameter)-(?:added|became)-required/;
const MAX_TEXT = 200;

interface Marked {
  readonly scene: Scene;
  readonly edits: readonly Edit[];
}

/**
 * Insertions before the closing bracket of the arguments or the object.
 * `faults` use positions of the old text.
 */
export function marksIn(
  { scene, edits }: Marked,
  faults: readonly (Pick<Fault, 'message'> & { readonly place: number })[],
  changes: readonly Change[],
): readonly Edit[] {
  const marks = new Map<number, Edit>();
  for (const { place, message } of faults) {
    const holder = holderAt(scene.file, place);
    if (holder === undefined || holder.getText(scene.file).includes(SIGN)) continue;
    const finding = findingFor(changes, subjectsAt(scene, place), message);
    if (finding === undefined || !WANTS.test(finding.rule)) continue;
    const end = holder.end - 1;
    // A position that another edit rewrites has no place in the old text.
    if (edits.some((edit) => isLost(edit, end))) continue;
    marks.set(end, { start: end, end, parts: [markText(finding, scene.file.text[end - 1] ?? '')] });
  }
  return [...marks.values()];
}

/** The edits of a text and its marks in order, outer edits first. */
export const withMarks = (edits: readonly Edit[], marks: readonly Edit[]): readonly Edit[] =>
  marks.length === 0 ? edits : [...edits, ...marks].sort((a, b) => a.start - b.start || b.end - a.end);

const isLost = ({ start, end, parts }: Edit, place: number): boolean =>
  start <= place &&
  place <= end &&
  !parts.some((part) => typeof part !== 'string' && part.start <= place && place <= part.end);

function markText({ message }: Finding, before: string): string {
  // Names come from the document and must not end the comment.
  const texts = message
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ')
    .replaceAll('*/', '* /')
    .slice(0, MAX_TEXT);
  const text = `/* ${SIGN}: ${texts} */`;
  return /\s/.test(before) ? `${text} ` : /[({]/.test(before) ? text : ` ${text}`;
}

/** The object that lacks a property, otherwise the call that lacks an argument. */
function holderAt(
  file: ts.SourceFile,
  place: number,
): ts.ObjectLiteralExpression | ts.CallExpression | ts.NewExpression | undefined {
  for (let node = tokenAt(file, place); node !== undefined && !ts.isStatement(node); node = node.parent) {
    if (ts.isObjectLiteralExpression(node) && node.getStart(file) === place) return node;
    if ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.getStart(file) === place)
      return node.initializer !== undefined && ts.isObjectLiteralExpression(node.initializer)
        ? node.initializer
        : undefined;
    if (ts.isCallExpression(node) || (ts.isNewExpression(node) && node.arguments !== undefined)) return node;
  }
  return undefined;
}
