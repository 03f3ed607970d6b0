import { parseAllDocuments } from 'yaml';

/**
 * The pipeline of a CI file; undefined when it is no YAML. It is the last
 * document: one before it declares inputs.
 */
export function parseGitlabYaml(text: string): unknown {
  const document = parseAllDocuments(text, {
    version: '1.1',
    uniqueKeys: false,
    logLevel: 'silent',
  }).at(-1);
  try {
    return document && document.errors.length > 0
      ? undefined
      : document?.toJS({ maxAliasCount: 1000 }) ?? {};
  } catch {
    return undefined;
  }
}
