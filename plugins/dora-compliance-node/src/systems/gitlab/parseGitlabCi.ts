import { parseAllDocuments } from 'yaml';
import { asBlock, type Block } from '../Block';

/** More than this is no definition somebody wrote. */
const MAX_LENGTH = 4 * 1024 * 1024;

/** What is no job at the top of a CI file. */
const KEYWORDS = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'services',
  'spec',
  'stages',
  'types',
  'variables',
  'workflow',
]);

/**
 * Parses a CI file of GitLab. Throws, with a sentence, when it is none, or grows
 * beyond measure when its aliases are followed.
 *
 * @public
 */
export function parseGitlabCi(text: string): Block {
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
  const config = asBlock(document?.toJS({ maxAliasCount: 1000 }) ?? {});
  if (!config) {
    throw new TypeError('the configuration is no map of jobs');
  }
  return config;
}

/**
 * The entries of a CI file that are jobs, hidden templates included.
 *
 * @public
 */
export function gitlabJobsIn(config: Block): [name: string, job: unknown][] {
  return Object.entries(config).filter(([name]) => !KEYWORDS.has(name));
}
