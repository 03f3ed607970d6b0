import type {
  Assessment,
  Control,
  ControlStatus,
  Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  compileControl,
  type KnownDeployment,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { assetNamed, at, control } from '../../testing/samples';
import { findVerdicts, listJudging } from './findVerdicts';

const DAY = 24 * 60;

const onDeployments: Control = {
  ...control,
  id: 'four-eyes',
  population: { each: 'deployment', within: 'P90D' },
  assess: [{ id: 'it', text: 'It.', assert: 'change.independence.satisfied' }],
};
const onChanges: Control = {
  ...control,
  id: 'titles',
  population: { each: 'change', within: 'P90D' },
  assess: [{ id: 'it', text: 'It.', assert: 'member.targetBranch == "main"' }],
};
const onAssets: Control = {
  ...control,
  id: 'record',
  population: { each: 'asset', from: 'asset-record-observed', within: 'P30D' },
  assess: [{ id: 'it', text: 'It.', assert: 'asset.record.satisfied' }],
};
const elsewhere: Control = {
  ...onDeployments,
  id: 'elsewhere',
  appliesTo: { kind: 'resource' },
};

const url = 'https://github.com/bank/ledger/pull/1';
const deployment = {
  first: { predicate: { deployment: { id: '1' } } },
  environment: 'production',
  at: at(100 * DAY),
} as KnownDeployment;

const judging = listJudging(
  [onDeployments, onChanges, onAssets, elsewhere].map(one =>
    compileControl(one),
  ),
  assetNamed('ledger'),
);

const row = (status: ControlStatus, member: Partial<Row['member']>): Row => ({
  member: { kind: 'deployment', at: deployment.at, ...member },
  status,
  reason: { code: 'all-satisfied', params: {} },
  checks: [],
});

const ofDeployment = (
  status: ControlStatus,
  id = '1',
  environment = 'production',
) => row(status, { deployment: { id, environment } });

function find(rows: Record<string, Row[]>, asOf = at(101 * DAY)) {
  const current = new Map(
    Object.entries(rows).map(([id, some]) => [
      id,
      { assessment: { rows: some, asOf } as Assessment, assessedAt: asOf },
    ]),
  );
  return findVerdicts({ deployment, changes: [url], judging, current }).map(
    ({ control: { id }, status, absent }) => [id, status, absent],
  );
}

describe('findVerdicts', () => {
  it('asks the controls on deployments and changes that apply', () => {
    expect(judging.map(one => one.control.id)).toEqual(['four-eyes', 'titles']);
  });

  it('has the verdict on the deployment and on its changes, worst first', () => {
    expect(
      find({
        'four-eyes': [ofDeployment('satisfied')],
        titles: [
          row('satisfied', { kind: 'change', uri: url }),
          row('not-satisfied', { kind: 'change', uri: url }),
        ],
      }),
    ).toEqual([
      ['titles', 'not-satisfied', undefined],
      ['four-eyes', 'satisfied', undefined],
    ]);
  });

  it.each([
    ['of another deployment', ofDeployment('satisfied', '2')],
    ['to another environment', ofDeployment('satisfied', '1', 'blue')],
    [
      'at another time',
      row('satisfied', {
        deployment: { id: '1', environment: 'production' },
        at: at(1),
      }),
    ],
  ])('takes no result %s', (_, other) => {
    expect(find({ 'four-eyes': [other] })).toEqual([
      ['four-eyes', 'not-assessed', 'not-recorded'],
      ['titles', 'not-assessed', 'not-recorded'],
    ]);
  });

  it('is not assessed by a control that was never assessed', () => {
    expect(find({})).toEqual([
      ['four-eyes', 'not-assessed', 'not-recorded'],
      ['titles', 'not-assessed', 'not-recorded'],
    ]);
  });

  it.each(['evidence-gap', 'evidence-late', 'evidence-unverified'])(
    'is not satisfied while a control is not assessed as a whole: %s',
    code => {
      const current = new Map([
        [
          'four-eyes',
          {
            assessment: {
              status: 'not-assessed',
              reason: { code, params: {} },
              rows: [ofDeployment('satisfied')],
              asOf: at(101 * DAY),
            } as never as Assessment,
            assessedAt: at(101 * DAY),
          },
        ],
      ]);
      const [first] = findVerdicts({
        deployment,
        changes: [],
        judging,
        current,
      });
      expect(first).toMatchObject({
        status: 'not-assessed',
        reason: { code },
      });
    },
  );

  it('is satisfied by a control on changes only if it has a result on each', () => {
    const rows = [row('satisfied', { kind: 'change', uri: url })];
    const of = (changes: string[]) =>
      findVerdicts({
        deployment,
        changes,
        judging: judging.slice(1),
        current: new Map([
          [
            'titles',
            {
              assessment: { rows, asOf: at(101 * DAY) } as never as Assessment,
              assessedAt: at(101 * DAY),
            },
          ],
        ]),
      })[0];
    expect(of([url])).toMatchObject({ status: 'satisfied' });
    expect(of([url, `${url}2`])).toMatchObject({
      status: 'not-assessed',
      absent: 'not-recorded',
    });
  });

  it('says that a deployment has left the window', () => {
    const [after] = find({ 'four-eyes': [] }, at(190 * DAY));
    expect(after).toEqual(['four-eyes', 'not-assessed', 'outside-window']);
    const [before] = find({ 'four-eyes': [] }, at(190 * DAY - 1));
    expect(before).toEqual(['four-eyes', 'not-assessed', 'not-recorded']);
  });
});
