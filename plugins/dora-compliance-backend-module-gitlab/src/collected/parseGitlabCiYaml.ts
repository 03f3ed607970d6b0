import { parseAllDocuments } from 'yaml';

/** More than this is no definition somebody wrote. */
const MAX_LENGTH = 4 * 1024 * 1024;

/**
 * The content of a CI configuration. Throws with a sentence when it is none,
 * or grows beyond measure when its aliases are followed.
 */
export function parseGitlabCiYaml(text: string): unknown {
  if (text.length > MAX_LENGTH) {
    throw new TypeError('the configuration is too long');
  }
  // Inputs may be declared in a document before the last one.
  const document = parseAllDocuments(text, {
    version: '1.1',
    uniqueKeys: false,
    logLevel: 'silent',
  }).at(-1);
  const [error] = document?.errors ?? [];
  if (error) {
    throw new TypeError(`the configuration is no YAML: ${error.message}`);
  }
  return document?.toJS({ maxAliasCount: 1000 }) ?? {};
}
