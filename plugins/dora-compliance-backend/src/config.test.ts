import { mockServices } from '@backstage/backend-test-utils';
import { readDoraComplianceConfig, requireReadKeys } from './config';

const DAY = 24 * 60 * 60_000;

const createConfig = (doraCompliance: object, others: object = {}) =>
  mockServices.rootConfig({ data: { ...others, doraCompliance } });

const read = (doraCompliance: object) =>
  readDoraComplianceConfig(createConfig(doraCompliance));

it('has its defaults', () => {
  expect(read({})).toEqual({
    regime: 'full',
    overrides: {},
    policies: [],
    assetSchedule: {
      frequency: { minutes: 10 },
      timeout: { minutes: 30 },
      initialDelay: { seconds: 15 },
    },
    redaction: { personalData: [] },
    collect: {
      frequency: DAY / 4,
      lookBack: DAY,
      onboarding: 30 * DAY,
      tolerance: 5 * 60_000,
    },
    silence: { tolerance: 5 * 60_000, quietAfter: 7 * DAY },
    notifications: {
      enabled: false,
      quietPeriod: 60_000,
      language: 'en',
      kinds: {
        notSatisfied: true,
        notAssessed: true,
        satisfied: false,
        expiring: true,
        digest: true,
      },
    },
    lateAfter: DAY,
    pastDays: 90,
  });
});

describe('the configuration of notifications', () => {
  it('switches each kind', () => {
    const notifications = {
      enabled: true,
      quietPeriod: 'PT2M',
      language: 'de',
      kinds: { satisfied: true, expiring: false, digest: false },
    };
    expect(read({ notifications }).notifications).toEqual({
      enabled: true,
      quietPeriod: 2 * 60_000,
      language: 'de',
      kinds: {
        notSatisfied: true,
        notAssessed: true,
        satisfied: true,
        expiring: false,
        digest: false,
      },
    });
  });

  it.each([
    [
      { quietPeriod: 'PT0S' },
      'doraCompliance.notifications.quietPeriod is "PT0S"',
    ],
    [{ kinds: { digests: true } }, 'did you mean digest?'],
    [{ language: 'fr' }, 'doraCompliance.notifications.language is "fr"'],
    [{ enable: true }, 'did you mean enabled?'],
  ])('names what is wrong in %j', (notifications, problem) => {
    expect(() => read({ notifications })).toThrow(problem);
  });
});

describe('the regime', () => {
  it('is one of four', () => {
    expect(read({ regime: 'simplified' }).regime).toBe('simplified');
    expect(() => read({ regime: 'simple' })).toThrow(
      'doraCompliance.regime is "simple"',
    );
  });

  it('is a key of the backend', () => {
    const require = (settings: object) => () =>
      requireReadKeys(
        { config: createConfig(settings), logger: mockServices.logger.mock() },
        [],
      );
    expect(require({ regime: 'full' })).not.toThrow();
    expect(require({ regimes: 'full' })).toThrow('did you mean regime?');
  });
});

describe('the configuration of collecting', () => {
  it('backfills what is new by a month, as far as told, or not', () => {
    const onboarding = (value: unknown) =>
      read({ collect: { onboarding: value } }).collect.onboarding;
    expect(read({}).collect.onboarding).toBe(30 * DAY);
    expect(onboarding('P7D')).toBe(7 * DAY);
    expect(onboarding({ hours: 12 })).toBe(DAY / 2);
    expect(onboarding(false)).toBeUndefined();
  });

  it.each([
    ['frequency', 'PT0S'],
    ['lookBack', 'soon'],
    ['onboarding', { days: 0 }],
    ['onboarding', 'never'],
  ])('names %s when it is %j', (key, value) => {
    expect(() => read({ collect: { [key]: value } })).toThrow(
      `doraCompliance.collect.${key} is ${JSON.stringify(value)}`,
    );
  });

  it.each([
    [{ frequenzy: 'PT1H' }, 'did you mean frequency?'],
    [{ lookback: 'PT1H' }, 'did you mean lookBack?'],
  ])('refuses %j', (collect, problem) => {
    expect(() => read({ collect })).toThrow(problem);
  });
});

it.each([
  [
    { frequency: 'often', timeout: { minutes: 1 } },
    'assets.schedule is wrong: ',
  ],
  [{ frequency: { minutes: 1 } }, 'assets.schedule.timeout is missing'],
  [
    {
      frequency: { minutes: 1 },
      timeout: { minutes: 1 },
      initialDelai: 'PT1S',
    },
    'assets.schedule.initialDelai is unknown; did you mean initialDelay?',
  ],
])('refuses the schedule %j', (schedule, problem) => {
  expect(() => read({ assets: { schedule } })).toThrow(
    `doraCompliance.${problem}`,
  );
});

