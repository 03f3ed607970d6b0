import { parse } from 'yaml';
import { asBlock, type Block } from '../Block';

/** GitHub runs no larger workflow. */
const MAX_LENGTH = 512 * 1024;
/** Aliases that may be resolved; more is an attempt to exhaust us. */
const MAX_ALIASES = 100;

/**
 * A workflow of GitHub Actions, as it is written.
 *
 * @public
 */
export type GithubWorkflow = {
  readonly root: Block;
  /** At least one. */
  readonly jobs: readonly Block[];
};

/**
 * Parses the file of a workflow. Throws, with a sentence, for what is too
 * large, no YAML, made to exhaust its reader, or has no jobs.
 *
 * @public
 */
export function parseGithubWorkflow(text: string): GithubWorkflow {
  if (text.length > MAX_LENGTH) {
    throw new Error(`it has more than ${MAX_LENGTH} characters`);
  }
  const root = asBlock(
    parse(text, {
      logLevel: 'silent',
      maxAliasCount: MAX_ALIASES,
      // `on` is a key, not "yes", as it is to GitHub.
      version: '1.2',
    }),
  );
  const jobs = Object.values(asBlock(root?.jobs) ?? {}).map(asBlock);
  const known = jobs.filter(job => job !== undefined);
  if (!root || jobs.length === 0 || known.length < jobs.length) {
    throw new Error('it defines no jobs');
  }
  return { root, jobs: known };
}

/**
 * The environment that a job names, as it is written; undefined without one.
 *
 * @public
 */
export function environmentIn({ environment }: Block): unknown {
  return asBlock(environment)?.name ?? environment ?? undefined;
}
