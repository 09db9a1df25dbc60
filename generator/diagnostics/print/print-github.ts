import { asItIs, workflowProperty, workflowText } from '../../lib/safe-text.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { type Texts, placeDiagnostics } from './placed.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** Workflow commands, which GitHub Actions shows as annotations of lines. */
export function printGithub(diagnostics: readonly Diagnostic[], texts: Texts, shown = asItIs): string {
  return placeDiagnostics(diagnostics, texts)
    .map(({ diagnostic, place }) => {
      const properties = [
        ...(place === undefined ? [] : [`file=${workflowProperty(shown(place.file))}`]),
        ...(place?.line === undefined ? [] : [`line=${place.line}`]),
        ...(place?.column === undefined ? [] : [`col=${place.column}`]),
        `title=${workflowProperty(diagnostic.code)}`,
      ];
      return `::${COMMAND[diagnostic.severity]} ${properties.join(',')}::${workflowText(`${diagnostic.message}\n${diagnostic.help}`)}\n`;
    })
    .join('');
}
