import type { EnvironmentReference } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Whether an environment is production, as far as anybody said so.
 *
 * @public
 */
export type EnvironmentKind = 'production' | 'elsewhere' | 'unclassified';

/** Names by which people call what is not production. */
const ELSEWHERE =
  /^(acceptance|alpha|beta|ci|demo|dev|development|e2e|integration|lab|local|nightly|non-?prod(uction)?|perf|performance|playground|pre-?prod(uction)?|preview|qa|review|sandbox|stage|staging|sit|test|testing|tst|uat|acc|int|github-pages|pr|mr)\d*([-_/ .:].*)?$/i;

/**
 * Whether an environment is production. `unclassified` if nobody said so and its
 * name does not say it, such as `live` or `blue`: it may be production.
 */
export function classifyEnvironment({
  name,
  production,
  classified,
}: EnvironmentReference): EnvironmentKind {
  if (production) {
    return 'production';
  }
  return classified === true || ELSEWHERE.test(name)
    ? 'elsewhere'
    : 'unclassified';
}
