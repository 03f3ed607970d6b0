import type {
  Assessment,
  ControlStatus,
  Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at } from '../testing/story';
import { hasEnded, identifyMember, isGreen } from './hasEnded';

type Member = Row['member'];

const branch = (title: string): Member => ({
  kind: 'branch',
  title,
  at: at(0),
});
const deployment = (id: string, environment = 'production'): Member => ({
  kind: 'deployment',
  deployment: { id, environment },
  at: at(0),
});

/** Members with their statuses; some more may be counted and not listed. */
function assessed(
  status: ControlStatus,
  members: [Member, ControlStatus][] = [],
  unlisted: Partial<Assessment['counts']> = {},
): Assessment {
  const count = (wanted: ControlStatus) =>
    members.filter(([, one]) => one === wanted).length;
  return {
    status,
    rows: members.map(([member, one]) => ({ member, status: one })),
    counts: {
      satisfied: count('satisfied'),
      notAssessed: count('not-assessed') + (unlisted.notAssessed ?? 0),
      notSatisfied: count('not-satisfied') + (unlisted.notSatisfied ?? 0),
    },
  } as unknown as Assessment;
}

const fails = (member: Member): [Member, ControlStatus] => [
  member,
  'not-satisfied',
];
const isUnknown = (member: Member): [Member, ControlStatus] => [
  member,
  'not-assessed',
];
const failing = (...members: [Member, ControlStatus][]) =>
  assessed('not-satisfied', members);

describe('a finding has ended', () => {
  it.each<ControlStatus>(['satisfied', 'not-applicable'])(
    'when the control is %s',
    status => {
      expect(isGreen({ status })).toBe(true);
      expect(hasEnded(failing(fails(branch('a'))), assessed(status))).toBe(
        true,
      );
    },
  );

  it('when no member that fails now fails then, even if others do', () => {
    const later = failing(fails(branch('b')));
    expect(hasEnded(failing(fails(branch('a'))), later)).toBe(true);
    expect(hasEnded(failing(isUnknown(branch('a'))), later)).toBe(true);
    expect(
      hasEnded(failing(fails(branch('a')), isUnknown(branch('c'))), later),
    ).toBe(true);
  });

  it('not while one of them fails or is not assessed', () => {
    const now = failing(fails(branch('a')), fails(branch('b')));
    expect(hasEnded(now, failing(fails(branch('b'))))).toBe(false);
    expect(hasEnded(now, failing(isUnknown(branch('a'))))).toBe(false);
  });

  it('not if no member failed: a gap, for example, ends only when all is green', () => {
    const gap = assessed('not-assessed');
    expect(hasEnded(gap, failing(fails(branch('b'))))).toBe(false);
    expect(hasEnded(gap, gap)).toBe(false);
  });

  it('not if nobody knows which members fail: some are not listed', () => {
    const [a, b] = [fails(branch('a')), fails(branch('b'))];
    const more = { notSatisfied: 1 };
    expect(hasEnded(assessed('not-satisfied', [a], more), failing(b))).toBe(
      false,
    );
    expect(hasEnded(failing(a), assessed('not-satisfied', [b], more))).toBe(
      false,
    );
    expect(hasEnded(failing(a), assessed('not-satisfied', [], more))).toBe(
      false,
    );
  });
});

describe('a member is another one', () => {
  it('if it is another deployment, or one to another environment', () => {
    const one = identifyMember(deployment('1'));
    expect(identifyMember({ ...deployment('1'), at: at(9) })).toBe(one);
    expect(identifyMember(deployment('2'))).not.toBe(one);
    expect(identifyMember(deployment('1', 'live'))).not.toBe(one);
  });

  it('not if it is an interval that has grown', () => {
    const interval = (from: number, to: number): Member => ({
      kind: 'interval',
      period: { from: at(from), to: at(to) },
      at: at(to),
    });
    expect(identifyMember(interval(1, 3))).toBe(identifyMember(interval(1, 5)));
    expect(identifyMember(interval(2, 3))).not.toBe(
      identifyMember(interval(1, 3)),
    );
  });
});
