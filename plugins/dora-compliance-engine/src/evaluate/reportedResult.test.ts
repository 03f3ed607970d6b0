import {
  type Control,
  type Evidence,
  MAX_ROWS,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { builtIn } from '../registry/builtIn';
import type { TimedCheck } from '../registry/Judgement';
import { assertingOver } from '../testing/assess';
import { definition, independence, ownership } from '../testing/controls';
import { asset, at, evidence, release } from '../testing/story';
import { evaluateControl, evaluateControls } from './evaluateControl';

const asOf = at(10 * 24 * 60);
const input = (all: readonly Evidence[]) => ({
  asset,
  evidence: all,
  asOf,
  sourceHeard: true,
  gaps: [],
  people: [],
});
const evaluate = (control: Control, all: readonly Evidence[]) =>
  evaluateControl(compileControl(control), input(all));

const branches: Control['population'] = {
  each: 'branch',
  from: 'branch-protection-observed',
  within: 'P30D',
};
const repositories: Control['population'] = {
  each: 'repository',
  from: 'pipeline-settings-observed',
  within: 'P30D',
};
const overBranches = assertingOver(branches, 'member.requiredApprovals > 0');
const overBoth: Control = {
  ...overBranches,
  assess: [
    ...overBranches.assess,
    {
      id: 'reads',
      text: 'Reads.',
      assert: 'member.defaultTokenRights == "read"',
      population: repositories,
    },
  ],
};

const branch = (name: string, requiredApprovals: number, minutes = 0) =>
  evidence('branch-protection-observed', at(minutes), {
    complete: true,
    branch: name,
    protected: true,
    requiredApprovals,
  });
const settings = (defaultTokenRights: 'read' | 'write', minutes = 0) =>
  evidence('pipeline-settings-observed', at(minutes), {
    complete: true,
    defaultTokenRights,
  });

describe('the reason of a control', () => {
  it('counts the members of the kind that it is about', () => {
    const all = [branch('a', 0, 9), branch('b', 1), settings('write')];
    const { reason, counts } = evaluate(overBoth, all);
    expect(reason).toMatchObject({
      code: 'assertion-false',
      params: { status: 'not-satisfied', alike: 1, total: 2, kind: 'branch' },
    });
    expect(counts).toEqual({ satisfied: 1, notAssessed: 0, notSatisfied: 2 });
  });

  it('says how many members of which kind are satisfied', () => {
    const all = [branch('a', 1, 9), branch('b', 1), settings('read')];
    expect(evaluate(overBoth, all).reason).toEqual({
      code: 'all-members-satisfied',
      params: { total: 2, kind: 'branch' },
    });
  });

  it('is that of a population without members, if that is worse', () => {
    const { status, reason } = evaluate(overBoth, [branch('a', 1)]);
    expect([status, reason.code]).toEqual([
      'not-assessed',
      'state-not-observed',
    ]);
  });

  it('is that of the worst of several populations without members', () => {
    const control: Control = {
      ...definition,
      assess: [
        ...definition.assess,
        {
          id: 'owned',
          text: 'Owned.',
          assert: 'asset.ownership.satisfied',
          population: {
            each: 'asset',
            from: 'ownership-observed',
            within: 'P30D',
          },
        },
      ],
    };
    const { status, reason } = evaluate(control, []);
    expect([status, reason.code]).toEqual(['not-assessed', 'not-yet-observed']);
  });

  it('names the requirement and the value that is missing', () => {
    const unknown = evidence('pipeline-settings-observed', at(0), {
      complete: true,
      mayApproveChanges: false,
    });
    const control = assertingOver(
      repositories,
      'member.defaultTokenRights == "read"',
    );
    expect(evaluate(control, [unknown]).reason).toMatchObject({
      code: 'value-missing',
      params: { id: 'it', field: 'member.defaultTokenRights' },
    });
  });

  it.each<[string, TimedCheck[]]>([
    ['no checks', []],
    ['a check that says nothing', [{ check: 'a', passed: 'yes' } as never]],
  ])('names the judgement that gives %s', (_, checks) => {
    const own = builtIn.extend({
      judgements: [
        {
          name: 'bank.own',
          member: 'branch-protection-observed',
          needs: { evidence: [] },
          judge: () => checks,
        },
      ],
    });
    for (const assert of ['bank.own.satisfied', '!bank.own.satisfied']) {
      const { status, reason } = evaluateControl(
        compileControl(assertingOver(branches, assert), own),
        input([branch('a', 1)]),
      );
      expect([status, reason.code]).toEqual(['not-assessed', 'value-missing']);
      expect(reason.params).toMatchObject({ field: 'bank.own.satisfied' });
    }
  });

  it('names the requirement that has no value, and why', () => {
    const control = assertingOver(
      branches,
      'size(member.branch) % 0 == member.requiredApprovals',
    );
    const { reason, rows } = evaluate(control, [branch('a', 1)]);
    expect(reason).toMatchObject({
      code: 'assertion-error',
      params: { id: 'it', detail: 'a division by zero' },
    });
    expect(rows[0]?.checks[0]?.passed).toBeNull();
  });
});

describe('the rows of a control', () => {
  it('have the check of a requirement, and what it read', () => {
    const [row] = evaluate(overBranches, [branch('a', 2)]).rows;
    expect(row).toMatchObject({
      status: 'satisfied',
      reason: { code: 'all-checks-passed' },
      checks: [
        { check: 'it', passed: true, cause: { code: 'assertion-true' } },
      ],
    });
  });

  it('have no checks where nothing can be said of a member', () => {
    const stale = branch('a', 1, -31 * 24 * 60);
    const { rows, counts } = evaluate(overBranches, [stale, branch('b', 1)]);
    expect(rows.map(({ status, checks }) => [status, checks.length])).toEqual([
      ['not-assessed', 0],
      ['satisfied', 1],
    ]);
    expect(counts).toEqual({ satisfied: 1, notAssessed: 1, notSatisfied: 0 });
  });

  it('are limited; the counts are not', () => {
    const all = Array.from({ length: MAX_ROWS + 1 }, (_, number) =>
      branch(`b${number}`, number > 0 ? 1 : 0),
    );
    const { rows, counts } = evaluate(overBranches, all);
    expect(rows).toHaveLength(MAX_ROWS);
    expect(rows[0]?.status).toBe('not-satisfied');
    expect(counts).toEqual({
      satisfied: MAX_ROWS,
      notAssessed: 0,
      notSatisfied: 1,
    });
  });

  it('are none where the control does not apply', () => {
    const control = { ...overBranches, appliesTo: { kind: 'resource' } };
    expect(evaluate(control, [branch('a', 0)])).toMatchObject({
      status: 'not-applicable',
      counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
      rows: [],
    });
  });
});

describe('evaluateControls', () => {
  it('says of each control, in order, what evaluateControl says', () => {
    const controls = [independence, ownership, compileControl(overBoth)];
    const known = input([...release(1, 10), branch('a', 0)]);
    expect(
      [...evaluateControls(controls, known)].map(
        ({ assessment }) => assessment,
      ),
    ).toEqual(controls.map(control => evaluateControl(control, known)));
  });
});

describe('evidence that is dated in the future', () => {
  const control = compileControl(overBranches);
  const ahead = at(11 * 24 * 60);
  const early = (item: Evidence) =>
    ({ ...item, observedAt: ahead, recordedAt: at(0) } as Evidence);

  it('may change the answer when its time comes', () => {
    const all = [branch('a', 1), early(branch('a', 0))];
    expect(evaluateControl(control, input(all)).validUntil).toBe(ahead);
  });

  it('changes no control that does not read it', () => {
    const all = [branch('a', 1), early(settings('write'))];
    expect(evaluateControl(control, input(all)).validUntil).toBe(
      at(30 * 24 * 60),
    );
  });
});
