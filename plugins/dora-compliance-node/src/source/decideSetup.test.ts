import {
  decideSetup,
  integrationCredentials,
  type SourceWays,
} from './decideSetup';

const none = { values: undefined, variable: 'CI_SECRET' };
const empty = { values: [], variable: 'CI_SECRET' };
const given = { values: ['s'], variable: 'CI_SECRET' };

const collect = (enabled?: boolean, hasCredentials = false) => ({
  enabled,
  hasCredentials,
  ...integrationCredentials('integrations.ci'),
});

const decide = (ways: Partial<SourceWays>) =>
  decideSetup({
    title: 'CI',
    configKey: 'ci',
    secrets: { webhookSecrets: none },
    ...ways,
  });

it.each<[string, Partial<SourceWays>, [boolean, boolean]]>([
  ['a secret', { secrets: { webhookSecrets: given } }, [true, false]],
  [
    'one of several secrets',
    { secrets: { webhookSecrets: empty, tokens: given } },
    [true, false],
  ],
  ['events', { events: true }, [true, false]],
  ['credentials', { collect: collect(undefined, true) }, [false, true]],
  ['collecting turned on', { collect: collect(true) }, [false, true]],
  ['collecting turned off', { collect: collect(false, true) }, [false, false]],
  ['nothing', { collect: collect() }, [false, false]],
  ['no collector', {}, [false, false]],
])('with %s', (_, ways, expected) => {
  const { receives, collects, off } = decide(ways);
  expect([receives, collects]).toEqual(expected);
  expect(off === undefined).toBe(receives || collects);
});

it.each<[Partial<SourceWays>, string]>([
  [
    {},
    'CI is off: doraCompliance.ci.webhookSecrets is not set. To turn it on, set doraCompliance.ci.webhookSecrets to receive deliveries.',
  ],
  [
    { secrets: { webhookSecrets: empty }, collect: collect() },
    'CI is off: doraCompliance.ci.webhookSecrets holds no secret: the environment variable it names (CI_SECRET in the README) is not set, or the list is empty, and integrations.ci has no credentials (an environment variable that is not set counts as none). To turn it on, set doraCompliance.ci.webhookSecrets to receive deliveries, or add credentials to integrations.ci to collect.',
  ],
  [
    { collect: collect(false, true) },
    'CI is off: doraCompliance.ci.webhookSecrets is not set, and doraCompliance.ci.collect.enabled is false. To turn it on, set doraCompliance.ci.webhookSecrets to receive deliveries, or remove doraCompliance.ci.collect.enabled to collect.',
  ],
  [
    { secrets: { webhookSecrets: none, signingTokens: none } },
    'CI is off: doraCompliance.ci.webhookSecrets and doraCompliance.ci.signingTokens are not set. To turn it on, set doraCompliance.ci.webhookSecrets or doraCompliance.ci.signingTokens to receive deliveries.',
  ],
])('says why it is off and what to set: %j', (ways, sentence) => {
  expect(decide(ways).off).toBe(sentence);
});

it('notices secrets that are empty, and collecting without credentials', () => {
  const secrets = { webhookSecrets: empty };
  expect(
    decide({ secrets, collect: collect(undefined, true) }).notices,
  ).toEqual([
    'doraCompliance.ci.webhookSecrets holds no secret: the environment variable it names (CI_SECRET in the README) is not set, or the list is empty; deliveries are refused.',
  ]);
  expect(decide({ secrets: { ...secrets, tokens: given } }).notices).toEqual([
    'doraCompliance.ci.webhookSecrets holds no secret: the environment variable it names (CI_SECRET in the README) is not set, or the list is empty.',
  ]);
  expect(decide({ collect: collect(true) }).notices).toEqual([
    'doraCompliance.ci.collect.enabled is true, but integrations.ci has no credentials (an environment variable that is not set counts as none); requests are made without.',
  ]);
  expect(decide({ secrets: { webhookSecrets: given } }).notices).toEqual([]);
});
