import fc from 'fast-check';

/** People of a story. Two of them may be one person. */
const names = ['anna', 'marco', 'erik'] as const;

/** How a change arrives on its target branch. */
const styles = ['merge', 'squash', 'fast-forward'] as const;

/** Something that happens in a repository, and what is deployed of it. */
export type Episode = {
  kind: 'change' | 'direct' | 'again' | 'back';
  style: (typeof styles)[number];
  author: string;
  /** Who pushes a second state of the change; nobody if there is one state. */
  secondPusher?: string | undefined;
  /** Who wrote what was pushed second. */
  secondAuthor: string;
  approver: string;
  /** Whether the approval is of the last state. */
  isFinal: boolean;
  mergedBy: string;
  /** What says that the approver may write: the review, or a list of members. */
  access: 'review' | 'list';
  /** `at-once`: one workflow builds and deploys, and ends after it deployed. */
  built: 'success' | 'failure' | 'label-only' | 'at-once';
  /** Who started that workflow by hand; nobody if a push did. */
  starter?: string | undefined;
  environment: 'production' | 'production-eu';
  /** Whether it is deployed at once, or with the next episode. */
  isDeployed: boolean;
  deployer: string;
  /** Whether a second system reports the deployment. */
  isToldTwice: boolean;
};

const name = fc.constantFrom(...names);

/** Mostly sound, so that there is something to lose. */
const episode: fc.Arbitrary<Episode> = fc.record({
  kind: fc.oneof(
    { weight: 7, arbitrary: fc.constant('change' as const) },
    { weight: 1, arbitrary: fc.constantFrom('direct', 'again', 'back') },
  ),
  style: fc.constantFrom(...styles),
  author: fc.oneof({ weight: 4, arbitrary: fc.constant('anna') }, name),
  secondPusher: fc.option(fc.constantFrom('anna', 'erik', 'marco'), {
    nil: undefined,
    freq: 2,
  }),
  secondAuthor: name,
  approver: fc.oneof({ weight: 6, arbitrary: fc.constant('marco') }, name),
  isFinal: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.boolean()),
  mergedBy: name,
  access: fc.constantFrom('review', 'list'),
  built: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('success' as const, 'at-once' as const),
    },
    fc.constantFrom('failure' as const, 'label-only' as const),
  ),
  starter: fc.option(name, { nil: undefined, freq: 3 }),
  environment: fc.constantFrom('production', 'production-eu'),
  isDeployed: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    fc.boolean(),
  ),
  deployer: fc.oneof(
    { weight: 6, arbitrary: fc.constant('deploy[bot]') },
    name,
  ),
  isToldTwice: fc.boolean(),
});

/** What happens, in order. */
export const plan: fc.Arbitrary<Episode[]> = fc.array(episode, {
  minLength: 1,
  maxLength: 4,
});
