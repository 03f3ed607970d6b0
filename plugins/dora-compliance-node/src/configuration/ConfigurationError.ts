/**
 * The configuration is wrong. Its message names each key that is, what is
 * wrong with it, and what is allowed; never the value of a secret.
 *
 * @public
 */
export class ConfigurationError extends Error {
  /** One sentence for each key. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('. '));
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}
