import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evaluateControl } from '../../evaluate/evaluateControl';
import { ownership } from '../../testing/controls';
import { asset, at, evidence } from '../../testing/story';

type Owner = NonNullable<Predicate<'ownership-observed'>['owner']>;

function judge(owner?: Partial<Owner>, ownerRef = 'group:default/team') {
  const { status, reason } = evaluateControl(ownership, {
    asset,
    evidence: [
      evidence(
        'ownership-observed',
        at(0),
        {
          entityRef: asset.entityRef,
          ownerRef,
          ...(owner && {
            owner: { kind: 'group', title: 'Team', memberCount: 0, ...owner },
          }),
        },
        [{ kind: 'entity', uri: asset.entityRef }],
      ),
    ],
    asOf: at(10),
    sourceHeard: true,
    gaps: [],
    people: [],
  });
  return `${status}: ${reason.code}`;
}

const anna = { personRef: 'user:default/anna', exists: true };
const gone = { personRef: 'user:default/gone', exists: false };

describe('an owner', () => {
  it('is a person who exists', () => {
    expect(judge({ kind: 'user' }, 'user:default/anna')).toBe(
      'satisfied: all-checks-passed',
    );
    expect(judge(undefined, 'user:default/gone')).toBe(
      'not-satisfied: owner-unresolved',
    );
  });

  it('is no other entity', () => {
    expect(judge({ kind: 'other' }, 'component:default/x')).toBe(
      'not-satisfied: owner-not-a-group',
    );
  });

  it.each([
    [1, 'not-satisfied: owner-too-few-members'],
    [2, 'satisfied: all-checks-passed'],
    [50, 'satisfied: all-checks-passed'],
    [51, 'not-satisfied: owner-too-many-members'],
    [4000, 'not-satisfied: owner-too-many-members'],
  ])('may be a group of %i, or not', (memberCount, expected) => {
    expect(judge({ memberCount })).toBe(expected);
  });

  it('is a group of any size that names an accountable person', () => {
    expect(judge({ memberCount: 4000, accountable: anna })).toBe(
      'satisfied: all-checks-passed',
    );
    expect(judge({ memberCount: 1, accountable: anna })).toBe(
      'satisfied: all-checks-passed',
    );
  });

  it('is no group whose accountable person does not exist', () => {
    expect(judge({ memberCount: 5, accountable: gone })).toBe(
      'not-satisfied: accountable-person-unknown',
    );
  });
});
