import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { readConfig } from './config';
import {
  configObject,
  duration,
  durationOrFalse,
  flag,
  isoDuration,
  numberWithin,
  oneOf,
  text,
  textList,
} from './configTypes';
import { secretList, secretText } from './secretList';
import { webAddress } from './webAddress';

const schema = configObject({
  webhookSecrets: secretList(),
  names: textList(),
  events: flag().default(false),
  percent: numberWithin(0, 100).default(50),
  kind: oneOf(['email', 'phone']).optional(),
  every: duration().default({ hours: 6 }),
  onboarding: durationOrFalse().default({ days: 30 }),
  controllers: z
    .array(
      configObject({
        baseUrl: text(),
        url: webAddress('apiKey').optional(),
        apiKey: secretText().optional(),
      }),
    )
    .default([]),
  collect: configObject({
    enabled: flag().optional(),
    lookBack: isoDuration().default('P3D'),
  }).prefault({}),
});

const read = (ci?: JsonObject) =>
  readConfig(
    new ConfigReader(ci ? { doraCompliance: { ci } } : {}),
    'doraCompliance.ci',
    schema,
  );

it('fills in the defaults, all in one place', () => {
  const defaults = {
    names: [],
    events: false,
    percent: 50,
    every: { hours: 6 },
    onboarding: { days: 30 },
    controllers: [],
    collect: { lookBack: 'P3D' },
  };
  expect(read()).toEqual(defaults);
  expect(read({})).toEqual(defaults);
});

it('takes values as Backstage takes them from environment variables', () => {
  const { events, percent, onboarding, every, collect } = read({
    events: 'yes',
    percent: '10',
    onboarding: 'false',
    every: '2 days',
    collect: { enabled: 'off' },
  });
  expect({ events, percent, onboarding, every, collect }).toEqual({
    events: true,
    percent: 10,
    onboarding: false,
    every: { days: 2 },
    collect: { enabled: false, lookBack: 'P3D' },
  });
});

it('tells secrets that are not set from those that are empty', () => {
  expect(read({}).webhookSecrets).toBeUndefined();
  expect(read({ webhookSecrets: [] }).webhookSecrets).toEqual([]);
  expect(
    read({ webhookSecrets: ['', '   ', '\t\n', ' x'] }).webhookSecrets,
  ).toEqual([' x']);
});

it('binds secrets to what their deliveries may be about', () => {
  const scope = ['github.com/bank/*'];
  expect(
    read({
      webhookSecrets: ['a', { secret: 'b' }, { secret: 'c', scope }],
    }).webhookSecrets,
  ).toEqual(['a', 'b', { secret: 'c', scope }]);
  // Its environment variable is not set.
  expect(
    read({ webhookSecrets: [{ scope }, { secret: ' ', scope }] })
      .webhookSecrets,
  ).toEqual([]);
});