describe('the configuration of redaction', () => {
  it('joins kinds of personal data and names of fields', () => {
    const redaction = { personalData: ['email'], fields: ['login'] };
    expect(read({ redaction }).redaction.personalData).toEqual([
      'email',
      'login',
    ]);
  });

  it.each([
    [
      { personalData: ['emails'] },
      'redaction.personalData[0] is "emails"; it must be email (did you mean email?)',
    ],
    [
      { personalData: ['email', 'login'] },
      'redaction.personalData[1] is "login"; it must be email',
    ],
    [{ personalData: 'email' }, 'redaction.personalData must be a list'],
    [{ personalData: [] }, 'redaction.personalData is empty'],
    [{ fields: [] }, 'redaction.fields is empty'],
    [
      { fields: ['e-mail'] },
      'redaction.fields[0] is a name of e-mail addresses',
    ],
    [
      { fields: ['emial'] },
      'redaction.fields[0] is a name of e-mail addresses',
    ],
    [{ fields: [''] }, 'redaction.fields[0] is empty'],
    [
      { personaldata: ['email'] },
      'redaction.personaldata is unknown; did you mean personalData?',
    ],
  ])('refuses %j, so that nothing is kept by mistake', (redaction, problem) => {
    expect(() => read({ redaction })).toThrow(`doraCompliance.${problem}`);
  });
});

describe('keys that nobody reads', () => {
  function look(doraCompliance: object, others: object = {}) {
    const logger = mockServices.logger.mock();
    const config = createConfig(doraCompliance, others);
    requireReadKeys({ config, logger }, ['github', 'bamboo']);
    return logger.warn.mock.calls.map(([line]) => line);
  }

  it('are none of those that are read', () => {
    expect(
      look(
        { assets: {}, github: {}, bamboo: {}, pipelines: {}, silence: {} },
        { dora: {}, compliance: {}, integrations: {} },
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'gitlab',
      'doraCompliance.gitlab is set, but its module is not installed: add @ict-assurance/backstage-plugin-dora-compliance-backend-module-gitlab to the backend',
    ],
    ['githb', 'doraCompliance.githb is unknown; did you mean github?'],
    [
      'teamcity',
      'doraCompliance.teamcity is set, but no installed module reports that it reads it',
    ],
  ])('are warned of: %s', (key, warning) => {
    expect(look({ [key]: {} })).toEqual([warning]);
  });

  it.each([
    ['redacton', 'did you mean redaction?'],
    ['personalData', 'did you mean redaction.personalData?'],
    ['Collect', 'did you mean collect?'],
    ['frequency', 'did you mean collect.frequency?'],
  ])('are refused where the backend was meant: %s', (key, problem) => {
    expect(() => look({ [key]: {} })).toThrow(
      `doraCompliance.${key} is unknown; ${problem}`,
    );
  });

  it('are refused where the whole was meant', () => {
    expect(() => look({}, { doraComplience: {} })).toThrow(
      'doraComplience is unknown; did you mean doraCompliance?',
    );
  });
});

it.each([
  ['PT1H', 0],
  ['P30D', 1],
])('warns of a tolerance of %s: %i', (tolerance, times) => {
  const logger = mockServices.logger.mock();
  readDoraComplianceConfig(createConfig({ silence: { tolerance } }), logger);
  expect(logger.warn).toHaveBeenCalledTimes(times);
});

it.each([
  ['P7D', 0],
  ['P90D', 1],
  ['P10Y', 1],
])('warns of evidence that is late after %s: %i', (lateAfter, times) => {
  const logger = mockServices.logger.mock();
  readDoraComplianceConfig(createConfig({ evidence: { lateAfter } }), logger);
  expect(logger.warn).toHaveBeenCalledTimes(times);
});

it('takes no time for late evidence that reaches before all dates', () => {
  expect(() =>
    readDoraComplianceConfig(
      createConfig({ evidence: { lateAfter: 'P999999Y' } }),
    ),
  ).toThrow('evidence.lateAfter is longer than ten years; set at most P10Y');
});

describe('how far back the past is reconstructed', () => {
  const readPast = (reconstruct: unknown) =>
    read({ history: { reconstruct } }).pastDays;

  it('is a number of days, or not at all', () => {
    expect([readPast('P30D'), readPast('36h'), readPast(false)]).toEqual([
      30, 2, 0,
    ]);
  });

  it('is two years at most', () => {
    expect(readPast('P2Y')).toBeGreaterThan(729);
    expect(() => readPast('P3Y')).toThrow(
      'history.reconstruct is longer than two years; set at most P2Y',
    );
  });
});
