import { parse } from 'yaml';

/** GitHub runs no larger workflow. */
const MAX_LENGTH = 512 * 1024;
/** Aliases that may be resolved; more is an attempt to exhaust us. */
const MAX_ALIASES = 100;

/**
 * The content of a workflow definition. Throws, with a sentence, for what is
 * too large, no YAML, or made to exhaust its reader.
 */
export function parseWorkflowYaml(text: string): unknown {
  if (text.length > MAX_LENGTH) {
    throw new Error(`it has more than ${MAX_LENGTH} characters`);
  }
  return parse(text, {
    logLevel: 'silent',
    maxAliasCount: MAX_ALIASES,
    // `on` is a key, not "yes", as it is to GitHub.
    version: '1.2',
  });
}
