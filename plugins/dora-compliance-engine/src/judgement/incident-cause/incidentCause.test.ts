import type {
  Evidence,
  Predicate,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assertingOver, assess } from '../../testing/assess';
import { at, deployed, evidence } from '../../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const day = (number: number) => at(number * DAY);
const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;

const linked = assertingOver(
  { each: 'incident', within: 'P90D' },
  'incident.cause.satisfied',
);

type Deployment = Predicate<'service-deployed'>['deployment'];

const detected = (
  number: number,
  incident: Partial<Predicate<'incident-detected'>['incident']>,
) =>
  evidence(
    'incident-detected',
    day(number),
    {
      incident: { id: 'INC-7', title: 'No payments', ...incident },
      detectedAt: day(number),
    },
    [{ kind: 'incident', uri: 'https://pager/INC-7' }],
  );

const ofDeployment = (name: string): Subject => ({
  kind: 'deployment',
  uri: `https://deploy/${name}`,
});
const deployment = (id: string, digest = DIGEST): Deployment => ({
  id,
  url: `https://deploy/${id}`,
  environment: { name: 'production', production: true },
  artifact: { name: 'ledger', digest },
});
const requested = (number: number, of: Deployment, subjects: Subject[] = []) =>
  evidence(
    'deployment-requested',
    day(number),
    { deployment: of, requestedAt: day(number) },
    subjects,
  );
const failed = (number: number, of: Deployment, subjects: Subject[] = []) =>
  evidence(
    'deployment-failed',
    day(number),
    { deployment: of, outcome: 'failure', failedAt: day(number) },
    subjects,
  );
const succeeded = (
  number: number,
  of: Deployment,
  subjects: Subject[] = [],
  sourceId = 'github',
) => {
  const item = deployed(number * DAY, `c${number}`, of);
  return {
    ...item,
    sourceId,
    subjects: [...item.subjects, ...subjects],
  } as Evidence;
};

/** The one check of an incident. */
function judge(all: readonly Evidence[]) {
  const [row] = assess(linked, all, NOW).rows;
  const [check] = row!.checks;
  return check!;
}
const tell = (...all: Evidence[]) => judge(all).cause.code;
const LINKED = 'incident-linked';
const UNKNOWN = 'incident-change-unknown';

describe('the artifact that an incident names', () => {
  it('is found whatever the case of its digest', () => {
    const release = succeeded(90, deployment('1'));
    const upper = detected(91, { artifact: DIGEST.toUpperCase() });
    expect(tell(upper, release)).toBe(LINKED);
    const shouting = succeeded(90, deployment('1', DIGEST.toUpperCase()));
    expect(tell(detected(91, { artifact: DIGEST }), shouting)).toBe(LINKED);
  });

  it('is found by its name alone, as it is written', () => {
    const named = { ...deployment('1'), artifact: { name: 'Ledger' } };
    const release = succeeded(90, named);
    expect(tell(detected(91, { artifact: 'Ledger' }), release)).toBe(LINKED);
    expect(tell(detected(91, { artifact: 'LEDGER' }), release)).toBe(UNKNOWN);
  });

  it('is found though a deployment says nothing of its artifact', () => {
    const silent = { ...deployment('1'), artifact: undefined };
    expect(
      tell(
        detected(91, { artifact: DIGEST }),
        succeeded(90, deployment('2')),
        succeeded(80, silent as never),
      ),
    ).toBe(LINKED);
  });
});

describe('the deployment that an incident is linked to', () => {
  it('is the last one that began before it', () => {
    const all = [
      failed(85, deployment('1')),
      succeeded(90, deployment('2')),
      failed(95, deployment('3')),
    ];
    expect(judge([detected(92, { artifact: DIGEST }), ...all])).toMatchObject({
      passed: true,
      cause: {
        code: LINKED,
        params: {
          incident: 'No payments',
          deployed: day(90),
          environment: 'production',
        },
      },
    });
  });

  it('may be one that only failed', () => {
    const item = detected(91, { artifact: DIGEST });
    expect(tell(item, failed(90, deployment('1')))).toBe(LINKED);
    expect(tell(item, failed(92, deployment('1')))).toBe(UNKNOWN);
  });

  it('began when anything was first known of it', () => {
    const item = detected(91, { artifact: DIGEST });
    const one = deployment('1');
    const all = [item, failed(87, one), requested(88, one)];
    expect(judge(all).cause.params.deployed).toBe(day(87));
  });

  it('is shown with all that was reported of it', () => {
    const item = detected(91, { artifact: DIGEST });
    const begun = requested(88, deployment('1'));
    const done = succeeded(90, deployment('1'));
    expect(judge([item, begun, done]).evidence).toEqual([
      item.id,
      begun.id,
      done.id,
    ]);
  });
});

describe('a request and a success are of one deployment', () => {
  // What was requested is not known, only what was deployed.
  const unnamed = (id: string) => ({
    ...deployment(id),
    artifact: undefined as never,
  });
  const item = detected(89, { artifact: DIGEST });

  it.each<[string, Evidence, Evidence]>([
    [
      'if a source gives both the same id',
      requested(88, unnamed('1')),
      succeeded(90, deployment('1')),
    ],
    [
      'if both are about the same one, though two sources call it differently',
      requested(88, unnamed('1'), [ofDeployment('a')]),
      succeeded(90, deployment('2'), [ofDeployment('a')], 'argo'),
    ],
  ])('%s', (_, begun, done) => {
    expect(tell(item, begun, done)).toBe(LINKED);
  });

  it.each<[string, Evidence, Evidence]>([
    [
      'if a source gives them two ids',
      requested(88, unnamed('1')),
      succeeded(90, deployment('2')),
    ],
    [
      'if two sources happen to give the same id',
      requested(88, unnamed('1')),
      succeeded(90, deployment('1'), [], 'argo'),
    ],
    [
      'if they are about two, though the ids are the same',
      requested(88, unnamed('1'), [ofDeployment('a')]),
      succeeded(90, deployment('1'), [ofDeployment('b')]),
    ],
  ])('not %s', (_, begun, done) => {
    expect(tell(item, begun, done)).toBe(UNKNOWN);
  });

  it('not if two deployments of one repository overlap', () => {
    const all = [
      requested(88, deployment('1', OTHER), [ofDeployment('a')]),
      succeeded(90, deployment('2'), [ofDeployment('b')]),
    ];
    expect(tell(item, ...all)).toBe(UNKNOWN);
  });
});
