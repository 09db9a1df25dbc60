/** Rewrites a file according to the moves, found by the checker's symbols. */
import ts from 'typescript';
import { rewriteCall } from './calls.ts';
import { rewriteChain } from './chains.ts';
import { rewriteMembers } from './members.ts';
import { rewriteModuleCall } from './modules.ts';
import { type Renamed, rewriteImport } from './names.ts';
import { rewriteResultType } from './results.ts';
import type { Scene } from './scene.ts';
import { rewriteSpy } from './spies.ts';
import { rewriteQualified, rewriteUse } from './uses.ts';
import { rewriteValue } from './values.ts';

/** Fills the scene's edits and notes. */
export function rewriteFile(scene: Scene): void {
  const renamed: Renamed = new Map();
  const isScript = /\.[cm]?jsx?$/.test(scene.file.fileName);
  const seen = new Set<ts.Node>();
  const walk = (node: ts.Node, visit: (item: ts.Node) => void): void => {
    if (seen.has(node)) return;
    seen.add(node);
    visit(node);
    // In scripts, types are in comments, which are not child nodes.
    if (isScript) for (const comment of ts.getJSDocCommentsAndTags(node)) walk(comment, visit);
    ts.forEachChild(node, (child) => walk(child, visit));
  };
  for (const statement of scene.file.statements)
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
      rewriteImport(scene, statement, renamed);
  walk(scene.file, (node) => {
    rewriteChain(scene, node);
    rewriteMembers(scene, node);
    rewriteQualified(scene, node);
    rewriteModuleCall(scene, node);
    rewriteCall(scene, node);
    rewriteSpy(scene, node);
    rewriteResultType(scene, node);
    rewriteValue(scene, node);
    if (renamed.size > 0) rewriteUse(scene, node, renamed);
  });
}