it.each<[JsonObject, string]>([
  [
    { webhookSecrets: [1] },
    'webhookSecrets[0] must be text, or an object with secret and scope',
  ],
  [
    { webhookSecrets: [{ secret: 'x', scop: ['y'] }] },
    'webhookSecrets[0].scop is unknown; did you mean scope?',
  ],
  [
    { webhookSecrets: [{ secret: 'x', scope: [] }] },
    'webhookSecrets[0].scope is empty; name what its deliveries may be about, or remove the key',
  ],
  [
    { webhookSecrets: [{ secret: 'x', scope: 'y' }] },
    'webhookSecrets[0].scope must be a list, not a string',
  ],
  [
    { webhookSecrets: [{ secret: 'x', scope: ['a b'] }] },
    'webhookSecrets[0].scope[0] must be a pattern without spaces',
  ],
  [
    { webhookSecret: ['x'] },
    'webhookSecret is unknown; did you mean webhookSecrets?',
  ],
  [{ secrets: ['x'] }, 'secrets is unknown; did you mean webhookSecrets?'],
  [{ colect: {} }, 'colect is unknown; did you mean collect?'],
  [{ 'collect-': {} }, 'collect- is unknown; did you mean collect?'],
  [
    { collect: { lookback: 'P1D' } },
    'collect.lookback is unknown; did you mean lookBack?',
  ],
  [
    { collect: { xyz: 1 } },
    'collect.xyz is unknown; known are enabled, lookBack',
  ],
  [
    { controllers: [{ baseUrl: 'x' }, { baseURI: 'x', baseUrl: 'x' }] },
    'controllers[1].baseURI is unknown; did you mean baseUrl?',
  ],
  [
    { controllers: [{}] },
    'controllers[0].baseUrl is missing, or it names an environment variable that is not set',
  ],
  [{ events: 'ture' }, 'events is "ture"; it must be true or false'],
  [{ percent: 101 }, 'percent is 101; it must be a number from 0 to 100'],
  [
    { kind: 'emails' },
    'kind is "emails"; it must be email or phone (did you mean email?)',
  ],
  [{ names: ['a', 1] }, 'names[1] is 1; it must be text'],
  [{ names: 'a' }, 'names must be a list, not a string'],
  [{ collect: true }, 'collect must be an object, not a boolean'],
  [
    { collect: { lookBack: '3 days' } },
    'collect.lookBack is "3 days"; it must be a positive ISO 8601 duration such as P3D',
  ],
  [
    { every: 'soon' },
    'every is "soon"; it must be a duration longer than zero such as PT6H, 6h or { hours: 6 }',
  ],
  [{ every: { fortnights: 1 } }, 'every is {"fortnights":1}; it must be'],
  [{ onboarding: { days: 0 } }, 'onboarding is {"days":0}; it must be'],
  [
    { controllers: [{ baseUrl: 'x', apiKey: '  ' }] },
    'controllers[0].apiKey is empty; it must be text',
  ],
  [
    { controllers: [{ baseUrl: 'x', url: 'ci.example' }] },
    'controllers[0].url is no address; it must begin with http:// or https://',
  ],
  [
    { controllers: [{ baseUrl: 'x', url: 'https://u@ci.example' }] },
    'controllers[0].url contains a username or password (not shown); remove it from the address and set apiKey instead',
  ],
])('names what is wrong with %j', (ci, problem) => {
  expect(() => read(ci)).toThrow(`doraCompliance.ci.${problem}`);
});

it('names all that is wrong at once', () => {
  expect(() => read({ event: true, percent: -1, colect: {} })).toThrow(
    expect.objectContaining({
      problems: [
        expect.stringContaining('percent'),
        expect.stringContaining('event '),
        expect.stringContaining('colect'),
      ],
    }),
  );
});

it('never shows a secret', () => {
  const secret = 'hunter2';
  for (const ci of [
    { controllers: [{ baseUrl: 'x', url: `https://u:${secret}@ci.example` }] },
    { controllers: [{ baseUrl: 'x', url: `https://${secret}@ci.example` }] },
    { webhookSecrets: secret },
    { webhookSecrets: [[secret]] },
    { webhookSecrets: [{ secret: [secret] }] },
    { webhookSecrets: [{ secret, scopes: [secret] }] },
    { controllers: [{ baseUrl: 'x', apiKey: [secret] }] },
  ]) {
    expect(() => read(ci)).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining(secret),
      }),
    );
  }
});

describe('a value that may be a secret under the wrong key', () => {
  const token = 'ghp_0123456789abcdefghij';
  const hidden = 'text of length 24 (not shown)';

  it.each<[JsonObject, string]>([
    [{ events: token }, `events is ${hidden}; it must be true or false`],
    [{ events: [token] }, 'events is a list of length 1 (not shown)'],
    [{ events: { a: token } }, 'events is an object (not shown)'],
    [{ events: { [token]: 1 } }, 'events is an object (not shown)'],
    [{ percent: token }, `percent is ${hidden}; it must be a number`],
    [{ percent: 1234567890123 }, 'percent is a number (not shown)'],
    [{ kind: token }, `kind is ${hidden}; it must be email or phone`],
    [{ every: token }, `every is ${hidden}; it must be a duration`],
    [{ collect: { lookBack: token } }, `collect.lookBack is ${hidden}`],
    [{ names: [[token]] }, 'names[0] is a list of length 1 (not shown)'],
    [{ events: 'hunter2' }, 'events is text of length 7 (not shown)'],
  ])('is not shown: %j', (ci, problem) => {
    expect(() => read(ci)).toThrow(`doraCompliance.ci.${problem}`);
    expect(() => read(ci)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(token) }),
    );
  });
});
