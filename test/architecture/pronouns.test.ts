/** Nothing in `generator/` is called `one`: a name says what it stands for. */
import { join, relative } from 'node:path';
import { Node, Project } from 'ts-morph';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/shared.ts';

const NAMES = new Set(['one', 'ones']);

it('no variable, parameter or property is called by a pronoun', () => {
  const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
  const files = project.addSourceFilesAtPaths(join(projectRoot, 'generator/**/*.ts'));
  expect(files.length).toBeGreaterThan(400);
  const found = files.flatMap((file) =>
    file.getDescendants().flatMap((node) => {
      const isDeclared =
        Node.isParameterDeclaration(node) ||
        Node.isVariableDeclaration(node) ||
        Node.isBindingElement(node) ||
        Node.isPropertySignature(node);
      return isDeclared && NAMES.has(node.getName())
        ? [`${relative(projectRoot, file.getFilePath())}:${node.getStartLineNumber()}`]
        : [];
    }),
  );
  expect(found).toEqual([]);
});
