import { mockServices } from '@backstage/backend-test-utils';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { readDoraComplianceConfig } from '../../config';
import type { Reader } from '../../permissions/Reader';
import { control } from '../../testing/samples';
import { describePolicies } from './describePolicies';
import { requireKnownControls } from './requireKnownControls';

const declared = {
  id: 'change-management',
  title: 'ICT change management',
  version: '3.2',
  owner: 'group:default/risk',
  approvedOn: '2026-02-10',
  reviewDue: '2027-02-10',
  link: 'https://wiki.bank.example/change',
  clauses: [
    { id: '4.1', text: 'Approved by another person.', controls: ['four-eyes'] },
    { id: '4.2', text: 'Tested rollback.' },
    { id: '4.3', text: 'Simplified.', controls: ['simplified'] },
  ],
};

const read = (policies: unknown) =>
  readDoraComplianceConfig(
    mockServices.rootConfig({
      data: { doraCompliance: { policies } as never },
    }),
  ).policies;

const fourEyes: Control = { ...control, id: 'four-eyes', title: 'Four eyes' };
const controls = new Map([['four-eyes', compileControl(fourEyes)]]);
const createReader = (reads: (ref: string) => boolean) =>
  ({ readable: async () => reads } as unknown as Reader);

describe('policies', () => {
  it('have the clauses first that nothing enforces, and name controls that are not installed', async () => {
    const [policy] = await describePolicies(read([declared]), {
      controls,
      reader: createReader(() => true),
    });
    expect(policy).toMatchObject({
      id: 'change-management',
      ownerRef: 'group:default/risk',
      reviewDue: '2027-02-10',
    });
    expect(
      policy!.clauses.map(({ id, controls: by, notInstalled }) => [
        id,
        by.map(one => one.title),
        notInstalled,
      ]),
    ).toEqual([
      ['4.2', [], []],
      ['4.3', [], ['simplified']],
      ['4.1', ['Four eyes'], []],
    ]);
  });

  it('do not name an owner that the reader may not read', async () => {
    const [policy] = await describePolicies(read([declared]), {
      controls,
      reader: createReader(() => false),
    });
    expect(policy).not.toHaveProperty('ownerRef');
    expect(policy).not.toHaveProperty('owner');
  });

  it.each([
    [{ link: undefined }, /policies\[0\] names no document; set link/],
    [{ link: 'ftp://wiki/change' }, /policies\[0\]\.link must be a web addr/],
    [{ version: 3.2 }, /policies\[0\]\.version is .*3\.2.* it must be text/],
    [{ reviewDue: 'soon' }, /policies\[0\]\.reviewDue/],
    [{ id: 'Change' }, /policies\[0\]\.id must be words of lower-case/],
    [{ clauses: [] }, /policies\[0\]\.clauses is empty/],
    [{ titel: 'x' }, /policies\[0\]\.titel is unknown; did you mean title/],
    [
      { clauses: [{ id: '1', text: 'x', control: [] }] },
      /clauses\[0\]\.control is unknown; did you mean controls/,
    ],
  ])('refuse what can not be used: %j', (change, problem) => {
    expect(() => read([{ ...declared, ...change }])).toThrow(problem);
  });

  it('refuse controls that do not exist, and ids that are not unique', () => {
    const require = (...policies: object[]) =>
      requireKnownControls(
        read(policies),
        ['four-eyes', 'simplified'].map(id => ({ id })),
      );
    expect(() => require(declared)).not.toThrow();
    expect(() =>
      require({
        ...declared,
        clauses: [
          { id: '4.1', text: 'x', controls: ['four-eye'] },
          { id: '4.1', text: 'y' },
        ],
      }),
    ).toThrow(
      /clauses\[1\]\.id is "4\.1", as of another clause[^]*clauses\[0\]\.controls names "four-eye", but there is no such control; did you mean "four-eyes"\?/,
    );
    expect(() => require(declared, declared)).toThrow(
      /policies\[1\]\.id is "change-management", as of another policy/,
    );
  });
});
